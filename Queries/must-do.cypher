// title nb: Må eller kan en aktør gjøre noe
// title nn: Må eller kan ein aktør gjere noko
// title en: Must or may an actor do something
// kind: modality
// parameter actor: Actor = null
// parameter duty: Duty
// parameter modality: Modality = null
// parameter condition: Condition = null
// parameter towards: Role = null
// ask nb: {modality} {actor} {duty} {condition} | {modality} {actor} {duty} {towards}
// ask nn: {modality} {actor} {duty} {condition}
// ask en: {modality} {actor} {duty} {condition} | do {actor} {modality} {duty} {condition} | {modality} {actor} {duty} {towards}
// ask nb: {modality} {actor} {duty} | har {actor} plikt til å {duty} | er {actor} {modality} å {duty} | har {actor} {duty} | har {actor} ansvar for {duty} | {actor} {modality} {duty} | er {duty} en plikt for {actor} | {duty} {actor} | {actor} {duty}
// ask nb: er det en plikt for {actor} å {duty} | er det frivillig for {actor} å {duty} | {duty} plikt for {actor} | er {actor} pliktig til å {duty} | {modality} det {duty} | {duty} plikt eller ikke | {duty} er det en plikt for {actor} | {modality} {actor} {duty} eller er det frivillig
// ask nb: {modality} det gjøres en {duty} | er {duty} en plikt | er {duty} frivillig
// ask nn: {modality} {actor} {duty} | har {actor} plikt til å {duty} | er {actor} {modality} å {duty} | har {actor} {duty} | har {actor} ansvar for {duty} | {actor} {duty}
// ask nn: er det ei plikt for {actor} å {duty} | er {actor} pliktig til å {duty} | {modality} det {duty}
// ask nn: er {duty} ei plikt
// ask en: {modality} {actor} {duty} | do {actor} {modality} {duty} | are {actor} {modality} {duty} | does {actor} have a duty to {duty} | does {actor} have {duty} | is {actor} responsible for {duty} | do {actor} {duty} | are {actor} {duty} | is {duty} a duty of {actor} | {actor} {duty}
// ask en: is it a duty for {actor} to {duty} | {actor} {modality} {duty} | is it optional for {actor} to {duty} | {modality} {actor} {duty} or not | is {actor} under a duty to {duty}
// ask en: is {duty} a duty | is {duty} mandatory | is {duty} optional
// yes nb: {actor} har denne oppgaven.
// yes nn: {actor} har denne oppgåva.
// yes en: {actor} has this duty.
MATCH (actor:Actor)-[fact:HAS_DUTY]->(answer:Duty)
WHERE ($actor IS NULL OR actor.id IN $actor) AND answer.id IN $duty
  AND ($condition IS NULL OR EXISTS { MATCH (answer)-[:REQUIRES]->(one:Condition) WHERE one.id IN $condition })
  AND ($towards IS NULL OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $towards
      AND (who.kind = 'victim' OR EXISTS { (near)<-[:ADDRESSED_TO]-(answer) }) })
OPTIONAL MATCH (answer)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, answer.modality AS modality, collect(requires) AS conditions
