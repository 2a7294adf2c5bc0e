// title nb: Hvem kan være i en rolle
// title nn: Kven kan vere i ei rolle
// title en: Who can be in a role
// kind: list
// count: no
// parameter subject: Role
// ask nb: hvem kan være {subject} | hvem kan bli {subject} | hvem regnes som {subject} | hvem er {subject}
// ask nn: kven kan vere {subject} | kven kan bli {subject} | kven er {subject} | kven vert rekna som {subject}
// ask en: who can be {subject} | who can become {subject} | who counts as {subject} | who is {subject} | who may be {subject}
// answer nb: {subject}
// answer nn: {subject}
// answer en: {subject}
MATCH (answer:Role) WHERE answer.id IN $subject
OPTIONAL MATCH (answer)-[same:SAME_PERSON_AS]-(:Role)
RETURN answer, {node: answer, name: CASE WHEN answer.scope IS NULL THEN 'name' ELSE 'scope' END, value: coalesce(answer.scope, answer.name_nb)} AS fact, collect(same) AS links
