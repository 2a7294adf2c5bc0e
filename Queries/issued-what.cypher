// title nb: Hva har en aktør utgitt
// title nn: Kva har ein aktør gjeve ut
// title en: What has an actor issued
// kind: list
// history: yes
// parameter actor: Actor
// ask nb: hva har {actor} utgitt | hvilken konvensjon står {actor} bak | hvilken plan har {actor} utgitt | hvilken handlingsplan har {actor} laget | hva har {actor} vedtatt
// ask nn: kva har {actor} gjeve ut | kva plan har {actor} laga | kva konvensjon står {actor} bak
// ask en: what has {actor} issued | which convention did {actor} adopt | which plan did {actor} issue | what did {actor} issue | which convention is {actor} behind
// answer nb: {actor} har utgitt:
// answer nn: {actor} har gjeve ut:
// answer en: {actor} has issued:
MATCH (answer:LegalInstrument)-[fact:ISSUED_BY]->(actor:Actor)
WHERE actor.id IN $actor
RETURN answer, fact
