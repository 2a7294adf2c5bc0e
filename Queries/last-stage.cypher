// title nb: Hva er det siste stadiet
// title nn: Kva er det siste stadiet
// title en: What is the last stage
// kind: list
// parameter track: Track
// ask nb: hva er det siste stadiet i {track} | hvor ender {track} | hva er siste stadium i {track} | hva er siste steg i {track}
// ask nn: kva er det siste stadiet i {track} | kva er siste steg i {track}
// ask en: what is the last stage of {track} | where does {track} end | what is the final step of {track}
// answer nb: Det ender med:
// answer nn: Det endar med:
// answer en: It ends with:
MATCH (:Stage)-[fact:PRECEDES]->(answer:Stage)
WHERE answer.track IN $track
RETURN answer, fact
ORDER BY answer.order DESC
LIMIT 1
