// title nb: Hvem har en rettighet
// title nn: Kven har ein rett
// title en: Who has a right
// kind: list
// parameter right: Right
// parameter provision: Provision = null
// ask nb: hvem kan {right} etter {provision} | hvem har rett til {right} etter {provision} | hvem kan {right} i henhold til {provision}
// ask nn: kven kan {right} etter {provision}
// ask en: who can {right} under {provision} | who has a right to {right} under {provision} | who may {right} under {provision}
// ask nb: hvem kan søke om {right}
// ask nn: kven kan søkje om {right}
// ask en: who can apply for {right}
// ask nb: hvem har rett til {right} | hvem har krav på {right} | hvem kan {right} | hvem kan få {right} | hvem har {right} | {right} rett | {right} hvem | hvem får {right} | hvem gjelder {right} for
// ask nb: {right} hvem har krav | {right} hvem har rett | hvem kvalifiserer til {right} | hvem er berettiget til {right} | hvilke personer har rett til {right}
// ask nn: kven har rett til {right} | kven har krav på {right} | kven kan {right} | kven har {right} | {right} rett | {right} kven
// ask nn: kven kan få {right} | kven får {right} | {right} kven har krav
// ask en: who has a right to {right} | who is entitled to {right} | who can {right} | who may {right} | who has {right} | {right} right | right to {right} | {right} who | who gets {right} | who can get {right}
// ask en: who qualifies for {right} | {right} who is entitled | who is eligible for {right}
// answer nb: Retten tilkommer:
// answer nn: Retten gjeld for:
// answer en: The right belongs to:
MATCH (answer)-[fact:HAS_RIGHT]->(right:Right)
WHERE right.id IN $right
  AND ($provision IS NULL OR EXISTS { MATCH (right)-[:GROUNDED_IN]->(one:Provision) WHERE one.id IN $provision })
OPTIONAL MATCH (right)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, collect(requires) AS conditions
