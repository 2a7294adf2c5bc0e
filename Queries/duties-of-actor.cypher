// title nb: Hvilke plikter og oppgaver har en aktør
// title nn: Kva plikter og oppgåver har ein aktør
// title en: Which duties does an actor have
// kind: list
// parameter actor: Actor
// ask nb: hvilke plikter har {actor} | hvilke oppgaver har {actor} | hvilket ansvar har {actor} | hva har {actor} ansvar for | {actor} oppgaver | {actor} plikter | {actor} ansvar | hva er oppgavene til {actor} | hva må {actor} gjøre | hva skal {actor} gjøre | hva er {actor} pålagt | hva er {actor} ansvarlig for
// ask nn: kva plikter har {actor} | kva oppgåver har {actor} | kva ansvar har {actor} | {actor} oppgåver | kva skal {actor} gjere
// ask en: what duties does {actor} have | what are the duties of {actor} | what is {actor} responsible for | {actor} duties | {actor} tasks | {actor} responsibilities | what must {actor} =do | what are the tasks of {actor} | what is {actor} obliged to =do | duties of {actor}
// answer nb: {actor} har disse oppgavene:
// answer nn: {actor} har desse oppgåvene:
// answer en: {actor} has these duties:
MATCH (actor:Actor)-[fact:HAS_DUTY]->(answer:Duty)
WHERE actor.id IN $actor
RETURN answer, fact
