// title nb: Hvilke grupper er en aktør med i
// title nn: Kva grupper er ein aktør med i
// title en: Which groups is an actor a member of
// kind: list
// parameter actor: Actor
// ask nb: hvilken gruppe er {actor} med i | hvilke grupper er {actor} medlem av | hvilken gruppe sitter {actor} i | hvilken gruppe hører {actor} til | {actor} gruppe | hva er {actor} medlem av | hvor er {actor} medlem | hva er {actor} med i | hvor sitter {actor} | i hvilken gruppe er {actor}
// ask nb: hvor er {actor} med | hvilken gruppe tilhører {actor} | er {actor} med i en gruppe hvilken | {actor} hvilken gruppe | hvilke grupper deltar {actor} i
// ask nb: hvilken gruppe omfatter {actor} | hvilken gruppe har {actor} som medlem | i hvilken gruppe finner man {actor}
// ask nn: kva gruppe er {actor} med i | kva grupper er {actor} medlem av | {actor} gruppe | kva er {actor} medlem av | i kva gruppe er {actor}
// ask nn: kva gruppe høyrer {actor} til | {actor} kva gruppe
// ask nn: i kva gruppe er {actor} representert | kva gruppe omfattar {actor}
// ask en: which group is {actor} a member of | which groups does {actor} belong to | what group is {actor} in | {actor} group | what is {actor} a member of | which group is {actor} part of | which group does {actor} sit in | in which group is {actor}
// ask en: which group does {actor} belong to | in which group is {actor} represented | where is {actor} represented | {actor} which group
// ask en: which group includes {actor} | which group has {actor} as a member | which group covers {actor}
// answer nb: {actor} er med i:
// answer nn: {actor} er med i:
// answer en: {actor} is a member of:
MATCH (actor:Actor)-[fact:MEMBER_OF]->(answer:Group)
WHERE actor.id IN $actor
RETURN answer, fact
