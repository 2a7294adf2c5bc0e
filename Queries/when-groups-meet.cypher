// title nb: Hvor ofte møtes en gruppe
// title nn: Kor ofte møtest ei gruppe
// title en: How often does a group meet
// kind: list
// count: no
// parameter group: Group
// ask nb: hvor ofte møtes {group} | når møtes {group} | har {group} møter | møtes {group}
// ask nn: kor ofte møtest {group} | når møtest {group}
// ask en: how often does {group} meet | when does {group} meet | does {group} have meetings
// answer nb: Om møtene i {group}:
// answer nn: Om møta i {group}:
// answer en: On the meetings of {group}:
MATCH (answer:Group) WHERE answer.id IN $group AND answer.meets IS NOT NULL
RETURN answer, answer.meets AS value, {node: answer, name: 'meets', value: answer.meets} AS fact
