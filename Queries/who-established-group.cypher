// title nb: Hvem har etablert en gruppe
// title nn: Kven har etablert ei gruppe
// title en: Who established a group
// kind: list
// parameter group: Group
// ask nb: hvem har etablert {group} | hvem opprettet {group} | hvem startet {group} | hvem ligger {group} under | hvilken enhet er {group} en del av | hva er {group} en del av | hvem hører {group} til
// ask nb: hvem driver {group}
// ask nn: kven har etablert {group} | kven oppretta {group} | kva er {group} ein del av
// ask en: who established {group} | who set up {group} | who created {group} | which unit is {group} part of | what is {group} part of | who does {group} belong to
// ask en: who runs {group}
// answer nb: {group} er etablert av:
// answer nn: {group} er etablert av:
// answer en: {group} was established by:
MATCH (group:Group)-[fact:PART_OF]->(answer:Actor)
WHERE group.id IN $group
RETURN answer, fact
