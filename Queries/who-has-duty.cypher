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
// ask nb: hvem har det nasjonale ansvaret for {duty} | hvem tar seg av {duty} | hvem driver med {duty} | hvem gjennomfører {duty} | av hvem blir {duty} gjort | hvem sitt ansvar er {duty} | hvem har som oppgave å {duty} | hvem plikter å {duty} | hvem er pliktig til å {duty} | hvem er bundet av {duty}
// ask nb: hvem står for {duty} | hvilket organ står for {duty} | hvilken etat {duty}
// ask nb: hvem har nasjonalt ansvar for {duty}
// ask nn: kven har plikt til å {duty} | kven har ansvar for å {duty} | kven skal {duty} | kven {duty} | kven har {duty} | {duty} ansvar
// ask nn: kven tek seg av {duty} | kven deltek i {duty} | kven pliktar å {duty} | kven er ansvarleg for {duty} | kven må {duty} | kven kan {duty}
// ask nn: kven står for {duty}
// ask nn: kven har nasjonalt ansvar for {duty}
// ask en: who has a duty to {duty} | who is responsible for {duty} | who must {duty} | who {duty} | who has {duty} | who may {duty} | who can {duty} | who is obliged to {duty} | whose responsibility is it to {duty} | {duty} responsible | who has the responsibility to {duty} | who takes part in {duty} | who contributes to {duty}
// ask en: who has national responsibility for {duty} | who takes care of {duty} | who is in charge of {duty} | who carries out {duty} | whose job is it to {duty} | who is bound by {duty} | which body {duty} | who shall {duty}
// ask en: which agency {duty} | who does {duty}
// answer nb: Dette er oppgaven til:
// answer nn: Dette er oppgåva til:
// answer en: This is the duty of:
MATCH (answer:Actor)-[fact:HAS_DUTY]->(duty:Duty)
WHERE duty.id IN $duty
  AND ($role IS NULL OR none(role IN $role WHERE role IN ['decides', 'registers', 'forwards'])
    OR EXISTS { MATCH (answer)-[handles:HANDLES]->(:Stage)<-[:APPLIES_AT]-(duty)
                WHERE any(role IN handles.role WHERE role IN $role) })
  AND ($bearer IS NULL OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $bearer
      AND (who.kind = 'victim' OR EXISTS { (near)<-[:ADDRESSED_TO]-(duty) }) })
OPTIONAL MATCH (duty)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, collect(requires) AS conditions
