// title nb: Hva er hjemmelen for stadiet etter et annet
// title nn: Kva er heimelen for stadiet etter eit anna
// title en: What is the legal ground of the stage after another
// kind: list
// parameter stage: Stage
// ask nb: hva er hjemmelen for stadiet etter {stage} | hva er hjemmelen for det som kommer etter {stage} | hvilken paragraf hjemler stadiet etter {stage} | hva er hjemmelen for neste steg etter {stage}
// ask nn: kva er heimelen for stadiet etter {stage} | kva er heimelen for det som kjem etter {stage}
// ask en: what is the legal basis of the stage after {stage} | which provision grounds the stage that follows {stage} | what grounds the next stage after {stage} | what is the legal ground of what comes after {stage}
// answer nb: Hjemmelen for neste stadium er:
// answer nn: Heimelen for neste stadium er:
// answer en: The legal ground of the next stage is:
MATCH (stage:Stage)-[order:PRECEDES]->(:Stage)-[fact:GROUNDED_IN]->(answer)
WHERE stage.id IN $stage
RETURN answer, fact, order
