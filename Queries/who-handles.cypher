// title nb: Hvem gjør hva på et stadium
// title nn: Kven gjer kva på eit stadium
// title en: Who does what at a stage
// kind: list
// parameter stage: Stage
// parameter role: HandlingRole = null
// ask nb: hvem {stage} | {stage} hvem | hvem {role} {stage} | hvem {role} ved {stage} | hvem kan {role} med {stage} | {stage} {role} | hvor {role} {stage}
// parameter to: Actor = null
// parameter whole: Actor = null
// ask nb: hvilken enhet i {whole} {role} {stage} | hvilken del av {whole} {role} {stage} | hvem i {whole} {role} {stage} | hvor på {whole} {role} {stage}
// ask nn: kva eining i {whole} {role} {stage} | kven i {whole} {role} {stage}
// ask en: which unit of {whole} {role} {stage} | which part of {whole} {role} {stage} | who in {whole} {role} {stage}
// parameter bearer: Role = null
// ask nb: hvem {role} {bearer} {stage}
// ask nn: kven {role} {bearer} {stage}
// ask en: who {role} {bearer} {stage}
// ask nb: hvem {role} {stage} til {to} | hvem {role} {to} {stage}
// ask en: who {role} {stage} to {to}
// ask nn: kven {role} {stage} til {to}
// ask nb: hvem håndterer {stage} | hvem har ansvar for {stage} | hvem gjør hva ved {stage} | hvem har plikt til å {role} {stage}
// ask nb: hvem har en rolle i {stage} | hvem deltar i {stage} | hvem bistår hvem ved {stage}
// ask nb: av hvem blir {stage} {role} | hos hvem {role} {stage} | hvem er {role} under {stage} | hvilken instans {role} {stage} | hvem er med på {stage} | {role} {stage} hvem | av hvem {role} {stage}
// ask nb: hvem {role} {stage} videre til {to} | hvem {role} {stage} videre
// ask nn: kven {stage} | kven {role} {stage} | kven har ei rolle i {stage} | kven handterer {stage} | kven gjer kva ved {stage} | kvar {role} {stage}
// ask nn: av kven vert {stage} {role} | hos kven {role} {stage} | kven deltek i {stage} | kven er med på {stage}
// ask nn: kven {role} {stage} vidare til {to} | kven {role} {stage} vidare
// ask en: who {stage} | who {role} {stage} | who {role} at {stage} | who handles {stage} | who is involved at {stage}
// ask en: who is responsible for {stage} | who does what at {stage} | who has a role at {stage} | {stage} {role} | where {role} {stage}
// ask en: by whom is {stage} {role} | which office {role} {stage} | who {role} whether {stage} | {role} {stage} who
// ask en: who {role} {stage} on to {to}
// answer nb: Dette er aktørene ved {stage}:
// answer nn: Dette er aktørane ved {stage}:
// answer en: These are the actors at {stage}:
MATCH (answer:Actor)-[fact:HANDLES]->(stage:Stage)
WHERE stage.id IN $stage AND ($role IS NULL OR any(role IN fact.role WHERE role IN $role))
  AND ($bearer IS NULL OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $bearer
      AND (who.kind = 'victim' OR EXISTS { (near)-[:HAS_RIGHT|ADDRESSED_TO]-()-[:APPLIES_AT]->(stage) }) })
  AND ($whole IS NULL OR EXISTS { MATCH (answer)-[:PART_OF*1..3]->(body:Actor) WHERE body.id IN $whole })
  AND ($to IS NULL OR EXISTS { MATCH (other:Actor)-[:HANDLES]->(stage) WHERE other.id IN $to AND NOT answer.id IN $to })
RETURN answer, fact,
       CASE WHEN 'receives' IN fact.role THEN 1 WHEN 'identifies' IN fact.role THEN 1
            WHEN 'conducts' IN fact.role THEN 2 WHEN 'registers' IN fact.role THEN 2
            WHEN 'forwards' IN fact.role THEN 3 WHEN 'decides' IN fact.role THEN 4
            ELSE 5 END AS position
ORDER BY position
