// title nb: Hva er hjemlet i en bestemmelse
// title nn: Kva er heimla i ei føresegn
// title en: What is grounded in a provision
// kind: list
// history: yes
// parameter provision: Provision|LegalInstrument
// ask nb: hva er hjemlet i {provision} | hva gir {provision} rett til | hva regulerer {provision} | hva hjemler {provision} | hva gjelder {provision} | hva handler {provision} om | hva omfatter {provision}
// ask nb: hva gis etter {provision} | hva kan man få etter {provision} | hva er hjemlet etter {provision} | hva kan man søke om etter {provision} | hvilken rett gir {provision} | hva innvilges etter {provision}
// ask nn: kva er heimla i {provision} | kva gir {provision} rett til | kva regulerer {provision} | kva heimlar {provision} | kva gjeld {provision}
// ask nn: kva kan ein søkje om etter {provision} | kva rett gir {provision}
// ask en: what is grounded in {provision} | what does {provision} regulate | what does {provision} ground | what does {provision} govern | what does {provision} cover | what does {provision} give the right to | which rights are grounded in {provision}
// ask en: what is granted under {provision} | what can one apply for under {provision} | what right does {provision} give | what is based on {provision}
// answer nb: Dette er hjemlet i {provision}:
// answer nn: Dette er heimla i {provision}:
// answer en: This is grounded in {provision}:
MATCH (answer)-[fact:GROUNDED_IN]->(provision)
WHERE provision.id IN $provision
RETURN answer, fact
