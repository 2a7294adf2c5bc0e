// title nb: Hva sier en bestemmelse
// title nn: Kva seier ei føresegn
// title en: What does a provision say
// kind: list
// history: yes
// count: no
// parameter provision: Provision|LegalInstrument
// ask nb: hva sier {provision} | hva står i {provision} | hva bestemmer {provision}
// ask nn: kva seier {provision} | kva står i {provision}
// ask en: what does {provision} say | what is in {provision} | what does {provision} provide
// answer nb: {provision}
// answer nn: {provision}
// answer en: {provision}
MATCH (answer) WHERE answer.id IN $provision AND answer.text IS NOT NULL
RETURN answer, {node: answer, name: 'text', value: answer.text} AS fact
