// title nb: Kort om noe
// title nn: Kort om noko
// title en: In short
// kind: overview
// parameter subject: Any
// ask nb: {subject} | om {subject}
// ask nn: {subject} | om {subject}
// ask en: {subject} | about {subject}
// answer nb: {subject}
// answer nn: {subject}
// answer en: {subject}
MATCH (subject) WHERE subject.id IN $subject
MATCH (subject)-[fact]-(other)
RETURN subject, fact, other
