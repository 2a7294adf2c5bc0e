// title nb: Hvilke unntak gjelder for en rett
// title nn: Kva unntak gjeld for ein rett
// title en: Which exceptions are there to a right
// kind: list
// parameter right: Right
// ask nb: hvilke unntak gjelder for {right} | er det unntak fra {right} | unntak {right} | hvilke begrensninger gjelder for {right} | hva er unntakene fra {right}
// ask nn: kva unntak gjeld for {right} | unntak {right}
// ask en: which exceptions are there to {right} | what are the exceptions to {right} | exceptions {right} | what limitations apply to {right} | are there exceptions to {right}
// answer nb: Unntakene står her:
// answer nn: Unntaka står her:
// answer en: The exceptions stand here:
MATCH (right:Right)-[fact:GROUNDED_IN|REQUIRES]->(answer)
WHERE right.id IN $right AND fact.confidence = 'overlay'
RETURN answer, fact
