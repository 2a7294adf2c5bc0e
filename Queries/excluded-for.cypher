// title nb: Hva er utelukket for noen
// title nn: Kva er utelukka for nokon
// title en: What is excluded for an actor or stage
// kind: list
// parameter subject: Actor|Stage|Condition
// ask nb: hva gjør {subject} ikke | hva er utelukket for {subject} | hva har {subject} ikke | hva skal {subject} ikke gjøre | hva kan {subject} ikke | hva utelukker {subject} | hva jobber {subject} ikke med | hvilken rolle har {subject} ikke
// ask nn: kva gjer {subject} ikkje | kva er utelukka for {subject} | kva skal {subject} ikkje gjere | kva har {subject} ikkje
// ask en: what does {subject} not do | what is excluded for {subject} | what is {subject} not supposed to do | what does {subject} exclude | what can {subject} not do | what role does {subject} not have | what should {subject} not do
// answer nb: Dette er uttrykkelig utelukket:
// answer nn: Dette er uttrykkjeleg utelukka:
// answer en: This is expressly excluded:
MATCH (subject)-[fact:EXCLUDES]->(answer)
WHERE subject.id IN $subject
RETURN answer, fact
