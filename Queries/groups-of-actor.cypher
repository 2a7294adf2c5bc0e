// title nb: Hvilke grupper er en aktør med i
// title nn: Kva grupper er ein aktør med i
// title en: Which groups is an actor a member of
// kind: list
// parameter actor: Actor
// ask nb: hvilken gruppe er {actor} med i | hvilke grupper er {actor} medlem av | hvilken gruppe sitter {actor} i | hvilken gruppe hører {actor} til | {actor} gruppe | hva er {actor} medlem av | hvor er {actor} medlem | hva er {actor} med i | hvor sitter {actor} | i hvilken gruppe er {actor}
// ask nn: kva gruppe er {actor} med i | kva grupper er {actor} medlem av | {actor} gruppe | kva er {actor} medlem av | i kva gruppe er {actor}
// ask en: which group is {actor} a member of | which groups does {actor} belong to | what group is {actor} in | {actor} group | what is {actor} a member of | which group is {actor} part of | which group does {actor} sit in | in which group is {actor}
// answer nb: {actor} er med i:
// answer nn: {actor} er med i:
// answer en: {actor} is a member of:
MATCH (actor:Actor)-[fact:MEMBER_OF]->(answer:Group)
WHERE actor.id IN $actor
RETURN answer, fact
