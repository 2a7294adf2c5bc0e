// title nb: Hva eller hvem er noe
// title nn: Kva eller kven er noko
// title en: What or who is something
// kind: list
// history: yes
// count: no
// parameter subject: Actor|Group|Role|LegalInstrument|Provision|Duty|Right|Service|Stage|Concept|Source
// parameter who: Actor|Group|Role = null
// ask nb: hva er {subject} | hvem er {who} | hva betyr {subject} | hva menes med {subject} | hva står {subject} for | hva er definisjonen av {subject} | hva slags organisasjon er {who} | definer {subject} | fortell om {subject} | hva innebærer {subject} | hva er forkortelsen {subject} | hva heter {subject} | hva er det fulle navnet på {subject} | forklar {subject}
// ask nb: hva betyr {subject} for noe | hva er egentlig {subject} | hva mener man med {subject} | hva går {subject} ut på | hva er {subject} for noe
// ask nb: hvilken {subject} var i kraft
// ask nn: kva er {subject} | kven er {who} | kva tyder {subject} | kva står {subject} for | kva er definisjonen av {subject} | definer {subject} | kva er meint med {subject} | kva inneber {subject} | fortel om {subject}
// ask nn: kva meiner ein med {subject} | kva betyr {subject} | kva går {subject} ut på | kva er {subject} for noko
// ask en: what is {subject} | who is {who} | what does {subject} mean | what is meant by {subject} | what does {subject} stand for | define {subject} | definition of {subject} | tell me about {subject} | what kind of organisation is {who} | what is the full name of {subject} | explain {subject} | what is {subject} short for
// ask en: what exactly is {subject} | what is the meaning of {subject} | what is the definition of {subject} | how is {subject} defined | {subject} definition | {subject} meaning
// ask en: which {subject} was in force | which {subject} is in force
// answer nb: {subject}{who}
// answer nn: {subject}{who}
// answer en: {subject}{who}
MATCH (answer) WHERE answer.id IN coalesce($subject, $who)
OPTIONAL MATCH (answer)-[link:PART_OF|MEMBER_OF|REPORTS_TO|STATUS|PROVIDES|REPLACED_BY|GROUNDED_IN|ADDRESSED_TO|HANDLES]-()
RETURN answer,
       {node: answer, name: CASE WHEN answer.definition IS NOT NULL THEN 'definition' WHEN answer.scope IS NOT NULL THEN 'scope'
                                 WHEN answer.purpose IS NOT NULL THEN 'purpose' WHEN answer.text IS NOT NULL THEN 'text' ELSE 'name' END,
        value: coalesce(answer.definition, answer.scope, answer.purpose, answer.text, answer.name_nb)} AS fact,
       collect(link)[0..12] AS links
