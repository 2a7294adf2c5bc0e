// title nb: Hvilke konvensjoner er ratifisert
// title nn: Kva konvensjonar er ratifiserte
// title en: Which treaties are ratified
// kind: list
// ask nb: hvilke konvensjoner er ratifisert | hvilke avtaler er ratifisert
// ask nn: kva konvensjonar er ratifiserte
// ask en: which treaties are ratified | which conventions have been ratified
// answer nb: Dette er ratifisert:
// answer nn: Dette er ratifisert:
// answer en: These are ratified:
MATCH (state:Actor)-[fact:RATIFIED]->(answer:LegalInstrument)
RETURN answer, fact
ORDER BY fact.validFrom
