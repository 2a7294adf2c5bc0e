// title nb: Hva er noe en del av
// title nn: Kva er noko ein del av
// title en: What is something part of
// kind: list
// history: yes
// parameter part: Actor|Provision|Concept
// ask nb: hva er {part} en del av | hvilken lov hører {part} til | hvilken lov er {part} en del av | hvilken forskrift er {part} en del av | hvilken handlingsplan hører {part} til | hvilken seksjon hører {part} til | hvor hører {part} til | hvilken plan inneholder {part} | hva hører {part} inn under | hvilket direktorat er {part} en del av | hvilken lov inneholder {part} | i hvilken lov står {part} | i hvilken handlingsplan er {part}
// ask nn: kva er {part} ein del av | kva lov høyrer {part} til | kva lov er {part} ein del av | kva forskrift er {part} ein del av | kva plan høyrer {part} til
// ask en: what is {part} part of | which act is {part} part of | which law does {part} belong to | which regulation is {part} part of | which action plan does {part} belong to | which directorate is {part} part of | which plan contains {part} | which law contains {part} | which section does {part} belong to | in which act is {part} | what is {part} a form of
// answer nb: {part} er en del av:
// answer nn: {part} er ein del av:
// answer en: {part} is part of:
MATCH (part)-[fact:PART_OF]->(answer)
WHERE part.id IN $part
RETURN answer, fact
