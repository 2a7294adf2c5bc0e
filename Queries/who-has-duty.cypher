// title nb: Hvem har en plikt eller oppgave
// title nn: Kven har ei plikt eller oppgåve
// title en: Who has a duty
// kind: list
// parameter duty: Duty
// parameter bearer: Role = null
// parameter role: HandlingRole = null
// ask nb: hvem {role} {bearer} {duty} | hvem kan {role} {bearer} med å {duty} | hvem {role} {duty}
// ask nn: kven {role} {bearer} {duty} | kven kan {role} {bearer} med å {duty}
// ask en: who {role} {bearer} {duty} | who can {role} {bearer} {duty} | who {role} {duty}
// ask nb: hvem har plikt til å {duty} | hvem har ansvar for å {duty} | hvem skal {duty} | hvem må {duty} | hvem {duty} | hvem har {duty} | hvem kan {duty} | {duty} ansvar | {duty} hvem | hvem har oppgaven med å {duty} | hvem deltar i {duty} | hvem er ansvarlig for {duty} | hvem bidrar til {duty}
// ask nn: kven har plikt til å {duty} | kven har ansvar for å {duty} | kven skal {duty} | kven {duty} | kven har {duty} | {duty} ansvar
// ask en: who has a duty to {duty} | who is responsible for {duty} | who must {duty} | who {duty} | who has {duty} | who may {duty} | who can {duty} | who is obliged to {duty} | whose responsibility is it to {duty} | {duty} responsible | who has the responsibility to {duty} | who takes part in {duty} | who contributes to {duty}
// answer nb: Dette er oppgaven til:
// answer nn: Dette er oppgåva til:
// answer en: This is the duty of:
MATCH (answer:Actor)-[fact:HAS_DUTY]->(duty:Duty)
WHERE duty.id IN $duty
OPTIONAL MATCH (duty)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, collect(requires) AS conditions
