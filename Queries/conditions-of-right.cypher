// title nb: Hva er vilkårene for en rettighet
// title nn: Kva er vilkåra for ein rett
// title en: What are the conditions of a right
// kind: list
// parameter right: Right
// parameter bearer: Role|Actor = null
// ask nb: hva er vilkårene for {right} | hvilke vilkår gjelder for {right} | hva kreves for {right} | hva kreves for å {right} | vilkår {right} | når kan man {right} | når kan {bearer} {right} | hva må =til for å få {right} | hva må =til for {right} | hva skal til for å {right} | hva kreves for å få {right} | under hvilke vilkår har man rett til {right} | hva er vilkårene for retten til {right} | {right} vilkår
// ask nn: kva er vilkåra for {right} | kva vilkår gjeld for {right} | kva krevst for {right} | kva krevst for å {right} | vilkår {right} | når kan ein {right} | kva må =til for å få {right} | kva skal til for å {right} | kva krevst for å få {right}
// ask en: what are the conditions for {right} | which conditions apply to {right} | what is required for {right} | what is required to {right} | conditions {right} | when can one {right} | when can {bearer} {right} | when may {bearer} {right} | what are the conditions for the right to {right} | what must be met to {right} | what conditions must be met for {right} | under what conditions is there a right to {right} | {right} conditions
// answer nb: Dette er vilkårene:
// answer nn: Dette er vilkåra:
// answer en: These are the conditions:
MATCH (right:Right)-[fact:REQUIRES]->(answer:Condition)
WHERE right.id IN $right
OPTIONAL MATCH (bearer)-[has:HAS_RIGHT]->(right)
RETURN answer, fact, collect(has) AS bearers
