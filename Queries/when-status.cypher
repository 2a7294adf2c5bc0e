// title nb: Når fikk en aktør en status
// title nn: Når fekk ein aktør ein status
// title en: When did an actor get a status
// kind: list
// count: no
// history: yes
// parameter actor: Actor
// parameter status: Status
// ask nb: når ble {actor} {status} | når ble {actor} en {status} | siden når er {actor} {status} | når var {actor} {status} | {actor} {status} når
// ask nn: når vart {actor} {status} | når vart {actor} ei {status} | når var {actor} {status}
// ask en: when did {actor} become {status} | when was {actor} {status} | since when is {actor} {status} | {actor} {status} when | when was {actor} made {status}
// answer nb: {actor} fikk denne statusen:
// answer nn: {actor} fekk denne statusen:
// answer en: {actor} got this status:
MATCH (actor:Actor)-[fact:STATUS]->(status:Concept)
WHERE actor.id IN $actor AND status.id IN $status
RETURN actor AS answer, coalesce(fact.validFrom, fact.validTo) AS value, fact
