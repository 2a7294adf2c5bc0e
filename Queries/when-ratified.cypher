// title nb: Når ble et instrument ratifisert
// title nn: Når vart eit instrument ratifisert
// title en: When was an instrument ratified
// kind: list
// count: no
// parameter instrument: LegalInstrument
// parameter state: Actor = null
// ask nb: når ratifiserte {state} {instrument} | når ble {instrument} ratifisert | når ble {instrument} ratifisert av {state} | når sluttet {state} seg til {instrument} | {instrument} ratifisert | {state} ratifisert {instrument} når | hvilket år ratifiserte {state} {instrument}
// ask nb: hvilket år ratifiserte {state} {instrument} | i hvilket år ble {instrument} ratifisert | {instrument} ratifisert år | når sluttet {state} seg til {instrument}
// ask nn: når ratifiserte {state} {instrument} | når vart {instrument} ratifisert | når vart {instrument} ratifisert av {state} | {instrument} ratifisert
// ask nn: kva år ratifiserte {state} {instrument} | når ratifiserte {state} {instrument}
// ask en: when did {state} ratify {instrument} | when was {instrument} ratified | when was {instrument} ratified by {state} | {instrument} ratified | {state} ratified {instrument} when
// ask en: in what year did {state} ratify {instrument} | what year was {instrument} ratified | {instrument} {state} ratification year | {instrument} ratification year | when was {instrument} ratified by {state}
// answer nb: {instrument} ble ratifisert:
// answer nn: {instrument} vart ratifisert:
// answer en: {instrument} was ratified:
MATCH (state:Actor)-[fact:RATIFIED]->(answer:LegalInstrument)
WHERE answer.id IN $instrument AND ($state IS NULL OR state.id IN $state)
RETURN answer, fact, answer.ratifiedByNorway AS value
