// title nb: Når gjelder en plikt
// title nn: Når gjeld ei plikt
// title en: When does a duty apply
// kind: list
// parameter duty: Duty
// parameter actor: Actor = null
// ask nb: når har {actor} plikt til å {duty} | når skal {actor} {duty} | når må {actor} {duty} | når kan {actor} {duty} | på hvilke vilkår kan {actor} {duty} | under hvilke vilkår kan {actor} {duty} | vilkår for å {duty} | hva er vilkårene for at {actor} kan {duty} | når gjelder {duty} | hvordan avgjøres {duty} | hva kreves for at {actor} kan {duty}
// ask nb: i hvilke situasjoner må {actor} {duty} | hva er vilkåret for at {actor} kan {duty} | hva avgjør om {duty} | hvordan vurderes {duty} | når {actor} {duty} | hvordan bestemmes {duty} | hva må til for at {actor} kan {duty} | {duty} vilkår | hvordan avgjøres det om {duty}
// ask nn: når har {actor} plikt til å {duty} | når skal {actor} {duty} | når kan {actor} {duty} | på kva vilkår kan {actor} {duty} | når gjeld {duty}
// ask nn: når må {actor} {duty} | korleis vert {duty} avgjort | {duty} vilkår | i kva tilfelle skal {actor} {duty}
// ask en: when must {actor} {duty} | when does {actor} have a duty to {duty} | when may {actor} {duty} | under which condition may {actor} {duty} | on what conditions can {actor} {duty} | when does {duty} apply | conditions for {duty} | how is {duty} decided | what is required for {actor} to {duty}
// ask en: in what situations must {actor} {duty} | when shall {actor} {duty} | how is it decided whether {duty} | when are {actor} obliged to {duty} | when can {actor} {duty} | {duty} conditions | how is {duty} assessed
// answer nb: Dette er vilkårene:
// answer nn: Dette er vilkåra:
// answer en: These are the conditions:
MATCH (duty:Duty)-[fact:REQUIRES]->(answer:Condition)
WHERE duty.id IN $duty
  AND ($actor IS NULL OR EXISTS { MATCH (one:Actor)-[:HAS_DUTY]->(duty) WHERE one.id IN $actor })
OPTIONAL MATCH (bearer:Actor)-[held:HAS_DUTY]->(duty) WHERE $actor IS NULL OR bearer.id IN $actor
OPTIONAL MATCH (duty)-[at:APPLIES_AT]->(:Stage)
RETURN answer, fact, collect(DISTINCT held) AS bearers, collect(DISTINCT at) AS stages
