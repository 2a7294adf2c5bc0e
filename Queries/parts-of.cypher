// title nb: Hva består noe av
// title nn: Kva består noko av
// title en: What are the parts of something
// kind: list
// parameter whole: Actor|LegalInstrument
// ask nb: hvilke enheter er en del av {whole} | hva er en del av {whole} | hvilke enheter hører til {whole} | hvem er en del av {whole} | hvilke enheter har {whole} | hvilke bestemmelser inneholder {whole} | hvilke paragrafer inneholder {whole} | hvilke tiltak inneholder {whole}
// ask nn: kva einingar er ein del av {whole} | kva er ein del av {whole} | kven er ein del av {whole} | kva føresegner inneheld {whole}
// ask en: which units are part of {whole} | what is part of {whole} | who is part of {whole} | which units belong to {whole} | which provisions does {whole} contain | which sections are part of {whole} | units of {whole}
// answer nb: Dette er en del av {whole}:
// answer nn: Dette er ein del av {whole}:
// answer en: These are part of {whole}:
MATCH (answer)-[fact:PART_OF]->(whole)
WHERE whole.id IN $whole AND NOT answer:Group
RETURN answer, fact
