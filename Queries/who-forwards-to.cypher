// title nb: Hvem sender saker videre til en aktør
// title nn: Kven sender saker vidare til ein aktør
// title en: Who forwards cases to an actor
// kind: list
// parameter role: HandlingRole
// parameter to: Actor
// ask nb: hvem {role} =til {to} | hvilken enhet {role} saker =til {to}
// ask nn: kven {role} =til {to} | kva eining {role} saker =til {to}
// ask en: who {role} =to {to} | which unit {role} cases =to {to}
// answer nb: Saker går til {to} fra:
// answer nn: Saker går til {to} frå:
// answer en: Cases go to {to} from:
MATCH (answer:Actor)-[fact:HANDLES]->(:Stage)<-[decides:HANDLES]-(to:Actor)
WHERE to.id IN $to AND any(role IN fact.role WHERE role IN $role)
  AND 'forwards' IN fact.role AND 'decides' IN decides.role
RETURN answer, fact, decides
