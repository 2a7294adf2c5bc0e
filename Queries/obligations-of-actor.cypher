// title nb: Hva må eller kan en aktør gjøre
// title nn: Kva må eller kan ein aktør gjere
// title en: What must or may an actor do
// kind: list
// parameter actor: Actor
// parameter modality: Modality
// parameter stage: Stage = null
// ask nb: hva {modality} {actor} gjøre | hva {modality} {actor} gjøre ved {stage} | hva {modality} {actor} gjøre i {stage} | hva {modality} {actor} ved {stage} | hvilke plikter {modality} {actor} ved {stage}
// ask nb: hva {modality} {actor} | hva {modality} {actor} gjøre men ikke må | hvilke oppgaver {modality} {actor} gjøre
// ask nn: kva {modality} {actor} gjere | kva {modality} {actor} gjere ved {stage}
// ask en: what {modality} {actor} =do | what {modality} {actor} =do at {stage} | what is {actor} {modality} =do | what is {actor} {modality} =do at {stage}
// ask en: what {modality} {actor} =do but need not
// answer nb: Dette gjelder for {actor}:
// answer nn: Dette gjeld for {actor}:
// answer en: This holds for {actor}:
MATCH (actor:Actor)-[fact:HAS_DUTY]->(answer:Duty)
WHERE actor.id IN $actor
  AND answer.modality IN CASE WHEN 'may' IN $modality THEN ['permission'] ELSE ['obligation'] END
OPTIONAL MATCH (answer)-[at:APPLIES_AT]->(stage:Stage) WHERE stage.id IN $stage
WITH answer, fact, at
WHERE $stage IS NULL OR at IS NOT NULL
RETURN answer, fact, at
