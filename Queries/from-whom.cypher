// title nb: Hos hvem eller mot hvem gjelder en rett
// title nn: Hos kven eller mot kven gjeld ein rett
// title en: From whom is a right claimed
// kind: list
// parameter right: Right
// parameter bearer: Role = null
// ask nb: hvem skylder {bearer} {right} | hvem skal gi {bearer} {right}
// ask nn: kven skuldar {bearer} {right} | kven skal gi {bearer} {right}
// ask en: who owes {bearer} {right} | who must give {bearer} {right}
// ask nb: hvem er motpart for {right} | =hos hvem har man {right} | hvem må man {right} =hos | hvem skal gi {right} | hvem skal man {right} =hos
// ask nn: kven er motpart for {right} | =hos kven {right} | kven skal gi {right}
// ask en: who is the counterparty of {right} | =from whom {right} | who must give {right} | who owes {right} | =to whom is {right} addressed
// answer nb: Retten gjelder overfor:
// answer nn: Retten gjeld overfor:
// answer en: The right is owed by:
MATCH (right:Right)-[fact:ADDRESSED_TO]->(answer)
WHERE right.id IN $right
  AND ($bearer IS NULL OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $bearer
      AND (who.kind = 'victim' OR EXISTS { (near)-[:HAS_RIGHT]->(right) }) })
RETURN answer, fact
