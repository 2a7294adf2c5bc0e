// title nb: Hva er strafferammen for menneskehandel
// title nn: Kva er strafferamma for menneskehandel
// title en: What is the maximum penalty for trafficking
// kind: list
// count: no
// parameter phenomenon: Concept|Role = null
// ask nb: hva er strafferammen for {phenomenon} | {phenomenon} strafferamme | hva er straffen for {phenomenon} | hva er maksimumsstraffen for {phenomenon} | hvor mange år i fengsel for {phenomenon} | hvor streng straff for {phenomenon} | hvilken straff får {phenomenon} | hva er strafferammen
// ask nn: kva er strafferamma for {phenomenon} | kva er straffa for {phenomenon} | {phenomenon} strafferamme | kva er maksimumsstraffa for {phenomenon}
// ask en: what is the maximum penalty for {phenomenon} | {phenomenon} penalty | what is the penalty for {phenomenon} | how many years in prison for {phenomenon} | what is the maximum sentence for {phenomenon} | what punishment does {phenomenon} face | what is the maximum penalty
// answer nb: Strafferammen, i år:
// answer nn: Strafferamma, i år:
// answer en: Maximum penalty, in years:
MATCH (answer:Provision) WHERE answer.maxPenaltyYears IS NOT NULL
  AND ($phenomenon IS NULL
    OR EXISTS { MATCH (what:Concept|Role) WHERE what.id IN $phenomenon AND what.kind IN ['phenomenon', 'perpetrator'] })
RETURN answer, answer.maxPenaltyYears AS value, {node: answer, name: 'maxPenaltyYears', value: answer.maxPenaltyYears} AS fact
