// title nb: Hva er vilkårene for en rettighet
// title nn: Kva er vilkåra for ein rett
// title en: What are the conditions of a right
// kind: list
// parameter right: Right
// parameter bearer: Role|Actor = null
// ask nb: hva er vilkårene for {right} | hvilke vilkår gjelder for {right} | hva kreves for {right} | hva kreves for å {right} | vilkår {right} | når kan man {right} | når kan {bearer} {right} | hva må =til for å få {right} | hva må =til for {right} | hva skal til for å {right} | hva kreves for å få {right} | under hvilke vilkår har man rett til {right} | hva er vilkårene for retten til {right} | {right} vilkår
// ask nb: {right} hva kreves | hvilke krav stilles for å få {right} | hva må være oppfylt for å {right} | hva må være oppfylt for {right} | på hvilke vilkår kan man {right} | på hvilket vilkår får {bearer} {right} | når kan en {bearer} {right} | hva er vilkåret for å få {right} | hvilke vilkår må være oppfylt for å {right} | hvem kvalifiserer for {right} hva er vilkårene
// ask nn: kva er vilkåra for {right} | kva vilkår gjeld for {right} | kva krevst for {right} | kva krevst for å {right} | vilkår {right} | når kan ein {right} | kva må =til for å få {right} | kva skal til for å {right} | kva krevst for å få {right}
// ask nn: på kva vilkår kan ein {right} | kva vilkår må vere oppfylte for å {right} | kva er vilkåret for {right}
// ask en: what are the conditions for {right} | which conditions apply to {right} | what is required for {right} | what is required to {right} | conditions {right} | when can one {right} | when can {bearer} {right} | when may {bearer} {right} | what are the conditions for the right to {right} | what must be met to {right} | what conditions must be met for {right} | under what conditions is there a right to {right} | {right} conditions
// ask en: on what condition does {bearer} get {right} | under what conditions can one {right} | who qualifies for {right} what are the conditions | what are the requirements for {right} | what are the criteria for {right} | on what conditions can one {right} | what does it take to {right}
// answer nb: Dette er vilkårene:
// answer nn: Dette er vilkåra:
// answer en: These are the conditions:
MATCH (right:Right)-[fact:REQUIRES]->(answer:Condition)
WHERE right.id IN $right
  AND ($bearer IS NULL OR EXISTS { MATCH (one)-[:HAS_RIGHT]->(right) WHERE one.id IN $bearer }
    OR EXISTS {
    MATCH (who:Role)-[:SAME_PERSON_AS*0..2]-(near:Role) WHERE who.id IN $bearer
      AND (who.kind = 'victim' OR EXISTS { (near)-[:HAS_RIGHT]->(right) }) })
OPTIONAL MATCH (bearer)-[has:HAS_RIGHT]->(right)
RETURN answer, fact, collect(has) AS bearers
