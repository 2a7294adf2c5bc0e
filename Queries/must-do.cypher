// title nb: Må eller kan en aktør gjøre noe
// title nn: Må eller kan ein aktør gjere noko
// title en: Must or may an actor do something
// kind: modality
// parameter actor: Actor
// parameter duty: Duty
// parameter modality: Modality = null
// parameter condition: Condition = null
// parameter towards: Role = null
// ask nb: {modality} {actor} {duty} {condition} | {modality} {actor} {duty} {towards}
// ask nn: {modality} {actor} {duty} {condition}
// ask en: {modality} {actor} {duty} {condition} | do {actor} {modality} {duty} {condition} | {modality} {actor} {duty} {towards}
// ask nb: {modality} {actor} {duty} | har {actor} plikt til å {duty} | er {actor} {modality} å {duty} | har {actor} {duty} | har {actor} ansvar for {duty} | {actor} {modality} {duty} | er {duty} en plikt for {actor} | {duty} {actor} | {actor} {duty}
// ask nn: {modality} {actor} {duty} | har {actor} plikt til å {duty} | er {actor} {modality} å {duty} | har {actor} {duty} | har {actor} ansvar for {duty} | {actor} {duty}
// ask en: {modality} {actor} {duty} | do {actor} {modality} {duty} | are {actor} {modality} {duty} | does {actor} have a duty to {duty} | does {actor} have {duty} | is {actor} responsible for {duty} | do {actor} {duty} | are {actor} {duty} | is {duty} a duty of {actor} | {actor} {duty}
// yes nb: {actor} har denne oppgaven.
// yes nn: {actor} har denne oppgåva.
// yes en: {actor} has this duty.
MATCH (actor:Actor)-[fact:HAS_DUTY]->(answer:Duty)
WHERE actor.id IN $actor AND answer.id IN $duty
OPTIONAL MATCH (answer)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, answer.modality AS modality, collect(requires) AS conditions
