// title nb: På hvilke stadier gjelder en plikt
// title nn: På kva stadium gjeld ei plikt
// title en: At which stages does a duty or service apply
// kind: list
// parameter subject: Duty|Service
// parameter actor: Actor = null
// parameter modality: Modality = null
// parameter towards: Role = null
// ask nb: på hvilket stadium {modality} {actor} {subject} | på hvilket stadium har {actor} plikt til å {subject} | på hvilket stadium kan {towards} få {subject} | på hvilket stadium gjelder plikten til å {subject}
// ask nn: på kva stadium {modality} {actor} {subject} | på kva stadium har {actor} plikt til å {subject}
// ask en: at which stage {modality} {actor} {subject} | at which stage does {actor} have a duty to {subject} | at which stage can {towards} be {subject} | at which stage does the duty to {subject} apply
// ask nb: på hvilke stadier gjelder {subject} | på hvilket stadium gjelder {subject} | hvilket stadium hører {subject} til | når gjelder {subject} | når tilbys {subject}
// ask nn: på kva stadium gjeld {subject} | når gjeld {subject}
// ask en: at which stages does {subject} apply | at which stage does {subject} apply | which stage does {subject} belong to | when is {subject} offered | when does {subject} apply
// answer nb: Det gjelder på disse stadiene:
// answer nn: Det gjeld på desse stadia:
// answer en: It applies at these stages:
MATCH (subject)-[fact:APPLIES_AT]->(answer:Stage)
WHERE subject.id IN $subject
  AND ($actor IS NULL OR EXISTS { MATCH (actor:Actor)-[:HAS_DUTY|PROVIDES]->(subject) WHERE actor.id IN $actor })
  AND ($modality IS NULL OR 'may' IN $modality OR coalesce(subject.modality, '') <> 'permission')
  AND ($towards IS NULL OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $towards
      AND (who.kind = 'victim' OR EXISTS { (near)<-[:ADDRESSED_TO]-(subject) }) })
RETURN answer, fact
ORDER BY answer.order
