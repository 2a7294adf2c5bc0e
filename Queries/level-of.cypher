// title nb: Hvilket nivå har et instrument
// title nn: Kva nivå har eit instrument
// title en: At which level is an instrument
// kind: list
// history: yes
// count: no
// parameter instrument: LegalInstrument
// ask nb: hvilket nivå har {instrument} | på hvilket nivå er {instrument}
// ask nn: kva nivå har {instrument} | på kva nivå er {instrument}
// ask en: what level does {instrument} have | at which level is {instrument}
// answer nb: Nivået er:
// answer nn: Nivået er:
// answer en: The level is:
MATCH (answer:LegalInstrument)
WHERE answer.id IN $instrument AND answer.level IS NOT NULL
RETURN answer, answer.level AS value, {node: answer, name: 'level', value: answer.level} AS fact
