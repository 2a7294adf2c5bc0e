// title nb: Hva er utelukket på alle stadier
// title nn: Kva er utelukka på alle stadium
// title en: What is excluded at every stage
// kind: list
// answer nb: Utelukket
// answer nn: Utelukka
// answer en: Excluded
MATCH (subject)-[fact:EXCLUDES]->(answer)
WHERE subject:Actor OR subject:Condition
RETURN subject, answer, fact
ORDER BY subject.id, answer.id
