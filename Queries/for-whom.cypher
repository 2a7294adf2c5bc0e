// title nb: Hvem er noe rettet mot
// title nn: Kven er noko retta mot
// title en: Whom is something for
// kind: list
// parameter subject: Service|Duty|Right|Provision
// parameter actor: Actor = null
// ask nb: hvem er {subject} =for | hvem er {subject} rettet mot | =for hvem er {subject} | målgruppe for {subject} | hvem gjelder {subject} =for | hvem kan {actor} {subject} =til | overfor hvem gjelder {subject} | hvem skal {actor} {subject} =til
// ask nb: hvem er {subject} fra {actor} =for | hvem er {subject} til {actor} beregnet på | hvem er {actor} sitt {subject} beregnet på | hvem er {subject} laget =for
// ask nn: kven er {subject} =for | kven er {subject} retta mot | =for kven er {subject} | overfor kven gjeld {subject}
// ask nn: kven er {subject} berekna på | kven er {subject} laga =for
// ask en: who is {subject} =for | whom is {subject} aimed at | =for whom is {subject} | target group of {subject} | =to whom must {actor} {subject} | =to whom does {subject} apply | towards whom is {subject} | who is the counterparty of {subject} | who is {subject} addressed to
// ask en: who is {actor} {subject} meant =for | who is {subject} meant =for | who is {subject} intended =for | who is {subject} of {actor} aimed at | who does {subject} target | whom is {subject} directed at
// answer nb: {subject} gjelder overfor:
// answer nn: {subject} gjeld overfor:
// answer en: {subject} is addressed to:
MATCH (subject)-[fact:ADDRESSED_TO]->(answer)
WHERE subject.id IN $subject
  AND ($actor IS NULL OR EXISTS { MATCH (actor:Actor)-[:HAS_DUTY|PROVIDES|HAS_RIGHT]->(subject) WHERE actor.id IN $actor })
RETURN answer, fact
