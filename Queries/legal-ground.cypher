// title nb: Hva er hjemmelen
// title nn: Kva er heimelen
// title en: What is the legal ground
// kind: list
// parameter subject: Right|Stage|Duty|Service|Actor|Group
// ask nb: hva er hjemmelen for {subject} | hvilken paragraf hjemler {subject} | hvilken bestemmelse gir rett til {subject} | hvor er {subject} hjemlet | {subject} hjemmel | hvilken lov gir rett til {subject} | hva er rettsgrunnlaget for {subject} | hvilken bestemmelse regulerer {subject} | hvilket tiltak hadde {subject} hjemmel i | hva bygger {subject} på | i hvilken bestemmelse er {subject} hjemlet | hvilken lov regulerer {subject} | hva er {subject} basert på | hva er det rettslige grunnlaget for {subject}
// ask nb: hvilken paragraf gjelder for {subject} | etter hvilken paragraf kan man {subject} | etter hvilken bestemmelse kan man {subject} | hvilken paragraf gir rett til {subject} | i hvilken paragraf står {subject} | hvor i regelverket står {subject} | hvilken bestemmelse gjelder for {subject} | hva er lovgrunnlaget for {subject} | {subject} paragraf | {subject} hvilken paragraf | med hjemmel i hva gis {subject}
// ask nn: kva er heimelen for {subject} | kva paragraf heimlar {subject} | kva føresegn gir rett til {subject} | {subject} heimel | kvar er {subject} heimla | kva lov gir rett til {subject}
// ask nn: kva paragraf gjeld for {subject} | kva paragraf gir rett til {subject} | etter kva paragraf kan ein {subject} | kva føresegn gjeld for {subject} | {subject} paragraf
// ask en: what is the legal basis for {subject} | which provision grounds {subject} | what grounds {subject} | legal basis {subject} | which law gives the right to {subject} | in which provision is {subject} grounded | what is {subject} grounded in | which provision regulates {subject} | what is the legal ground of {subject} | {subject} legal basis | which measure was {subject} based on | which section gives the right to {subject}
// ask en: under which provision may one {subject} | under which section can one {subject} | under what provision is {subject} granted | which section applies to {subject} | which provision applies to {subject} | which paragraph gives the right to {subject} | what rule governs {subject} | {subject} section | under which paragraph can one {subject} | what is the law behind {subject}
// answer nb: Hjemmelen er:
// answer nn: Heimelen er:
// answer en: The legal ground is:
MATCH (subject)-[fact:GROUNDED_IN]->(answer)
WHERE subject.id IN $subject
OPTIONAL MATCH (answer)-[part:PART_OF]->(:LegalInstrument)
RETURN answer, fact, part
