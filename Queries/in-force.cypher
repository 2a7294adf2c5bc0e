// title nb: Er en bestemmelse i kraft
// title nn: Er ei føresegn i kraft
// title en: Is a provision in force
// kind: truth
// parameter subject: Provision|LegalInstrument
// ask nb: er {subject} i kraft | gjelder {subject} fortsatt | var {subject} i kraft | gjaldt {subject} | er {subject} gjeldende | er {subject} opphevet | gjelder {subject} | er {subject} gyldig | er {subject} fortsatt gyldig
// ask nn: er {subject} i kraft | gjeld {subject} framleis | er {subject} gjeldande | gjeld {subject} | er {subject} gyldig | er {subject} framleis gyldig
// ask en: is {subject} in force | does {subject} still apply | was {subject} in force | is {subject} still in force | does {subject} apply | did {subject} apply | is {subject} valid | is {subject} still valid
// yes nb: {subject} gjaldt på denne datoen.
// yes nn: {subject} gjaldt på denne datoen.
// yes en: {subject} was in force on this date.
// no nb: {subject} gjaldt ikke på denne datoen.
// no nn: {subject} gjaldt ikkje på denne datoen.
// no en: {subject} was not in force on this date.
MATCH (subject) WHERE subject.id IN $subject AND (subject.validFrom IS NOT NULL OR subject.validTo IS NOT NULL)
OPTIONAL MATCH (subject)-[successor:REPLACED_BY]->()
RETURN {node: subject, name: 'valid', value: coalesce(subject.validFrom, subject.validTo)} AS yes, collect(successor) AS later
UNION ALL
// Of a plan it is known when it was issued for.
MATCH (subject)-[yes:ISSUED_BY]->()
WHERE subject.id IN $subject AND subject.validFrom IS NULL AND subject.validTo IS NULL
  AND (yes.validFrom IS NOT NULL OR yes.validTo IS NOT NULL)
RETURN yes, [] AS later
