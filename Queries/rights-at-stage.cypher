// title nb: Hvilke rettigheter gjelder på et stadium
// title nn: Kva rettar gjeld på eit stadium
// title en: Which rights apply at a stage
// kind: list
// parameter stage: Stage
// ask nb: hvilke rettigheter gjelder ved {stage} | hvilke rettigheter har man ved {stage} | {stage} rettigheter | {stage} rett | hvilke rettigheter finnes ved {stage} | hva har man krav på ved {stage} | hva har man rett til ved {stage} | rettigheter {stage}
// ask nb: hvilke rettigheter gjelder både ved {stage} | hvilke rettigheter gjelder under {stage} | hva har man rett på under {stage} | rettar {stage} | hvilke krav har man under {stage} | hvilke rettigheter har offeret ved {stage} | hvilke rettigheter har et offer under {stage}
// ask nn: kva rettar gjeld ved {stage} | kva rettar har ein ved {stage} | {stage} rettar | kva har ein krav på ved {stage}
// ask nn: kva rettar gjeld under {stage} | kva har ein rett på ved {stage} | kva rettar finst ved {stage} | rettar ved {stage}
// ask en: which rights apply at {stage} | what rights does one have at {stage} | {stage} rights | what is one entitled to at {stage} | which rights are there at {stage} | rights {stage}
// ask en: which rights apply both at {stage} | what rights apply during {stage} | what rights does a victim have during {stage} | which rights apply in {stage} | rights at {stage} | rights during {stage}
// answer nb: Rettigheter ved {stage}:
// answer nn: Rettar ved {stage}:
// answer en: Rights at {stage}:
MATCH (answer:Right)-[fact:APPLIES_AT]->(stage:Stage)
WHERE stage.id IN $stage
OPTIONAL MATCH (answer)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, collect(requires) AS conditions
