// title nb: Hvem har oppgaver overfor noen
// title nn: Kven har oppgåver overfor nokon
// title en: Who has duties towards someone
// kind: list
// parameter towards: Role|Actor
// parameter role: HandlingRole = null
// ask nb: hvem {role} {towards} | hvem har plikter overfor {towards} | hvem har ansvar for {towards} | hvem har ansvar overfor {towards}
// ask nn: kven {role} {towards} | kven har plikter overfor {towards} | kven har ansvar for {towards}
// ask en: who {role} {towards} | who has duties towards {towards} | who is responsible for {towards} | who is responsible towards {towards}
// answer nb: Disse har oppgaver overfor {towards}:
// answer nn: Desse har oppgåver overfor {towards}:
// answer en: These have duties towards {towards}:
MATCH (answer:Actor)-[duty:HAS_DUTY]->(what:Duty)-[fact:ADDRESSED_TO]->(towards)
WHERE towards.id IN $towards
  AND ($role IS NULL OR 'assists' IN $role
    OR EXISTS { MATCH (answer)-[handles:HANDLES]->(:Stage)<-[:APPLIES_AT]-(what)
                WHERE any(role IN handles.role WHERE role IN $role) })
RETURN answer, fact, duty
