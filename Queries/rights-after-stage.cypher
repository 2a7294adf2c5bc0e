// title nb: Hvilke rettigheter gjelder på stadiet etter et annet
// title nn: Kva rettar gjeld på stadiet etter eit anna
// title en: Which rights apply at the stage after another
// kind: list
// parameter stage: Stage
// ask nb: hvilke rettigheter gjelder etter {stage} | hvilke rettigheter gjelder på stadiet etter {stage} | hvilke rettigheter har man etter {stage} | hvilke rettigheter gjelder på neste stadium etter {stage}
// ask nn: kva rettar gjeld etter {stage} | kva rettar gjeld på stadiet etter {stage}
// ask en: which rights apply after {stage} | which rights apply at the stage after {stage} | what rights does one have after {stage} | which rights apply at the stage that follows {stage} | which rights apply at the stage following {stage}
// answer nb: Rettigheter etter {stage}:
// answer nn: Rettar etter {stage}:
// answer en: Rights after {stage}:
MATCH (stage:Stage)-[order:PRECEDES]->(next:Stage)<-[fact:APPLIES_AT]-(answer:Right)
WHERE stage.id IN $stage
RETURN answer, fact, order
