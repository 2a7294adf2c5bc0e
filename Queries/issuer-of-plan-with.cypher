// title nb: Hvem har utgitt planen som noe er en del av
// title nn: Kven har gjeve ut planen som noko er ein del av
// title en: Who issued the plan that something is part of
// kind: list
// history: yes
// parameter part: Provision
// ask nb: hvem utga planen som {part} er en del av | hvem står bak planen med {part} | hvem står bak {part} | hvem utga {part}
// ask nn: kven gav ut planen som {part} er ein del av | kven står bak planen med {part}
// ask en: who issued the plan that {part} is part of | who issued the plan containing {part} | who is behind the plan with {part} | who issued {part}
// answer nb: Planen er utgitt av:
// answer nn: Planen er gjeve ut av:
// answer en: The plan was issued by:
MATCH (part:Provision)-[within:PART_OF]->(:LegalInstrument)-[fact:ISSUED_BY]->(answer:Actor)
WHERE part.id IN $part
RETURN answer, within, fact
