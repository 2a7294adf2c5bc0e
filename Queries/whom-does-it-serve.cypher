// title nb: Hvem gjør en aktør noe for
// title nn: Kven gjer ein aktør noko for
// title en: For whom does an actor do something
// kind: list
// parameter actor: Actor
// parameter role: HandlingRole = null
// ask nb: hvem er det {actor} {role} | hvem skal {actor} {role} | hvem har {actor} plikter overfor | overfor hvem har {actor} plikter
// ask nn: kven er det {actor} {role} | kven skal {actor} {role} | kven har {actor} plikter overfor
// ask en: whom does {actor} {role} | who does {actor} {role} | whom must {actor} {role} | towards whom does {actor} have duties | to whom does {actor} owe duties
// answer nb: {actor} har oppgaver overfor:
// answer nn: {actor} har oppgåver overfor:
// answer en: {actor} has duties towards:
MATCH (actor:Actor)-[duty:HAS_DUTY]->(what:Duty)-[fact:ADDRESSED_TO]->(answer)
WHERE actor.id IN $actor
  AND ($role IS NULL OR 'assists' IN $role
    OR EXISTS { MATCH (actor)-[handles:HANDLES]->(:Stage)<-[:APPLIES_AT]-(what)
                WHERE any(role IN handles.role WHERE role IN $role) })
RETURN answer, fact, duty
