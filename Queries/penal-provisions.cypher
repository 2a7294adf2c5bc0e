// title nb: Hvilken straffebestemmelse rammer menneskehandel
// title nn: Kva straffeføresegn rammar menneskehandel
// title en: Which penal provision criminalises trafficking
// kind: list
// parameter phenomenon: Concept|Role = null
// ask nb: hvilken straffebestemmelse gjelder {phenomenon} | hvilken paragraf rammer {phenomenon} | hvilken bestemmelse i loven rammer {phenomenon} | hvilken lov forbyr {phenomenon} | straffebestemmelse {phenomenon} | hvor er {phenomenon} straffbart | hvilke straffebestemmelser finnes | hvilken paragraf gjelder for {phenomenon} | hvilken bestemmelse gjelder for {phenomenon} | hvilken lov kriminaliserer {phenomenon} | hvilken paragraf i {law} gjelder {phenomenon}
// ask nb: hvilke straffebestemmelser om {phenomenon} var i kraft | hvilke straffebestemmelser om {phenomenon} er i kraft | hvilken straffebestemmelse om {phenomenon} gjelder
// ask nn: kva straffeføresegn gjeld {phenomenon} | kva paragraf rammar {phenomenon} | kva føresegn rammar {phenomenon} | kva paragraf gjeld {phenomenon}
// ask nn: kva straffeføresegner om {phenomenon} er i kraft
// ask en: which penal provision criminalises {phenomenon} | which section covers {phenomenon} | which provision applies to {phenomenon} | which law prohibits {phenomenon} | penal provision {phenomenon} | which penal provisions are there | which section of {law} covers {phenomenon} | which penal provision applies to {phenomenon} | which section of {law} applies to {phenomenon} | under which section is {phenomenon} punishable
// ask en: which penal provisions on {phenomenon} were in force | which penal provisions on {phenomenon} are in force | which penal provision on {phenomenon} was in force
// parameter law: LegalInstrument = null
// answer nb: Straffebestemmelsen er:
// answer nn: Straffeføresegna er:
// answer en: The penal provision is:
MATCH (answer:Provision)-[fact:ADDRESSED_TO]->(:Role {kind: 'perpetrator'})
WHERE ($phenomenon IS NULL
    OR EXISTS { MATCH (what:Concept|Role) WHERE what.id IN $phenomenon AND what.kind IN ['phenomenon', 'perpetrator'] })
  AND ($law IS NULL OR EXISTS { MATCH (answer)-[:PART_OF]->(act:LegalInstrument) WHERE act.id IN $law })
OPTIONAL MATCH (answer)-[part:PART_OF]->(:LegalInstrument)
RETURN answer, fact, part
UNION
MATCH (:Role {kind: 'perpetrator'})<-[:ADDRESSED_TO]-(:Provision)-[fact:REPLACED_BY]->(answer:Provision)
WHERE ($phenomenon IS NULL
    OR EXISTS { MATCH (what:Concept|Role) WHERE what.id IN $phenomenon AND what.kind IN ['phenomenon', 'perpetrator'] })
  AND ($law IS NULL OR EXISTS { MATCH (answer)-[:PART_OF]->(act:LegalInstrument) WHERE act.id IN $law })
OPTIONAL MATCH (answer)-[part:PART_OF]->(:LegalInstrument)
RETURN answer, fact, part
