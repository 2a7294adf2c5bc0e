// title nb: Har en aktør et mål
// title nn: Har ein aktør eit mål
// title en: Does an actor pursue a goal
// kind: truth
// parameter actor: Actor|Group
// parameter goal: Goal
// ask nb: arbeider {actor} for {goal} | skal {actor} {goal} | har {actor} {goal} som mål | ønsker {actor} {goal} | er {goal} et mål for {actor} | jobber {actor} for å {goal}
// ask nn: arbeider {actor} for {goal} | skal {actor} {goal} | har {actor} {goal} som mål | ønskjer {actor} {goal}
// ask en: does {actor} work to {goal} | does {actor} want {goal} | is {goal} a goal of {actor} | does {actor} aim to {goal} | does {actor} pursue {goal}
// yes nb: Det er et mål for {actor}.
// yes nn: Det er eit mål for {actor}.
// yes en: It is a goal of {actor}.
MATCH (actor)-[yes:PURSUES]->(goal:Concept)
WHERE actor.id IN $actor AND goal.id IN $goal
RETURN yes
