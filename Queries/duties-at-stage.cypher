// title nb: Hvilke plikter gjelder på et stadium
// title nn: Kva plikter gjeld på eit stadium
// title en: Which duties apply at a stage
// kind: list
// parameter stage: Stage
// ask nb: hvilke plikter gjelder ved {stage} | hvilke oppgaver gjelder ved {stage} | plikter ved {stage} | {stage} plikter | {stage} oppgaver | hvilke plikter finnes ved {stage} | hva er pliktene ved {stage}
// ask nb: hvilke plikter gjelder under {stage} | hva skal gjøres ved {stage} | hva må gjøres ved {stage}
// ask nn: kva plikter gjeld ved {stage} | {stage} plikter | kva oppgåver gjeld ved {stage}
// ask en: which duties apply at {stage} | what duties are there at {stage} | duties at {stage} | {stage} duties | which tasks apply at {stage}
// ask en: what must be done at {stage} | what duties apply during {stage}
// answer nb: Plikter ved {stage}:
// answer nn: Plikter ved {stage}:
// answer en: Duties at {stage}:
MATCH (answer:Duty)-[fact:APPLIES_AT]->(stage:Stage)
WHERE stage.id IN $stage
OPTIONAL MATCH (bearer:Actor)-[duty:HAS_DUTY]->(answer)
RETURN answer, fact, collect(duty) AS bearers
