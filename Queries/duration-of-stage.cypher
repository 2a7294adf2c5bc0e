// title nb: Hvor lenge varer et stadium
// title nn: Kor lenge varer eit stadium
// title en: How long does a stage last
// kind: list
// count: no
// parameter subject: Stage
// ask nb: hvor lenge varer {subject} | hva er varigheten av {subject} | hvor lang er {subject} | {subject} varighet | hvor mange måneder varer {subject}
// ask nn: kor lenge varer {subject} | kor lang er {subject}
// ask en: how long does {subject} last | what is the duration of {subject} | how long is {subject} | {subject} duration | how many months does {subject} last
// answer nb: Varigheten av {subject}:
// answer nn: Lengda på {subject}:
// answer en: The duration of {subject}:
MATCH (subject:Stage)-[fact:DURATION]->(answer:Concept)
WHERE subject.id IN $subject
RETURN answer, fact.months AS value, fact
