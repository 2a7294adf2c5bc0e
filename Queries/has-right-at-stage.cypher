// title nb: Har noen en rettighet på et stadium
// title nn: Har nokon ein rett på eit stadium
// title en: Does someone have a right at a stage
// kind: truth
// parameter bearer: Role|Actor = null
// parameter right: Right
// parameter stage: Stage
// ask nb: har {bearer} rett til {right} ved {stage} | har {bearer} krav på {right} i {stage} | gjelder {right} ved {stage} | gjelder rett til {right} ved {stage} | har man rett til {right} ved {stage} | kan {bearer} få {right} ved {stage} | har man krav på {right} ved {stage} | finnes rett til {right} ved {stage}
// ask nb: {right} i {stage} rett | kan man få {right} under {stage} | har man {right} under {stage} | får {bearer} {right} i {stage}
// ask nn: har {bearer} rett til {right} ved {stage} | har {bearer} krav på {right} i {stage} | gjeld {right} ved {stage} | har ein rett til {right} ved {stage} | gjeld retten til {right} ved {stage}
// ask en: does {bearer} have a right to {right} at {stage} | is {bearer} entitled to {right} at {stage} | does {right} apply at {stage} | does the right to {right} apply at {stage} | does one have a right to {right} at {stage} | is one entitled to {right} at {stage} | is there a right to {right} at {stage} | can {bearer} get {right} at {stage}
// ask en: can one get {right} during {stage} | does {bearer} get {right} in {stage} | is {bearer} entitled to {right} during {stage}
// yes nb: Retten gjelder ved {stage}.
// yes nn: Retten gjeld ved {stage}.
// yes en: The right applies at {stage}.
MATCH (right:Right)-[yes:APPLIES_AT]->(stage:Stage)
WHERE right.id IN $right AND stage.id IN $stage
MATCH (bearer)-[has:HAS_RIGHT]->(right)
WHERE $bearer IS NULL OR bearer.id IN $bearer
OPTIONAL MATCH (right)-[requires:REQUIRES]->(:Condition)
RETURN yes, collect(DISTINCT has) AS bearers, collect(DISTINCT requires) AS conditions
