// title nb: Hvilke medlemmer av en gruppe har en plikt
// title nn: Kva medlemmer av ei gruppe har ei plikt
// title en: Which members of a group have a duty
// kind: list
// parameter group: Group
// parameter duty: Duty = null
// ask nb: hvilke medlemmer av {group} har plikt til å {duty} | hvilket medlem av {group} skal {duty} | hvem i {group} har plikt til å {duty} | hvilke medlemmer av {group} har plikter | hvem i {group} har {duty}
// ask nn: kva medlemmer av {group} har plikt til å {duty} | kven i {group} har plikt til å {duty} | kva medlem av {group} har {duty}
// ask en: which members of {group} have a duty to {duty} | which member of {group} must {duty} | who in {group} must {duty} | which members of {group} have duties | which member of {group} has {duty}
// answer nb: Disse medlemmene har plikten:
// answer nn: Desse medlemmene har plikta:
// answer en: These members have the duty:
MATCH (answer:Actor)-[member:MEMBER_OF]->(group:Group)
WHERE group.id IN $group
MATCH (answer)-[fact:HAS_DUTY]->(duty:Duty)
WHERE $duty IS NULL OR duty.id IN $duty
RETURN answer, member, fact
