// title nb: Hva erstattet en ny bestemmelse
// title nn: Kva erstatta ei ny føresegn
// title en: What did a provision replace
// kind: list
// history: yes
// parameter new: Provision|LegalInstrument|Actor
// ask nb: hvilken bestemmelse erstattet {new} | hva erstatter {new} | hva var forløperen til {new} | hva gjaldt før {new} | hvilken paragraf gjaldt før {new}
// ask nn: kva føresegn erstatta {new} | kva erstattar {new} | kva gjaldt før {new}
// ask en: what does {new} replace | which provision did {new} replace | what did {new} replace | what applied before {new} | which section did {new} supersede
// answer nb: {new} erstattet:
// answer nn: {new} erstatta:
// answer en: {new} replaced:
MATCH (answer)-[fact:REPLACED_BY]->(new)
WHERE new.id IN $new
RETURN answer, fact
