// title nb: Tilbud gjennom et saksforløp
// title nn: Tilbod gjennom eit saksforløp
// title en: Services along a journey
// kind: list
// parameter track: Track = null
// answer nb: Tilbud
// answer nn: Tilbod
// answer en: Services
MATCH (answer:Service)-[fact:APPLIES_AT]->(stage:Stage)
WHERE $track IS NULL OR stage.track IN $track
RETURN stage, answer, fact,
       [()-[provider:PROVIDES]->(answer) | provider] AS providers,
       [(answer)-[to:ADDRESSED_TO]->() | to] AS recipients,
       [(answer)-[condition:REQUIRES]->(:Condition) | condition] AS conditions,
       [(answer)-[ground:GROUNDED_IN]->() | ground] AS grounds
ORDER BY answer.id
