// title nb: Når gjelder en rettighet
// title nn: Når gjeld ein rett
// title en: When does a right apply
// kind: list
// parameter right: Right
// parameter bearer: Role|Actor = null
// ask nb: når har {bearer} rett til {right} | når har {bearer} krav på {right} | når gjelder {right} | når har man rett til {right} | når har man krav på {right} | på hvilke stadier har {bearer} krav på {right} | på hvilke stadier gjelder {right} | på hvilke stadier gjelder retten til {right} | når får man {right} | på hvilke stadier har man rett til {right} | ved hvilke stadier har {bearer} krav på {right} | når gjelder retten til {right} | når kan {bearer} få {right}
// ask nn: når har {bearer} rett på {right} | når har {bearer} krav på {right} | når gjeld {right} | når har ein rett til {right} | på kva stadium gjeld {right} | når gjeld retten til {right} | på kva stadium har {bearer} krav på {right}
// ask en: when does {bearer} have a right to {right} | when does {right} apply | when is {bearer} entitled to {right} | when does one have a right to {right} | at which stages is there a right to {right} | at which stages does {right} apply | at which stages does the right to {right} apply | when does the right to {right} apply | when is one entitled to {right} | when can one get {right} | at which stages does {bearer} have a right to {right} | in which stages is there {right}
// answer nb: Retten gjelder ved:
// answer nn: Retten gjeld ved:
// answer en: The right applies at:
MATCH (right:Right)-[at:APPLIES_AT]->(stage:Stage)
WHERE right.id IN $right
  AND ($bearer IS NULL OR EXISTS { MATCH (one)-[:HAS_RIGHT]->(right) WHERE one.id IN $bearer }
    OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $bearer
      AND (who.kind = 'victim' OR EXISTS { (near)-[:HAS_RIGHT]->(right) }) })
WITH right, stage, at ORDER BY stage.order
WITH right, collect(stage) AS stages, collect(at) AS applies
OPTIONAL MATCH (right)-[requires:REQUIRES]->(condition:Condition)
WITH right, stages, applies, collect(condition) AS conditions, collect(requires) AS requirements
OPTIONAL MATCH (bearer)-[has:HAS_RIGHT]->(right) WHERE $bearer IS NULL OR bearer.id IN $bearer
RETURN CASE WHEN size(stages) = 1 AND size(conditions) > 0 THEN conditions ELSE stages END AS answer,
       applies AS fact, requirements, collect(has) AS bearers
