// title nb: Hvilke rettigheter har noen
// title nn: Kva rettar har nokon
// title en: Which rights does someone have
// kind: list
// parameter bearer: Role|Actor
// ask nb: hvilke rettigheter har {bearer} | hva har {bearer} rett til | hva har {bearer} krav på | {bearer} rettigheter | hva kan {bearer} søke om | hva kan {bearer} gjøre | rettigheter for {bearer}
// ask nn: kva rettar har {bearer} | kva har {bearer} krav på | {bearer} rettar | kva kan {bearer} søkje om | kva kan {bearer} gjere
// ask en: which rights does {bearer} have | what is {bearer} entitled to | what rights does {bearer} have | {bearer} rights | what can {bearer} apply for | rights of {bearer} | what can {bearer} =do
// answer nb: {bearer} har disse rettighetene:
// answer nn: {bearer} har desse rettane:
// answer en: {bearer} has these rights:
MATCH (bearer)-[fact:HAS_RIGHT]->(answer:Right)
WHERE bearer.id IN $bearer
OPTIONAL MATCH (answer)-[requires:REQUIRES]->(:Condition)
RETURN answer, fact, collect(requires) AS conditions
