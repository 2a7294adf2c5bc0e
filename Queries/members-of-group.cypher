// title nb: Hvem er med i en gruppe
// title nn: Kven er med i ei gruppe
// title en: Who is a member of a group
// kind: list
// parameter group: Group
// parameter kind: ActorKind = null
// ask nb: hvem er medlem av {group} | hvem er med i {group} | hvem sitter i {group} | hvem er medlemmer i {group} | hvem består {group} av | hva består {group} av | medlemmer av {group} | hvilke medlemmer har {group} | nevn medlemmene i {group} | {group} medlemmer
// ask nb: hvilke {kind} er med i {group} | hvilke {kind} sitter i {group} | {kind} i {group} | hvilke {kind} er medlemmer av {group}
// ask nb: hvem er representert i {group} | hvilke organisasjoner er nevnt i {group} | hvilke etater er representert i {group} | hvilke organisasjoner er med i {group} | {group} hvem er med | hvem møter i {group} | hvilke organisasjoner finnes i {group}
// ask nn: kven er med i {group} | kven sit i {group} | kven er medlem av {group} | kva {kind} er med i {group} | kva {kind} sit i {group} | medlemmer i {group}
// ask nn: kven er representert i {group} | kva organisasjonar er representerte i {group} | kva etatar er med i {group} | kven høyrer til {group}
// ask en: who is a member of {group} | who are the members of {group} | who sits in {group} | who takes part in {group} | what does {group} consist of | {group} members | list the members of {group} | which members does {group} have | members of {group}
// ask en: which {kind} are members of {group} | which {kind} are in {group} | {kind} in {group}
// ask en: who is represented in {group} | which organisations are named in {group} | which agencies are represented in {group} | who belongs to {group} | {group} who
// answer nb: Disse er med i {group}:
// answer nn: Desse er med i {group}:
// answer en: These are members of {group}:
MATCH (answer:Actor)-[fact:MEMBER_OF]->(group:Group)
WHERE group.id IN $group AND ($kind IS NULL OR answer.kind IN $kind)
RETURN answer, fact, {node: group, name: 'openList', value: group.openList} AS list
