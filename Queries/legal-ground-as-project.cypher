// title nb: Hva var hjemmelen mens noe var et prosjekt
// title nn: Kva var heimelen medan noko var eit prosjekt
// title en: What was the legal ground while it was a project
// kind: list
// history: yes
// parameter subject: Actor
// ask nb: hvilket tiltak hadde {subject} hjemmel i som prosjekt | hva var hjemmelen for {subject} som prosjekt | hva var grunnlaget for {subject} som prosjekt
// ask nb: hvilket tiltak bygde {subject} på som prosjekt | hvilket tiltak var {subject} basert på som prosjekt | hva var hjemmelen for prosjektet {subject}
// ask nn: kva var heimelen for {subject} som prosjekt | kva tiltak hadde {subject} heimel i som prosjekt
// ask en: what was the legal basis of {subject} as a project | which measure was {subject} based on as a project | what grounded {subject} as a project
// ask en: on what measure was {subject} based as a project | on which measure was the project {subject} based
// answer nb: Hjemmelen var:
// answer nn: Heimelen var:
// answer en: The legal ground was:
MATCH (subject:Actor)-[fact:GROUNDED_IN]->(answer)
WHERE subject.id IN $subject
OPTIONAL MATCH (answer)-[part:PART_OF]->(:LegalInstrument)
RETURN answer, fact, part
