// title nb: Hvem har ratifisert et instrument
// title nn: Kven har ratifisert eit instrument
// title en: Who has ratified an instrument
// kind: list
// parameter instrument: LegalInstrument
// ask nb: hvem har ratifisert {instrument} | hvilket land har ratifisert {instrument}
// ask nn: kven har ratifisert {instrument}
// ask en: who has ratified {instrument} | which state has ratified {instrument} | which country has ratified {instrument}
// answer nb: {instrument} er ratifisert av:
// answer nn: {instrument} er ratifisert av:
// answer en: {instrument} is ratified by:
MATCH (answer:Actor)-[fact:RATIFIED]->(instrument:LegalInstrument)
WHERE instrument.id IN $instrument
RETURN answer, fact
