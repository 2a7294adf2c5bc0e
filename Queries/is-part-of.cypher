// title nb: Er noe en del av noe annet
// title nn: Er noko ein del av noko anna
// title en: Is something part of something else
// kind: truth
// parameter part: Group|Actor|Provision
// parameter whole: Actor|LegalInstrument
// ask nb: er {part} en del av {whole} | hører {part} til {whole} | ligger {part} under {whole} | er {part} etablert av {whole}
// ask nn: er {part} ein del av {whole} | høyrer {part} til {whole} | er {part} etablert av {whole}
// ask en: is {part} part of {whole} | does {part} belong to {whole} | is {part} established by {whole} | was {part} set up by {whole}
// yes nb: {part} er en del av {whole}.
// yes nn: {part} er ein del av {whole}.
// yes en: {part} is part of {whole}.
MATCH (part)-[yes:PART_OF]->(whole)
WHERE part.id IN $part AND whole.id IN $whole
RETURN yes
