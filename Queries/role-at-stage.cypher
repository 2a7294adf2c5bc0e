// title nb: Hvilken rolle har en aktør på et stadium
// title nn: Kva rolle har ein aktør på eit stadium
// title en: Which role does an actor have at a stage
// kind: list
// parameter actor: Actor
// parameter stage: Stage
// ask nb: hvilken rolle har {actor} ved {stage} | hva gjør {actor} med {stage} | hva er rollen til {actor} i {stage} | hva gjør {actor} ved {stage} | {actor} {stage}
// ask nn: kva rolle har {actor} ved {stage} | kva gjer {actor} med {stage}
// ask en: what role does {actor} have at {stage} | what does {actor} =do with {stage} | what is the role of {actor} in {stage} | what does {actor} =do at {stage} | {actor} {stage}
// answer nb: Dette gjør {actor} ved {stage}:
// answer nn: Dette gjer {actor} ved {stage}:
// answer en: This is what {actor} does at {stage}:
MATCH (actor:Actor)-[fact:HANDLES]->(answer:Stage)
WHERE actor.id IN $actor AND answer.id IN $stage
RETURN answer, fact, fact.role AS value
