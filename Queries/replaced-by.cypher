// title nb: Hva har erstattet en bestemmelse
// title nn: Kva har erstatta ei føresegn
// title en: What replaced a provision
// kind: list
// history: yes
// parameter old: Provision|LegalInstrument|Actor
// ask nb: hva har erstattet {old} | hva erstattet {old} | hvilke bestemmelser avløste {old} | hva kom i stedet for {old} | hva heter {old} nå | hva gjelder i stedet for {old} | {old} erstattet av | hvilke paragrafer erstattet {old} | hva ble {old} erstattet av | hva er {old} i dag | {old} erstattet
// ask nn: kva har erstatta {old} | kva føresegner erstatta {old} | kva har kome i staden for {old} | kva vart {old} erstatta av | {old} erstatta
// ask en: what replaced {old} | which provisions replaced {old} | what was {old} replaced by | what is the successor of {old} | what applies instead of {old} | {old} replaced by | which sections succeeded {old} | what took the place of {old} | {old} replaced
// answer nb: {old} er erstattet av:
// answer nn: {old} er erstatta av:
// answer en: {old} was replaced by:
MATCH (old)-[fact:REPLACED_BY]->(answer)
WHERE old.id IN $old
RETURN answer, fact
