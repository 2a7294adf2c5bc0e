// title nb: Hva har en stat ratifisert
// title nn: Kva har ein stat ratifisert
// title en: What has a state ratified
// kind: list
// parameter state: Actor
// ask nb: hvilke konvensjoner har {state} ratifisert | hvilke avtaler har {state} ratifisert | hva har {state} ratifisert | hvilke instrumenter er {state} bundet av | hvilke konvensjoner hadde {state} ratifisert | {state} ratifisert
// ask nn: kva konvensjonar har {state} ratifisert | kva avtalar har {state} ratifisert | kva har {state} ratifisert
// ask en: which treaties has {state} ratified | which conventions has {state} ratified | what has {state} ratified | which instruments is {state} bound by | {state} ratified | which treaties is {state} party to
// answer nb: {state} har ratifisert:
// answer nn: {state} har ratifisert:
// answer en: {state} has ratified:
MATCH (state:Actor)-[fact:RATIFIED]->(answer:LegalInstrument)
WHERE state.id IN $state
RETURN answer, fact
ORDER BY fact.validFrom
