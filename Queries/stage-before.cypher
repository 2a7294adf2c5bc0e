// title nb: Hva kommer før et stadium
// title nn: Kva kjem før eit stadium
// title en: What comes before a stage
// kind: list
// parameter stage: Stage
// ask nb: hva kommer før {stage} | hva skjer før {stage} | hvilket stadium kommer før {stage} | =før {stage} | hva går forut for {stage} | stadiet før {stage} | søknaden før {stage} | søknaden som kommer før {stage} | hva må skje =før {stage}
// ask nb: hva kommer foran {stage} | hvilket trinn kommer før {stage} | hva er stadiet før {stage} | hva er trinnet før {stage}
// ask nn: kva kjem før {stage} | kva skjer før {stage} | kva stadium kjem før {stage} | =før {stage}
// ask nn: kva går føre {stage} | kva er stadiet før {stage}
// ask en: what comes before {stage} | what happens before {stage} | which stage comes before {stage} | before {stage} | what precedes {stage} | the stage before {stage} | the application before {stage} | the application that precedes {stage}
// ask en: what is the stage before {stage} | what is the step before {stage} | what stage precedes {stage} | which step precedes {stage} | what comes just before {stage}
// answer nb: Før {stage} kommer:
// answer nn: Før {stage} kjem:
// answer en: Before {stage} comes:
MATCH (answer:Stage)-[fact:PRECEDES]->(stage:Stage)
WHERE stage.id IN $stage
RETURN answer, fact
ORDER BY answer.order
