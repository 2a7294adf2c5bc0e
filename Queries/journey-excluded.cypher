// title nb: Hva er utelukket gjennom et saksforløp
// title nn: Kva er utelukka gjennom eit saksforløp
// title en: What is excluded along a journey
// kind: list
// parameter track: Track = null
// answer nb: Utelukket
// answer nn: Utelukka
// answer en: Excluded
MATCH (stage:Stage)-[fact:EXCLUDES]->(answer)
WHERE $track IS NULL OR stage.track IN $track
RETURN stage, answer, fact
UNION
MATCH (stage:Stage)<-[:APPLIES_AT]-(:Right)-[fact:EXCLUDES]->(answer)
WHERE $track IS NULL OR stage.track IN $track
RETURN stage, answer, fact
