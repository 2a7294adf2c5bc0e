// title nb: Når fikk en aktør en status
// title nn: Når fekk ein aktør ein status
// title en: When did an actor get a status
// kind: list
// count: no
// history: yes
// parameter actor: Actor
// parameter status: Status
// ask nb: når ble {actor} {status} | når ble {actor} en {status} | siden når er {actor} {status} | når var {actor} {status} | {actor} {status} når
// ask nb: fra når er {actor} {status} | hvor lenge har {actor} vært {status} | når gikk {actor} over til å være {status} | i hvilket år ble {actor} {status}
// ask nn: når vart {actor} {status} | når vart {actor} ei {status} | når var {actor} {status}
// ask nn: kva år vart {actor} {status} | frå når er {actor} {status} | kor lenge har {actor} vore {status}
// ask en: when did {actor} become {status} | when was {actor} {status} | since when is {actor} {status} | {actor} {status} when | when was {actor} made {status}
// ask en: since when has {actor} been {status} | in which year did {actor} become {status} | what year did {actor} become {status} | how long has {actor} been {status} | from when was {actor} {status}
// answer nb: {actor} fikk denne statusen:
// answer nn: {actor} fekk denne statusen:
// answer en: {actor} got this status:
MATCH (actor:Actor)-[fact:STATUS]->(status:Concept)
WHERE actor.id IN $actor AND status.id IN $status
RETURN actor AS answer, coalesce(fact.validFrom, fact.validTo) AS value, fact
