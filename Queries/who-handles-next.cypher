// title nb: Hvem gjør hva på stadiet etter et annet
// title nn: Kven gjer kva på stadiet etter eit anna
// title en: Who does what at the stage after another
// kind: list
// parameter stage: Stage
// parameter role: HandlingRole = null
// ask nb: hvem {role} på stadiet etter {stage} | hvem håndterer stadiet etter {stage} | hvem {role} det som kommer etter {stage} | hvem håndterer det som kommer etter {stage}
// ask nn: kven {role} på stadiet etter {stage} | kven handterer stadiet etter {stage}
// ask en: who {role} at the stage after {stage} | who handles the stage after {stage} | who {role} the stage that follows {stage} | who {role} what comes after {stage}
// answer nb: Dette er aktørene etter {stage}:
// answer nn: Dette er aktørane etter {stage}:
// answer en: These are the actors after {stage}:
MATCH (stage:Stage)-[order:PRECEDES]->(:Stage)<-[fact:HANDLES]-(answer:Actor)
WHERE stage.id IN $stage AND ($role IS NULL OR any(role IN fact.role WHERE role IN $role))
RETURN answer, fact, order
