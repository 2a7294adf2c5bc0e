// title nb: Har en aktør en status
// title nn: Har ein aktør ein status
// title en: Does an actor have a status
// kind: truth
// parameter actor: Actor
// parameter status: Status
// ask nb: er {actor} {status} | var {actor} {status} | var {actor} et {status} | ble {actor} {status}
// ask nn: er {actor} {status} | var {actor} {status}
// ask en: is {actor} {status} | was {actor} {status} | was {actor} a {status}
// yes nb: Det stemmer for {actor}.
// yes nn: Det stemmer for {actor}.
// yes en: That is so for {actor}.
MATCH (actor:Actor)-[yes:STATUS]->(status:Concept)
WHERE actor.id IN $actor AND status.id IN $status
OPTIONAL MATCH (actor)-[other:STATUS]->(differing:Concept) WHERE NOT differing.id IN $status
RETURN yes, collect(other) AS context
