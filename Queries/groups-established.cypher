// title nb: Hvilke grupper har en enhet etablert
// title nn: Kva grupper har ei eining etablert
// title en: Which groups has a unit established
// kind: list
// parameter actor: Actor
// ask nb: hvilke grupper har {actor} etablert | hvilke grupper har {actor} | hvilke grupper ligger under {actor} | hvilke grupper er opprettet av {actor} | gruppe etablert av {actor} | gruppe under {actor} | grupper {actor} | hvilke grupper er en del av {actor}
// ask nn: kva grupper har {actor} etablert | kva grupper har {actor} | kva grupper er oppretta av {actor} | gruppe etablert av {actor}
// ask en: which groups has {actor} established | what groups did {actor} set up | which groups does {actor} have | group established by {actor} | groups of {actor} | which groups are part of {actor}
// answer nb: {actor} har etablert:
// answer nn: {actor} har etablert:
// answer en: {actor} has established:
MATCH (answer:Group)-[fact:PART_OF]->(actor:Actor)
WHERE actor.id IN $actor
RETURN answer, fact
