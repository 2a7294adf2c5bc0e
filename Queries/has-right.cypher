// title nb: Har noen en rettighet
// title nn: Har nokon ein rett
// title en: Does someone have a right
// kind: truth
// parameter bearer: Role|Actor
// parameter right: Right
// ask nb: har {bearer} rett til {right} | har {bearer} krav på {right} | kan {bearer} {right} | kan {bearer} få {right} | har {bearer} {right} | får {bearer} {right}
// ask nn: har {bearer} rett til {right} | har {bearer} krav på {right} | kan {bearer} {right} | har {bearer} {right}
// ask en: does {bearer} have a right to {right} | is {bearer} entitled to {right} | can {bearer} {right} | may {bearer} {right} | does {bearer} have {right} | does {bearer} get {right} | can {bearer} get {right}
// yes nb: {bearer} har denne retten.
// yes nn: {bearer} har denne retten.
// yes en: {bearer} has this right.
MATCH (bearer)-[yes:HAS_RIGHT]->(right:Right)
WHERE bearer.id IN $bearer AND right.id IN $right
OPTIONAL MATCH (right)-[requires:REQUIRES]->(:Condition)
RETURN yes, collect(requires) AS conditions
