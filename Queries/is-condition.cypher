// title nb: Er noe et vilkår for en rett eller plikt
// title nn: Er noko eit vilkår for ein rett eller ei plikt
// title en: Is something a condition of a right or duty
// kind: truth
// parameter subject: Right|Duty
// parameter condition: Condition
// ask nb: er {condition} et vilkår for {subject} | må man være {condition} for å {subject} | må man {condition} for å få {subject} | må man {condition} for å {subject} | kreves det at man er {condition} for {subject} | kreves {condition} for {subject}
// ask nn: er {condition} eit vilkår for {subject} | må ein vere {condition} for å {subject} | krevst {condition} for {subject} | må ein {condition} for å {subject}
// ask en: is {condition} a condition for {subject} | must one be {condition} to {subject} | does one have to be {condition} to {subject} | is {condition} required to {subject} | is {condition} required for {subject} | do I have to {condition} to {subject}
// yes nb: Det er et vilkår.
// yes nn: Det er eit vilkår.
// yes en: It is a condition.
MATCH (subject)-[yes:REQUIRES]->(condition:Condition)
WHERE subject.id IN $subject AND condition.id IN $condition
RETURN yes
