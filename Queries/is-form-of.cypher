// title nb: Er noe en form for menneskehandel
// title nn: Er noko ei form for menneskehandel
// title en: Is something a form of trafficking
// kind: truth
// parameter part: Concept
// parameter whole: Concept = null
// ask nb: er {part} en form for {whole} | er {part} en utnyttingsform | regnes {part} som {whole} | er {part} {whole} | omfattes {part} av {whole} | er {part} en del av {whole} | regnes {part} som utnytting | er {part} et middel i {whole} | regnes {part} som en form for {whole} | er {part} en form for utnytting | er {part} et virkemiddel
// ask nn: er {part} ei form for {whole} | er {part} ei utnyttingsform | vert {part} rekna som {whole} | er {part} {whole} | er {part} eit middel i {whole}
// ask en: is {part} a form of {whole} | is {part} a form of exploitation | does {part} count as {whole} | is {part} {whole} | is {part} part of {whole} | does {part} count as exploitation | is {part} a means of {whole} | is {part} included in {whole} | is {part} considered {whole}
// yes nb: {part} regnes med.
// yes nn: {part} vert rekna med.
// yes en: {part} is included.
MATCH (part:Concept)-[yes:PART_OF*1..3]->(whole:Concept)
WHERE part.id IN $part AND ($whole IS NULL OR whole.id IN $whole)
RETURN yes
LIMIT 1
