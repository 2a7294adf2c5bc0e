// title nb: Rettigheter gjennom et saksforløp
// title nn: Rettar gjennom eit saksforløp
// title en: Rights along a journey
// kind: list
// parameter track: Track = null
// answer nb: Rettigheter
// answer nn: Rettar
// answer en: Rights
MATCH (answer:Right)-[fact:APPLIES_AT]->(stage:Stage)
WHERE $track IS NULL OR stage.track IN $track
RETURN stage, answer, fact,
       [()-[bearer:HAS_RIGHT]->(answer) | bearer] AS bearers,
       [(answer)-[from:ADDRESSED_TO]->() | from] AS from,
       [(answer)-[condition:REQUIRES]->(:Condition) | condition] AS conditions,
       [(answer)-[ground:GROUNDED_IN]->() | ground] AS grounds,
       [(answer)-[:GROUNDED_IN]->()-[more:REQUIRES]->(:Condition) | more] AS groundConditions
ORDER BY answer.id
