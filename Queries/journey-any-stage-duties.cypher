// title nb: Plikter overfor personen som ikke er knyttet til et stadium
// title nn: Plikter overfor personen som ikkje er knytte til eit stadium
// title en: Duties towards the person that are tied to no stage
// kind: list
// answer nb: Plikter og oppgaver
// answer nn: Plikter og oppgåver
// answer en: Duties and tasks
MATCH (answer:Duty)-[fact:ADDRESSED_TO]->(:Role)
WHERE NOT (answer)-[:APPLIES_AT]->(:Stage)
RETURN answer, collect(fact) AS recipients, answer.modality AS modality,
       {node: answer, name: 'modality', value: answer.modality} AS fact,
       [()-[bearer:HAS_DUTY]->(answer) | bearer] AS bearers,
       [(answer)-[condition:REQUIRES]->(:Condition) | condition] AS conditions,
       [(answer)-[ground:GROUNDED_IN]->() | ground] AS grounds
ORDER BY answer.modality, answer.id
