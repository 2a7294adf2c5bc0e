// title nb: Hvilken status har en aktør
// title nn: Kva status har ein aktør
// title en: What is the status of an actor
// kind: list
// count: no
// parameter actor: Actor
// ask nb: hvilken status har {actor} | hva er statusen til {actor} | hva slags enhet er {actor} | hva var {actor}
// ask nn: kva status har {actor} | kva var {actor}
// ask en: what is the status of {actor} | what status does {actor} have | what was {actor}
// answer nb: Statusen til {actor}:
// answer nn: Statusen til {actor}:
// answer en: The status of {actor}:
MATCH (actor:Actor)-[fact:STATUS]->(answer:Concept)
WHERE actor.id IN $actor
RETURN answer, fact
