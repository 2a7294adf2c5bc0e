// title nb: Hvem gjør hva gjennom et saksforløp
// title nn: Kven gjer kva gjennom eit saksforløp
// title en: Who does what along a journey
// kind: list
// parameter track: Track = null
// answer nb: Hvem gjør hva
// answer nn: Kven gjer kva
// answer en: Who does what
MATCH (answer:Actor)-[fact:HANDLES]->(stage:Stage)
WHERE $track IS NULL OR stage.track IN $track
RETURN stage, answer, fact,
       CASE WHEN 'receives' IN fact.role THEN 1 WHEN 'identifies' IN fact.role THEN 1
            WHEN 'conducts' IN fact.role THEN 2 WHEN 'registers' IN fact.role THEN 2
            WHEN 'forwards' IN fact.role THEN 3 WHEN 'decides' IN fact.role THEN 4
            ELSE 5 END AS position
ORDER BY position, answer.id
