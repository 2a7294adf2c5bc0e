// title nb: Hvordan henger to ting sammen
// title nn: Korleis heng to ting saman
// title en: How are two things connected
// kind: path
// parameter from: Any
// parameter to: Any
// ask nb: hvordan henger {from} sammen med {to} | hva er forbindelsen mellom {from} og {to} | hvordan er {from} knyttet til {to} | sammenhengen mellom {from} og {to} | {from} forbindelse {to} | hva er sammenhengen mellom {from} og {to} | hvordan er {from} og {to} forbundet | hva har {from} med {to} å gjøre | hvordan henger {from} og {to} sammen | er {from} knyttet til {to}
// ask nn: korleis heng {from} saman med {to} | kva er sambandet mellom {from} og {to} | korleis er {from} knytt til {to} | samanhengen mellom {from} og {to} | korleis heng {from} og {to} saman
// ask en: how is {from} connected with {to} | what is the connection between {from} and {to} | how is {from} linked to {to} | how are {from} and {to} connected | {from} connection {to} | what is the relationship between {from} and {to} | how is {from} related to {to}
// answer nb: Slik henger det sammen:
// answer nn: Slik heng det saman:
// answer en: This is how they are connected:
MATCH (from), (to) WHERE from.id IN $from AND to.id IN $to
MATCH path = shortestPath((from)-[:MEMBER_OF|PART_OF|REPORTS_TO|HANDLES|PROVIDES|HAS_DUTY|HAS_RIGHT|ADDRESSED_TO|APPLIES_AT|GROUNDED_IN|PRECEDES|ISSUED_BY|RATIFIED|SUPPLEMENTS|REPLACED_BY|REQUIRES|PURSUES*1..6]-(to))
RETURN path
