// title nb: Når er noe uten betydning
// title nn: Når er noko utan verknad
// title en: What does it turn on whether something counts
// kind: truth
// parameter object: Concept
// ask nb: har {object} betydning | er {object} gyldig | teller {object} | betyr {object} noe | har {object} noe å si | er {object} uten betydning | spiller {object} noen rolle | {object} er det da menneskehandel
// ask nn: har {object} noko å seie | er {object} gyldig | tel {object} | {object} er det då menneskehandel
// ask en: does {object} matter | is {object} valid | is {object} relevant | does {object} count | is {object} irrelevant | {object} is it then trafficking
// unknown nb: Det kommer an på omstendighetene. {object} er uten betydning i disse tilfellene:
// unknown nn: Det kjem an på omstenda. {object} er utan verknad i desse tilfella:
// unknown en: It depends on the circumstances. {object} does not count in these cases:
MATCH (condition:Condition)-[fact:EXCLUDES]->(object:Concept)
WHERE object.id IN $object
RETURN fact AS list
