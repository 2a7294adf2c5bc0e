// title nb: Har en aktør en rolle på et stadium
// title nn: Har ein aktør ei rolle på eit stadium
// title en: Does an actor have a role at a stage
// kind: truth
// parameter actor: Actor
// parameter stage: Stage
// parameter role: HandlingRole = null
// ask nb: {role} {actor} {stage} | er det {actor} som {role} {stage} | kan {actor} {role} {stage} | har {actor} en rolle i {stage} | håndterer {actor} {stage} | deltar {actor} i {stage}
// ask nn: {role} {actor} {stage} | er det {actor} som {role} {stage} | har {actor} ei rolle i {stage} | handterer {actor} {stage}
// ask en: does {actor} {role} {stage} | is it {actor} that {role} {stage} | does {actor} handle {stage} | does {actor} have a role at {stage} | is {actor} involved at {stage}
// yes nb: {actor} har den rollen ved {stage}.
// yes nn: {actor} har den rolla ved {stage}.
// yes en: {actor} has that role at {stage}.
// no nb: Ved {stage} er det en annen som har den rollen.
// no nn: Ved {stage} er det nokon annan som har den rolla.
// no en: At {stage} another body has that role.
MATCH (stage:Stage) WHERE stage.id IN $stage
OPTIONAL MATCH (actor:Actor)-[held:HANDLES]->(stage)
WHERE actor.id IN $actor AND ($role IS NULL OR any(role IN held.role WHERE role IN $role))
OPTIONAL MATCH (holder:Actor)-[other:HANDLES]->(stage)
WHERE NOT holder.id IN $actor
  AND any(role IN other.role WHERE role IN $role AND role IN ['receives', 'registers', 'forwards', 'decides'])
RETURN held AS yes, other AS no, holder AS instead
