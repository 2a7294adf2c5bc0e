// title nb: Hva er hensikten med et stadium
// title nn: Kva er føremålet med eit stadium
// title en: What is the purpose of a stage
// kind: list
// count: no
// parameter subject: Stage
// ask nb: hva er hensikten med {subject} | hva er formålet med {subject} | hva er målet med {subject}
// ask nn: kva er føremålet med {subject} | kva er målet med {subject}
// ask en: what is the purpose of {subject} | what is the aim of {subject}
// answer nb: {subject}
// answer nn: {subject}
// answer en: {subject}
MATCH (answer:Stage) WHERE answer.id IN $subject AND answer.purpose IS NOT NULL
RETURN answer, {node: answer, name: 'purpose', value: answer.purpose} AS fact
