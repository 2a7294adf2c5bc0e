// title nb: Hvilke mål har en aktør
// title nn: Kva mål har ein aktør
// title en: Which goals does an actor pursue
// kind: list
// parameter actor: Actor|Group
// ask nb: hvilke mål har {actor} | hva er målene til {actor} | hvilket mål har {actor} | {actor} mål | hva vil {actor} oppnå | hva er formålet med {actor} | hva arbeider {actor} for | hva er overordnet mål for {actor} | hvilke mål arbeider {actor} for | hva ønsker {actor}
// ask nn: kva mål har {actor} | kva er måla til {actor} | {actor} mål | kva vil {actor} oppnå | kva er føremålet med {actor} | kva ønskjer {actor}
// ask en: which goals does {actor} pursue | what are the goals of {actor} | what does {actor} aim to achieve | {actor} goals | what is the purpose of {actor} | what does {actor} work for | what does {actor} want | goals of {actor} | what does {actor} aim for
// answer nb: {actor} har disse målene:
// answer nn: {actor} har desse måla:
// answer en: {actor} has these goals:
MATCH (actor)-[fact:PURSUES]->(answer:Concept)
WHERE actor.id IN $actor
RETURN answer, fact
