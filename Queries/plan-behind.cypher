// title nb: Hvilken plan ligger bak en enhet
// title nn: Kva plan ligg bak ei eining
// title en: Which plan is behind a unit
// kind: list
// history: yes
// parameter subject: Actor
// ask nb: hvilken handlingsplan var grunnlaget for {subject} | hvilken plan har {subject} hjemmel i | hvilken plan bygger {subject} på
// ask nn: kva handlingsplan var grunnlaget for {subject} | kva plan har {subject} heimel i
// ask en: which action plan is the basis for {subject} | which plan was {subject} based on | under which plan was {subject} started | which plan grounded {subject}
// answer nb: Planen er:
// answer nn: Planen er:
// answer en: The plan is:
MATCH (subject:Actor)-[ground:GROUNDED_IN]->(:Provision)-[fact:PART_OF]->(answer:LegalInstrument)
WHERE subject.id IN $subject
RETURN answer, ground, fact
