// title nb: Har noen en rettighet
// title nn: Har nokon ein rett
// title en: Does someone have a right
// kind: truth
// parameter bearer: Role|Actor = null
// parameter right: Right
// parameter condition: Condition = null
// ask nb: kan {bearer} {condition} {right} | har {bearer} {condition} rett til {right} | kan en {condition} {right} | har en {condition} krav på {right}
// ask nn: kan {bearer} {condition} {right} | har {bearer} {condition} rett til {right}
// ask en: can {bearer} {condition} {right} | does {bearer} {condition} have a right to {right} | may {bearer} {condition} {right}
// ask nb: har {bearer} rett til {right} | har {bearer} krav på {right} | kan {bearer} {right} | kan {bearer} få {right} | har {bearer} {right} | får {bearer} {right}
// ask nb: er {bearer} berettiget til {right} | kan {bearer} søke {right} | har en {bearer} krav på {right}
// ask nn: har {bearer} rett til {right} | har {bearer} krav på {right} | kan {bearer} {right} | har {bearer} {right}
// ask nn: får {bearer} {right} | kan {bearer} få {right}
// ask en: does {bearer} have a right to {right} | is {bearer} entitled to {right} | can {bearer} {right} | may {bearer} {right} | does {bearer} have {right} | does {bearer} get {right} | can {bearer} get {right}
// ask en: does a {bearer} have the right to {right} | has {bearer} a right to {right}
// yes nb: {bearer} har denne retten.
// yes nn: {bearer} har denne retten.
// yes en: {bearer} has this right.
MATCH (bearer)-[yes:HAS_RIGHT]->(right:Right)
WHERE ($bearer IS NULL AND $condition IS NOT NULL OR bearer.id IN $bearer) AND right.id IN $right
  AND ($condition IS NULL OR EXISTS { MATCH (right)-[:REQUIRES]->(one:Condition) WHERE one.id IN $condition })
OPTIONAL MATCH (right)-[requires:REQUIRES]->(:Condition)
RETURN yes, collect(requires) AS conditions
