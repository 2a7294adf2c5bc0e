// title nb: Når er noe uten betydning eller utelukket
// title nn: Når er noko utan verknad eller utelukka
// title en: When is something irrelevant or excluded
// kind: list
// parameter object: Concept
// ask nb: når er {object} uten betydning | når har {object} ikke betydning | hva utelukker {object} | når gjelder ikke {object} | hvem har ikke {object} | i hvilke tilfeller er {object} irrelevant | under hvilke vilkår har {object} ingen betydning | når er {object} ugyldig
// ask nn: når er {object} utan betyding | når har {object} ikkje noko å seie | kva utelukkar {object} | når er {object} ugyldig
// ask en: when is {object} irrelevant | when does {object} not matter | what excludes {object} | under which conditions does {object} not matter | when is {object} invalid | under which conditions is {object} irrelevant | who does not have {object}
// answer nb: Det gjelder disse tilfellene:
// answer nn: Det gjeld desse tilfella:
// answer en: In these cases:
MATCH (answer)-[fact:EXCLUDES]->(object)
WHERE object.id IN $object
RETURN answer, fact
