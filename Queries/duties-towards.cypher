// title nb: Hvilke plikter gjelder overfor noen
// title nn: Kva plikter gjeld overfor nokon
// title en: Which duties are owed to someone
// kind: list
// parameter towards: Role|Actor
// parameter actor: Actor = null
// ask nb: hvilke plikter har {actor} overfor {towards} | hvilke plikter gjelder overfor {towards} | hvilket ansvar har {actor} overfor {towards} | hva har {actor} plikt til overfor {towards} | plikter overfor {towards}
// ask nn: kva plikter har {actor} overfor {towards} | kva plikter gjeld overfor {towards} | kva ansvar har {actor} overfor {towards}
// ask en: what duties does {actor} have =towards {towards} | which duties are owed to {towards} | what is {actor} responsible for =towards {towards} | duties =towards {towards} | which duties are addressed to {towards}
// answer nb: Plikter overfor {towards}:
// answer nn: Plikter overfor {towards}:
// answer en: Duties towards {towards}:
MATCH (bearer:Actor)-[duty:HAS_DUTY]->(answer:Duty)-[fact:ADDRESSED_TO]->(towards)
WHERE towards.id IN $towards AND ($actor IS NULL OR bearer.id IN $actor)
RETURN answer, fact, duty
