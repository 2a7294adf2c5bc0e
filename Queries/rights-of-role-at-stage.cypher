// title nb: Hvilke rettigheter har noen på et stadium
// title nn: Kva rettar har nokon på eit stadium
// title en: Which rights does someone have at a stage
// kind: list
// parameter bearer: Role|Actor
// parameter stage: Stage
// ask nb: hvilke rettigheter har {bearer} ved {stage} | hva har {bearer} rett til ved {stage} | hva har {bearer} krav på ved {stage} | {bearer} rettigheter {stage}
// ask nn: kva rettar har {bearer} ved {stage} | kva har {bearer} krav på ved {stage}
// ask en: which rights does {bearer} have at {stage} | what is {bearer} entitled to at {stage} | what rights does {bearer} have at {stage} | {bearer} rights {stage}
// answer nb: {bearer} har disse rettighetene ved {stage}:
// answer nn: {bearer} har desse rettane ved {stage}:
// answer en: {bearer} has these rights at {stage}:
MATCH (bearer)-[right:HAS_RIGHT]->(answer:Right)-[fact:APPLIES_AT]->(stage:Stage)
WHERE bearer.id IN $bearer AND stage.id IN $stage
OPTIONAL MATCH (answer)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, right, collect(requires) AS conditions
