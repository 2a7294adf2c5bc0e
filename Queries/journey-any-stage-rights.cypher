// title nb: Rettigheter som ikke er knyttet til et stadium
// title nn: Rettar som ikkje er knytte til eit stadium
// title en: Rights that are tied to no stage
// kind: list
// answer nb: Rettigheter
// answer nn: Rettar
// answer en: Rights
MATCH (answer:Right)
WHERE NOT (answer)-[:APPLIES_AT]->(:Stage)
RETURN answer, {node: answer, name: 'kind', value: answer.kind} AS fact,
       [()-[bearer:HAS_RIGHT]->(answer) | bearer] AS bearers,
       [(answer)-[from:ADDRESSED_TO]->() | from] AS from,
       [(answer)-[condition:REQUIRES]->(:Condition) | condition] AS conditions,
       [(answer)-[ground:GROUNDED_IN]->() | ground] AS grounds,
       [(answer)-[:GROUNDED_IN]->()-[more:REQUIRES]->(:Condition) | more] AS groundConditions
ORDER BY answer.id
