// title nb: Hva gjør en aktør
// title nn: Kva gjer ein aktør
// title en: What does an actor do
// kind: list
// count: no
// parameter actor: Actor
// ask nb: hva gjør {actor} | hva jobber {actor} med | hvilken rolle har {actor} | hva er rollen til {actor} | hva gjør {actor} for {bearer} | hva kan {actor} hjelpe med | hva hjelper {actor} med | hva har {actor} ansvar for | hva er {actor} ansvarlig for
// ask nb: hva =driver {actor} med
// ask nn: kva gjer {actor} | kva jobbar {actor} med | kva rolle har {actor} | kva hjelper {actor} med | kva har {actor} ansvar for
// ask nn: kva =driv {actor} med
// ask en: what does {actor} =do | what does {actor} work on | what role does {actor} have | what is the role of {actor} | what does {actor} =do for {bearer} | what can {actor} help with | what does {actor} help with | what is {actor} responsible for
// parameter bearer: Role = null
// answer nb: {actor}:
// answer nn: {actor}:
// answer en: {actor}:
MATCH (actor:Actor)-[fact:HAS_DUTY|HANDLES|PROVIDES]->(answer)
WHERE actor.id IN $actor
  AND ($bearer IS NULL OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $bearer
      AND (who.kind = 'victim' OR EXISTS { (near)-[:HAS_RIGHT|ADDRESSED_TO|APPLIES_AT*1..2]-(answer) }) })
RETURN answer, fact,
       CASE WHEN answer:Duty THEN 1 WHEN answer:Service THEN 2 ELSE 3 END AS position
ORDER BY position
