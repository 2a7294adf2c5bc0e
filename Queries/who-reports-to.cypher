// title nb: Hvem er underlagt en aktør
// title nn: Kven er underlagt ein aktør
// title en: Who reports to an actor
// kind: list
// parameter actor: Actor
// ask nb: hvem rapporterer til {actor} | hvem er underlagt {actor} | hvilke enheter er underlagt {actor} | hvem sorterer under {actor} | hvilken enhet er underlagt {actor}
// ask nn: kven rapporterer til {actor} | kva eining er underlagd {actor} | kven er underlagt {actor}
// ask en: who reports to {actor} | which unit reports to {actor} | who is subordinate to {actor} | which units are subordinate to {actor}
// answer nb: Underlagt {actor}:
// answer nn: Underlagt {actor}:
// answer en: Reporting to {actor}:
MATCH (answer:Actor)-[fact:REPORTS_TO]->(actor:Actor)
WHERE actor.id IN $actor
RETURN answer, fact
