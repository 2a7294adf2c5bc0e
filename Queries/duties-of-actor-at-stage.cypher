// title nb: Hvilke plikter har en aktør på et stadium
// title nn: Kva plikter har ein aktør på eit stadium
// title en: Which duties does an actor have at a stage
// kind: list
// parameter actor: Actor
// parameter stage: Stage
// ask nb: hvilke plikter har {actor} ved {stage} | hvilke oppgaver har {actor} ved {stage} | hvilket ansvar har {actor} ved {stage} | {actor} plikter {stage} | {actor} oppgaver {stage}
// ask nn: kva plikter har {actor} ved {stage} | kva oppgåver har {actor} ved {stage}
// ask en: what duties does {actor} have at {stage} | what are the duties of {actor} at {stage} | {actor} duties {stage} | what is {actor} responsible for at {stage}
// answer nb: {actor} har disse pliktene ved {stage}:
// answer nn: {actor} har desse pliktene ved {stage}:
// answer en: {actor} has these duties at {stage}:
MATCH (actor:Actor)-[duty:HAS_DUTY]->(answer:Duty)-[fact:APPLIES_AT]->(stage:Stage)
WHERE actor.id IN $actor AND stage.id IN $stage
RETURN answer, fact, duty
