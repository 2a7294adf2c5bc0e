// title nb: Har en stat ratifisert et instrument
// title nn: Har ein stat ratifisert eit instrument
// title en: Has a state ratified an instrument
// kind: truth
// parameter state: Actor = null
// parameter instrument: LegalInstrument
// ask nb: har {state} ratifisert {instrument} | hadde {state} ratifisert {instrument} | er {instrument} ratifisert | er {instrument} ratifisert av {state} | var {instrument} ratifisert | er {state} bundet av {instrument} | er {state} part i {instrument} | er {state} tilsluttet {instrument}
// ask nn: har {state} ratifisert {instrument} | hadde {state} ratifisert {instrument} | er {instrument} ratifisert | er {state} part i {instrument} | er {state} bunden av {instrument}
// ask en: has {state} ratified {instrument} | had {state} ratified {instrument} | is {instrument} ratified | was {instrument} ratified | was {instrument} ratified by {state} | is {state} party to {instrument} | is {state} bound by {instrument}
// yes nb: {instrument} er ratifisert.
// yes nn: {instrument} er ratifisert.
// yes en: {instrument} is ratified.
MATCH (state:Actor)-[yes:RATIFIED]->(instrument:LegalInstrument)
WHERE instrument.id IN $instrument AND ($state IS NULL OR state.id IN $state)
RETURN yes
