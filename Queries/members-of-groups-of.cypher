// title nb: Hvem er med i gruppene en enhet har etablert
// title nn: Kven er med i gruppene ei eining har etablert
// title en: Who is a member of the groups a unit has established
// kind: list
// parameter actor: Actor
// parameter kind: ActorKind = null
// ask nb: hvem sitter i en gruppe etablert av {actor} | hvilke {kind} sitter i en gruppe etablert av {actor} | hvilke {kind} er medlem av en gruppe under {actor} | hvem er med i gruppene til {actor} | hvem er med i {actor} sine grupper | hvilke {kind} er med i gruppene til {actor}
// ask nn: kven sit i ei gruppe etablert av {actor} | kva {kind} sit i ei gruppe etablert av {actor} | kva {kind} er med i gruppene til {actor}
// ask en: who sits in a group established by {actor} | which {kind} sit in a group established by {actor} | which {kind} are members of a group under {actor} | who is a member of the groups of {actor}
// answer nb: Disse er med i gruppene til {actor}:
// answer nn: Desse er med i gruppene til {actor}:
// answer en: These are members of the groups of {actor}:
MATCH (answer:Actor)-[fact:MEMBER_OF]->(group:Group)-[established:PART_OF]->(actor:Actor)
WHERE actor.id IN $actor AND ($kind IS NULL OR answer.kind IN $kind)
RETURN answer, fact, established
