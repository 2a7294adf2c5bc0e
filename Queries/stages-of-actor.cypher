// title nb: Hvilke stadier eller søknader har en aktør en rolle i
// title nn: Kva stadium eller søknader har ein aktør ei rolle i
// title en: Which stages or applications does an actor handle
// kind: list
// parameter actor: Actor
// parameter role: HandlingRole = null
// ask nb: hvilke stadier {role} {actor} | hvilke søknader {role} {actor} | hva {role} {actor} | hva {role} {actor} med | hvilke saker {role} {actor} | på hvilke stadier {role} {actor} | når {role} {actor} | hvilke søknader håndterer {actor} | på hvilke stadier er {actor} involvert
// ask nb: hvilket stadium håndterer {actor} | hvilke stadier er {actor} med på | i hvilke faser er {actor} involvert | på hvilket stadium {role} {actor}
// ask nn: kva stadium {role} {actor} | kva søknader {role} {actor} | kva {role} {actor}
// ask en: which stages does {actor} {role} | which applications does {actor} {role} | what does {actor} {role} | what does {actor} {role} with | at which stages does {actor} {role} | when does {actor} {role} | which applications does {actor} handle | at which stages is {actor} involved | which stages does {actor} handle
// ask en: which stage does {actor} handle | in which phases is {actor} involved
// answer nb: {actor} har en rolle her:
// answer nn: {actor} har ei rolle her:
// answer en: {actor} has a role here:
MATCH (actor:Actor)-[fact:HANDLES]->(answer:Stage)
WHERE actor.id IN $actor AND ($role IS NULL OR any(role IN fact.role WHERE role IN $role))
RETURN answer, fact
ORDER BY answer.order
