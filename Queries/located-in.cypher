// title nb: Hvor holder en aktør til
// title nn: Kvar held ein aktør til
// title en: Where is an actor located
// kind: list
// count: no
// parameter actor: Actor
// ask nb: hvor holder {actor} til | hvor ligger {actor} | hvor er {actor} | i hvilken by ligger {actor}
// ask nn: kvar held {actor} til | kvar ligg {actor} | kvar er {actor}
// ask en: where is {actor} located | where is {actor} | where is {actor} based | in which city is {actor}
// answer nb: {actor} holder til her:
// answer nn: {actor} held til her:
// answer en: {actor} is located here:
MATCH (actor:Actor)-[fact:LOCATED_IN]->(answer:Concept)
WHERE actor.id IN $actor
RETURN answer, answer.name_nb AS value, fact
UNION
MATCH (actor:Actor) WHERE actor.id IN $actor AND actor.locatedIn IS NOT NULL
RETURN actor AS answer, actor.locatedIn AS value, {node: actor, name: 'locatedIn', value: actor.locatedIn} AS fact
