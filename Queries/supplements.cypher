// title nb: Hva supplerer et instrument
// title nn: Kva supplerer eit instrument
// title en: What does an instrument supplement
// kind: list
// parameter instrument: LegalInstrument
// ask nb: hva supplerer {instrument} | hvilken konvensjon supplerer {instrument} | hva er {instrument} et tillegg til
// ask nn: kva supplerer {instrument} | kva konvensjon supplerer {instrument}
// ask en: what does {instrument} supplement | which convention does {instrument} supplement | what is {instrument} an addition to
// answer nb: {instrument} supplerer:
// answer nn: {instrument} supplerer:
// answer en: {instrument} supplements:
MATCH (instrument:LegalInstrument)-[fact:SUPPLEMENTS]->(answer:LegalInstrument)
WHERE instrument.id IN $instrument
RETURN answer, fact
