// title nb: Hva er det første stadiet
// title nn: Kva er det første stadiet
// title en: What is the first stage
// kind: list
// parameter track: Track
// ask nb: hva er det første stadiet i {track} | hvor begynner {track} | hva er første stadium i {track} | hva er første steg i {track}
// ask nn: kva er det første stadiet i {track} | kva er første steg i {track}
// ask en: what is the first stage of {track} | where does {track} begin | what is the first step of {track}
// answer nb: Det begynner med:
// answer nn: Det byrjar med:
// answer en: It begins with:
MATCH (answer:Stage)-[fact:PRECEDES]->(:Stage)
WHERE answer.track IN $track
RETURN answer, fact
ORDER BY answer.order
LIMIT 1
