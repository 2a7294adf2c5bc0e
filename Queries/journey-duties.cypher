// title nb: Plikter og oppgaver gjennom et saksforløp
// title nn: Plikter og oppgåver gjennom eit saksforløp
// title en: Duties along a journey
// kind: list
// parameter track: Track = null
// answer nb: Plikter og oppgaver
// answer nn: Plikter og oppgåver
// answer en: Duties and tasks
MATCH (answer:Duty)-[fact:APPLIES_AT]->(stage:Stage)
WHERE $track IS NULL OR stage.track IN $track
RETURN stage, answer, fact, answer.modality AS modality,
       [()-[bearer:HAS_DUTY]->(answer) | bearer] AS bearers,
       [(answer)-[to:ADDRESSED_TO]->() | to] AS recipients,
       [(answer)-[condition:REQUIRES]->(:Condition) | condition] AS conditions,
       [(answer)-[ground:GROUNDED_IN]->() | ground] AS grounds
ORDER BY answer.modality, answer.id
