// title nb: Hvilken lov eller forskrift ligger bak
// title nn: Kva lov eller forskrift ligg bak
// title en: Which act or regulation is behind it
// kind: list
// parameter subject: Right|Stage
// ask nb: hvilken forskrift hjemler {subject} | hvilken lov inneholder bestemmelsen om {subject} | i hvilken forskrift står hjemmelen for {subject} | hvilken forskrift regulerer {subject} | hvilken forskrift gir rett til {subject}
// ask nb: hvilken forskrift styrer {subject} | hvilket regelverk gjelder for {subject}
// ask nn: kva forskrift heimlar {subject} | kva forskrift inneheld føresegna om {subject} | kva forskrift regulerer {subject}
// ask en: which regulation grounds {subject} | which regulation contains the provision that grounds {subject} | which act contains the provision on {subject} | which regulation regulates {subject} | in which regulation is {subject} grounded
// ask en: which regulation governs {subject} | which act governs {subject} | which law governs {subject}
// answer nb: Det står i:
// answer nn: Det står i:
// answer en: It stands in:
MATCH (subject)-[ground:GROUNDED_IN]->(:Provision)-[fact:PART_OF]->(answer:LegalInstrument)
WHERE subject.id IN $subject
RETURN DISTINCT answer, ground, fact
