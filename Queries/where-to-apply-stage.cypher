// title nb: Hvor leveres en søknad
// title nn: Kvar leverer ein søknaden
// title en: Where is an application lodged
// kind: list
// parameter stage: Stage
// parameter bearer: Role = null
// ask nb: hvor {stage} | hvor leverer man {stage} | hvor fremmes {stage} | hvor skal {stage} leveres | =hos hvem leverer man {stage} | hvem må {stage} fremmes =for | {stage} hvor | {stage} søke hvor | hvor søker man om {stage} | hvor søker man {stage}
// ask nn: kvar {stage} | kvar leverer ein {stage} | {stage} kvar | kvar søkjer ein om {stage}
// ask nn: kor {stage} | kvar må ein levere {stage} | kvar sender ein {stage} | kvar skal {stage} leverast
// ask nn: kven kan {bearer} vende seg til om {stage}
// ask nn: kven skal {bearer} {stage} =til
// ask nn: korleis søkjer ein om {stage} | korleis leverer ein {stage}
// ask en: who can one turn to {stage} | who should one contact for {stage} | to whom is {stage} submitted
// ask nb: hvem kan man henvende seg til om {stage} | hvem skal man kontakte om {stage}
// ask nb: hvor skal man gå for å {stage} | hvor må man levere {stage} | hvor henvender man seg for å {stage} | hvor sender man {stage} | {stage} hvor skal man gå | hvor tas {stage} imot
// ask nb: hvem kan {bearer} henvende seg til om {stage}
// ask nb: hvem skal {bearer} {stage} =til | =til hvem skal {bearer} {stage}
// ask nb: hvordan søker man om {stage} | hvordan leverer man {stage} | hvordan {stage}
// ask en: where {stage} | where is {stage} lodged | where must {stage} be lodged | where does one lodge {stage} | {stage} where | where do you apply for {stage} | where can one apply for {stage}
// ask en: where is {stage} handed in | where should one go to {stage} | where is {stage} submitted | where do I send {stage} | which office receives {stage} | by which office is {stage} received
// ask en: who can {bearer} turn to for {stage}
// ask en: who should {bearer} {stage} =to | who does {bearer} {stage} =to | who should one {stage} =to | =to whom should {bearer} {stage}
// ask en: how does one apply for {stage} | how is {stage} lodged | how do I submit {stage}
// answer nb: Ta kontakt med:
// answer nn: Ta kontakt med:
// answer en: Contact:
MATCH (answer:Actor)-[fact:HANDLES]->(stage:Stage)
WHERE stage.id IN $stage
  AND ($bearer IS NULL OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $bearer
      AND (who.kind = 'victim' OR EXISTS { (near)-[:HAS_RIGHT|ADDRESSED_TO]-()-[:APPLIES_AT]->(stage) }) })
OPTIONAL MATCH (answer)<-[counterparty:ADDRESSED_TO]-(:Right)-[:APPLIES_AT]->(stage)
WITH answer, fact, counterparty
WHERE 'receives' IN fact.role OR counterparty IS NOT NULL
RETURN DISTINCT answer, fact, counterparty
