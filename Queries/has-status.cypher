// title nb: Har en aktør en status
// title nn: Har ein aktør ein status
// title en: Does an actor have a status
// kind: truth
// parameter actor: Actor
// parameter status: Status
// ask nb: er {actor} {status} | var {actor} {status} | var {actor} et {status} | ble {actor} {status}
// ask nb: {actor} {status} | har {actor} vært {status} | var {actor} {status} da | er {actor} en {status} | er {actor} fortsatt {status}
// ask nn: er {actor} {status} | var {actor} {status}
// ask nn: {actor} {status} | var {actor} ei {status} | er {actor} framleis {status}
// ask en: is {actor} {status} | was {actor} {status} | was {actor} a {status}
// ask en: {actor} {status} | has {actor} been {status} | is {actor} a {status} | is {actor} still {status} | did {actor} have status {status}
// yes nb: Det stemmer for {actor}.
// yes nn: Det stemmer for {actor}.
// yes en: That is so for {actor}.
MATCH (actor:Actor)-[yes:STATUS]->(status:Concept)
WHERE actor.id IN $actor AND status.id IN $status
OPTIONAL MATCH (actor)-[other:STATUS]->(differing:Concept) WHERE NOT differing.id IN $status
RETURN yes, collect(other) AS context
