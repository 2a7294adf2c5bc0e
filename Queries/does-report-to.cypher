// title nb: Er en aktør underlagt en annen
// title nn: Er ein aktør underlagt ein annan
// title en: Does an actor report to another
// kind: truth
// parameter actor: Actor
// parameter superior: Actor
// ask nb: er {actor} underlagt {superior} | rapporterer {actor} til {superior} | sorterer {actor} under {superior} | ligger {actor} under {superior} | var {actor} underlagt {superior}
// ask nb: er {superior} overordnet {actor} | ligger {actor} administrativt under {superior}
// ask nn: er {actor} underlagt {superior} | rapporterer {actor} til {superior} | sorterer {actor} under {superior}
// ask nn: er {superior} overordna {actor}
// ask en: does {actor} report to {superior} | is {actor} subordinate to {superior} | did {actor} report to {superior} | is {actor} under {superior} | is {actor} administratively under {superior}
// ask en: is {superior} above {actor}
// yes nb: {actor} er underlagt {superior}.
// yes nn: {actor} er underlagt {superior}.
// yes en: {actor} reports to {superior}.
// no nb: {actor} er underlagt en annen.
// no nn: {actor} er underlagt nokon annan.
// no en: {actor} reports to another body.
MATCH (actor:Actor)-[line:REPORTS_TO]->(superior:Actor)
WHERE actor.id IN $actor
RETURN CASE WHEN superior.id IN $superior THEN line END AS yes,
       CASE WHEN NOT superior.id IN $superior THEN line END AS no
