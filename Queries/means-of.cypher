// title nb: Hvilke midler brukes
// title nn: Kva middel vert brukte
// title en: Which means are used
// kind: list
// parameter phenomenon: Concept = null
// ask nb: hvilke midler brukes ved {phenomenon} | hvilke virkemidler brukes i {phenomenon} | hvordan skjer {phenomenon} | gjennom hvilke midler skjer {phenomenon} | hvilke midler nevnes | {phenomenon} midler
// ask nn: kva middel vert brukte ved {phenomenon} | kva verkemiddel vert brukte i {phenomenon} | korleis skjer {phenomenon}
// ask en: which means are used in {phenomenon} | by what means does {phenomenon} happen | what are the means of {phenomenon} | how does {phenomenon} happen | {phenomenon} means | through which means does {phenomenon} take place
// answer nb: Midlene er:
// answer nn: Midla er:
// answer en: The means are:
MATCH (answer:Concept)-[fact:PART_OF]->(whole:Concept)
WHERE answer.kind = 'means' AND ($phenomenon IS NULL OR whole.id IN $phenomenon)
RETURN answer, fact
