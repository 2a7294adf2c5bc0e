// title nb: Hva er strafferammen
// title nn: Kva er strafferamma
// title en: What is the maximum penalty
// kind: list
// count: no
// history: yes
// parameter provision: Provision
// ask nb: hva er strafferammen etter {provision} | hva er strafferammen i {provision} | {provision} strafferamme | hvor mange år i fengsel gir {provision} | hva er maksimumsstraffen etter {provision} | hva er straffen for {provision} | hva er maksimumsstraffen for {provision} | hvor lang straff gir {provision} | hvor mange års fengsel gir {provision} | hva er høyeste straff etter {provision} | hvilken straff gjelder for {provision}
// ask nn: kva er strafferamma etter {provision} | {provision} strafferamme | kva er maksimumsstraffa etter {provision} | kva er straffa for {provision} | kva straff gjeld for {provision}
// ask en: what is the maximum penalty under {provision} | what penalty does {provision} carry | {provision} penalty | how many years in prison under {provision} | what is the penalty for {provision} | what is the maximum penalty for trafficking under {provision} | what is the maximum sentence under {provision} | which penalty applies to {provision}
// answer nb: Strafferammen i {provision}, i år:
// answer nn: Strafferamma i {provision}, i år:
// answer en: Maximum penalty in {provision}, in years:
MATCH (answer:Provision) WHERE answer.id IN $provision AND answer.maxPenaltyYears IS NOT NULL
RETURN answer, answer.maxPenaltyYears AS value, {node: answer, name: 'maxPenaltyYears', value: answer.maxPenaltyYears} AS fact
