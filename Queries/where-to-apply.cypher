// title nb: Hvor søker eller melder man
// title nn: Kvar søkjer eller melder ein
// title en: Where does one apply or report
// kind: list
// parameter right: Right
// ask nb: hvor {right} | hvor skal man {right} | hvor kan jeg {right} | hvem må man {right} =hos | =hos hvem {right} | hvem skal ofre henvende seg til for å {right} | hvem skal man kontakte for å {right} | {right} hvor | hvor får man {right} | hvor søker man {right}
// ask nb: =med hvem kan man {right} | =med hvem {right} | hvem henvender man seg til for å {right} | hvor henvender man seg for å {right} | hvor må jeg for å {right} | hvor skal man gå for å {right} | hvor går man for å {right} | {right} hvor skal man gå | hvilken instans tar imot {right}
// ask nb: hvordan {right} | hvordan kan man {right} | hvordan gjør jeg det for å {right}
// ask nn: kvar {right} | kvar skal ein {right} | kven skal ein vende seg til for å {right} | {right} kvar | kvar kan eg {right}
// ask nn: kor {right} | kvar går ein for å {right} | kvar skal ein gå for å {right} | kor skal ein {right} | =med kven kan ein {right} | kvar vender ein seg for å {right}
// ask nn: korleis {right} | korleis kan ein {right}
// ask en: where {right} | where can one {right} | where do you {right} | who should a victim contact to {right} | =with whom does one {right} | {right} where | who does one turn to to {right} | where must one {right}
// ask en: where should one go to {right} | where does a victim go to {right} | where should a victim go to {right} | which office receives {right} | who does one contact to {right} | =through whom can one {right} | with which body does one {right}
// ask en: how does one {right} | how can one {right} | how do I {right} | how should one {right}
// answer nb: Ta kontakt med:
// answer nn: Ta kontakt med:
// answer en: Contact:
MATCH (right:Right)-[:APPLIES_AT]->(stage:Stage)
WHERE right.id IN $right
MATCH (answer:Actor)-[fact:HANDLES]->(stage)
OPTIONAL MATCH (right)-[counterparty:ADDRESSED_TO]->(answer)
WITH answer, fact, counterparty, right
WHERE counterparty IS NOT NULL
  OR 'receives' IN fact.role AND COUNT { (right)-[:APPLIES_AT]->(:Stage) } = 1
RETURN DISTINCT answer, fact, counterparty
