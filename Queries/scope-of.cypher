// title nb: Hva omfatter noe
// title nn: Kva omfattar noko
// title en: What does something cover
// kind: list
// count: no
// parameter subject: Duty|Group|Actor|Role
// ask nb: hva omfatter {subject} | hva gjelder {subject} | hva dekker {subject} | omfanget av {subject}
// ask nn: kva omfattar {subject} | kva gjeld {subject}
// ask en: what does {subject} cover | what does {subject} include | scope of {subject} | what is the scope of {subject}
// answer nb: {subject}
// answer nn: {subject}
// answer en: {subject}
MATCH (answer) WHERE answer.id IN $subject AND answer.scope IS NOT NULL
RETURN answer, {node: answer, name: 'scope', value: answer.scope} AS fact
