// title nb: Hvor holder en aktør til
// title nn: Kvar held ein aktør til
// title en: Where is an actor located
// kind: list
// parameter actor: Actor
// ask nb: hvor holder {actor} til | hvor ligger {actor} | hvor er {actor} | i hvilken by ligger {actor}
// ask nn: kvar held {actor} til | kvar ligg {actor} | kvar er {actor}
// ask en: where is {actor} located | where is {actor} | where is {actor} based | in which city is {actor}
// answer nb: {actor} holder til her:
// answer nn: {actor} held til her:
// answer en: {actor} is located here:
MATCH (answer:Actor) WHERE answer.id IN $actor AND answer.locatedIn IS NOT NULL
RETURN answer, answer.locatedIn AS value, {node: answer, name: 'locatedIn', value: answer.locatedIn} AS fact
