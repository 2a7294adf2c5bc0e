// title nb: Hvem har utgitt et instrument
// title nn: Kven har gjeve ut eit instrument
// title en: Who issued an instrument
// kind: list
// history: yes
// parameter instrument: LegalInstrument
// ask nb: hvem utga {instrument} | hvem står bak {instrument} | hvem vedtok {instrument} | hvem har laget {instrument} | hvem er opphav til {instrument} | hvem lagde {instrument}
// ask nn: kven gav ut {instrument} | kven står bak {instrument} | kven vedtok {instrument} | kven har laga {instrument}
// ask en: who issued {instrument} | who is behind {instrument} | who adopted {instrument} | who made {instrument} | who published {instrument}
// answer nb: {instrument} er utgitt av:
// answer nn: {instrument} er gjeve ut av:
// answer en: {instrument} was issued by:
MATCH (instrument:LegalInstrument)-[fact:ISSUED_BY]->(answer:Actor)
WHERE instrument.id IN $instrument
RETURN answer, fact
