// title nb: Hva tilbyr en aktør
// title nn: Kva tilbyr ein aktør
// title en: What does an actor offer
// kind: list
// parameter actor: Actor|Group
// ask nb: hva tilbyr {actor} | hvilke tjenester tilbyr {actor} | hvilke tjenester har {actor} | hva slags tilbud har {actor} | {actor} tilbud | {actor} tjenester | tjenester fra {actor}
// ask nn: kva tilbyr {actor} | kva tenester har {actor} | kva tenester tilbyr {actor} | {actor} tilbod | {actor} tenester
// ask en: what does {actor} offer | which services does {actor} provide | what services does {actor} have | {actor} services | services of {actor}
// answer nb: {actor} tilbyr:
// answer nn: {actor} tilbyr:
// answer en: {actor} offers:
MATCH (actor)-[fact:PROVIDES]->(answer:Service)
WHERE actor.id IN $actor
RETURN answer, fact
