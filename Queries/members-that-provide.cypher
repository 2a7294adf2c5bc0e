// title nb: Hvilke medlemmer av en gruppe tilbyr tjenester
// title nn: Kva medlemmer av ei gruppe tilbyr tenester
// title en: Which members of a group offer services
// kind: list
// parameter group: Group
// parameter service: Service = null
// ask nb: hvilke medlemmer av {group} tilbyr tjenester | hvilket medlem av {group} tilbyr {service} | hvem i {group} tilbyr {service} | hvem i {group} tilbyr tjenester
// ask nn: kva medlemmer av {group} tilbyr tenester | kva medlem av {group} tilbyr {service} | kven i {group} tilbyr {service}
// ask en: which members of {group} offer services | which member of {group} offers {service} | who in {group} provides {service} | which members of {group} provide a service
// answer nb: Disse medlemmene tilbyr tjenester:
// answer nn: Desse medlemmene tilbyr tenester:
// answer en: These members offer services:
MATCH (answer:Actor)-[member:MEMBER_OF]->(group:Group)
WHERE group.id IN $group
MATCH (answer)-[fact:PROVIDES]->(service:Service)
WHERE $service IS NULL OR service.id IN $service
RETURN answer, member, fact
