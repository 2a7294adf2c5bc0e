// title nb: Hvilke rettslige instrumenter gjelder på et nivå
// title nn: Kva rettslege instrument gjeld på eit nivå
// title en: Which legal instruments apply at a level
// kind: list
// parameter level: Level
// ask nb: hvilke {level} instrumenter gjelder | hvilket {level} instrument finnes | hvilke {level} lover gjelder | {level} instrumenter | hvilke {level} avtaler finnes | hvilken {level} konvensjon gjelder | hvilket {level} regelverk gjelder
// ask nn: kva {level} instrument gjeld | kva {level} lover gjeld | kva {level} avtalar finst
// ask en: which {level} instruments apply | which {level} legal instruments exist | {level} instruments | which {level} laws apply | which {level} convention applies | what {level} legislation applies
// answer nb: Dette er instrumentene:
// answer nn: Dette er instrumenta:
// answer en: These are the instruments:
MATCH (answer:LegalInstrument) WHERE answer.level IN $level
RETURN answer, {node: answer, name: 'level', value: answer.level} AS fact
