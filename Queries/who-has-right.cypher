// title nb: Hvem har en rettighet
// title nn: Kven har ein rett
// title en: Who has a right
// kind: list
// parameter right: Right
// ask nb: hvem kan søke om {right}
// ask nn: kven kan søkje om {right}
// ask en: who can apply for {right}
// ask nb: hvem har rett til {right} | hvem har krav på {right} | hvem kan {right} | hvem kan få {right} | hvem har {right} | {right} rett | {right} hvem | hvem får {right} | hvem gjelder {right} for
// ask nn: kven har rett til {right} | kven har krav på {right} | kven kan {right} | kven har {right} | {right} rett | {right} kven
// ask en: who has a right to {right} | who is entitled to {right} | who can {right} | who may {right} | who has {right} | {right} right | right to {right} | {right} who | who gets {right} | who can get {right}
// answer nb: Retten tilkommer:
// answer nn: Retten gjeld for:
// answer en: The right belongs to:
MATCH (answer)-[fact:HAS_RIGHT]->(right:Right)
WHERE right.id IN $right
OPTIONAL MATCH (right)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, collect(requires) AS conditions
