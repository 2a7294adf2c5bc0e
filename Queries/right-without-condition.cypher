// title nb: Gjelder en rett eller plikt når et vilkår ikke er oppfylt
// title nn: Gjeld ein rett eller ei plikt når eit vilkår ikkje er oppfylt
// title en: Does a right or duty hold where a condition is not met
// kind: truth
// parameter subject: Right|Duty
// parameter unmet: UnmetCondition
// parameter bearer: Role|Actor = null
// ask nb: kan {bearer} {subject} {unmet} | har {bearer} rett til {subject} {unmet} | har {bearer} krav på {subject} {unmet} | har man rett til {subject} {unmet} | har man krav på {subject} {unmet} | kan man {subject} {unmet} | kan en person {unmet} {subject} | kan man få {subject} {unmet} | kan noen {unmet} {subject}
// ask nn: kan {bearer} {subject} {unmet} | har {bearer} rett til {subject} {unmet} | har ein rett til {subject} {unmet} | kan ein {subject} {unmet} | kan ein {unmet} {subject} | har {bearer} krav på {subject} {unmet}
// ask en: can {bearer} {subject} {unmet} | does {bearer} have a right to {subject} {unmet} | is {bearer} entitled to {subject} {unmet} | does one have a right to {subject} {unmet} | can one {subject} {unmet} | can someone {unmet} {subject} | is there a right to {subject} {unmet} | may {bearer} {subject} {unmet} | can one get {subject} {unmet}
// no nb: Vilkåret er ikke oppfylt. Da gjelder ikke {subject}.
// no nn: Vilkåret er ikkje oppfylt. Då gjeld ikkje {subject}.
// no en: The condition is not met. So it does not apply.
MATCH (subject)-[no:REQUIRES]->(condition:Condition)
WHERE subject.id IN $subject AND condition.id IN $unmet
  AND ($bearer IS NULL OR EXISTS { MATCH (one) WHERE one.id IN $bearer
      AND (one.kind = 'victim' OR EXISTS { (one)-[:HAS_RIGHT|HAS_DUTY|SAME_PERSON_AS*1..2]-(subject) }) })
RETURN no
