// title nb: Hvilke aktører finnes av et slag
// title nn: Kva aktørar finst av eit slag
// title en: Which actors are there of a kind
// kind: list
// parameter kind: ActorKind
// ask nb: hvilke {kind} finnes | hvilke {kind} nevnes
// ask nn: kva {kind} finst
// ask en: which {kind} are there | which {kind} are mentioned
// answer nb: Disse er nevnt:
// answer nn: Desse er nemnde:
// answer en: These are named:
MATCH (answer:Actor) WHERE answer.kind IN $kind
OPTIONAL MATCH (answer)-[fact:MEMBER_OF|REPORTS_TO|HAS_DUTY|HANDLES|PROVIDES|PART_OF]-()
RETURN answer, collect(fact)[0..2] AS facts
