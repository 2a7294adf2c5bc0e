// title nb: Hvilke medlemmer av grupper har en rolle på et stadium
// title nn: Kva medlemmer av grupper har ei rolle på eit stadium
// title en: Which members of groups have a role at a stage
// kind: list
// parameter group: Group
// parameter role: HandlingRole
// parameter stage: Stage = null
// parameter kind: ActorKind = null
// ask nb: hvilke medlemmer av {group} {role} | hvilke medlemmer av {group} {role} {stage} | hvilket medlem av {group} {role} {stage} | hvem i {group} {role} {stage} | hvem av medlemmene i {group} {role} | hvilke {kind} i {group} {role} {stage} | hvem som er med i {group} {role} {stage}
// ask nn: kva medlem av {group} {role} {stage} | kva medlemmer av {group} {role} | kven i {group} {role} {stage}
// ask en: which members of {group} {role} | which member of {group} {role} {stage} | who in {group} {role} {stage} | which {kind} in {group} {role} {stage}
// answer nb: Disse medlemmene har den rollen:
// answer nn: Desse medlemmene har den rolla:
// answer en: These members have that role:
MATCH (answer:Actor)-[member:MEMBER_OF]->(group:Group)
WHERE group.id IN $group AND ($kind IS NULL OR answer.kind IN $kind)
MATCH (answer)-[fact:HANDLES]->(stage:Stage)
WHERE any(role IN fact.role WHERE role IN $role) AND ($stage IS NULL OR stage.id IN $stage)
RETURN answer, member, fact
