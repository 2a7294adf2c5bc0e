// title nb: Hva kommer etter et stadium
// title nn: Kva kjem etter eit stadium
// title en: What comes after a stage
// kind: list
// parameter stage: Stage
// ask nb: hva kommer etter {stage} | hva skjer etter {stage} | hvilket stadium kommer etter {stage} | etter {stage} | hva er neste steg etter {stage} | hva følger etter {stage} | hva er neste stadium etter {stage} | stadiet etter {stage} | søknaden etter {stage} | {stage} neste steg
// ask nb: hva skjer når {stage} er ferdig | hva blir neste etter {stage} | hva er neste trinn etter {stage} | hvilket trinn følger etter {stage} | hva skjer videre etter {stage} | {stage} hva da | {stage} og så | etter {stage} hva
// ask nn: kva kjem etter {stage} | kva skjer etter {stage} | etter {stage} | kva er neste steg etter {stage}
// ask nn: kva følgjer etter {stage} | kva stadium kjem etter {stage} | kva er neste trinn etter {stage} | kva hender etter {stage}
// ask en: what comes after {stage} | what happens after {stage} | which stage comes after {stage} | after {stage} | what is the next stage after {stage} | what follows {stage} | the stage after {stage} | the application after {stage} | {stage} next step
// ask en: what is the next step after {stage} | what comes next after {stage} | what is the step after {stage} | what follows after {stage} | which step comes after {stage} | what is the next step once {stage} | {stage} then what | {stage} next
// answer nb: Etter {stage} kommer:
// answer nn: Etter {stage} kjem:
// answer en: After {stage} comes:
MATCH (stage:Stage)-[fact:PRECEDES]->(answer:Stage)
WHERE stage.id IN $stage
RETURN answer, fact
ORDER BY answer.order
