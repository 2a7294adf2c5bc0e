// title nb: Stadiene i et saksforløp
// title nn: Stadia i eit saksforløp
// title en: The stages of a journey
// kind: list
// parameter track: Track = null
MATCH (answer:Stage)
WHERE $track IS NULL OR answer.track IN $track
RETURN answer, answer.track AS track,
       {node: answer, name: 'track', value: answer.track} AS fact,
       {node: answer, name: 'purpose', value: answer.purpose} AS purpose,
       [(answer)-[duration:DURATION]->(:Concept) | duration] AS duration,
       [(answer)-[condition:REQUIRES]->(:Condition) | condition] AS conditions,
       [(answer)-[ground:GROUNDED_IN]->() | ground] AS grounds,
       [(answer)-[:GROUNDED_IN]->()-[more:REQUIRES]->(:Condition) | more] AS groundConditions,
       [(answer)-[next:PRECEDES]->(:Stage) | next] AS next
ORDER BY answer.order, answer.id
