// title nb: Hvilken vei går en søknad eller sak
// title nn: Kva veg går ein søknad eller ei sak
// title en: Which bodies handle a stage, in order
// kind: list
// parameter stage: Stage
// ask nb: hvem håndterer {stage} i rekkefølge | hvilken vei går {stage} | hvem behandler {stage} i rekkefølge | hvilke instanser går {stage} gjennom
// ask nb: hvilke instanser er innom {stage} i rekkefølge | hvilke etater behandler {stage} i rekkefølge | hvem er innom {stage} i rekkefølge
// ask nn: kven handterer {stage} i rekkjefølgje | kven handsamar {stage} i rekkjefølgje | kva veg går {stage}
// ask en: who handles {stage} in order | which bodies handle {stage} in order | through which bodies does {stage} pass in order | what path does {stage} take
// ask en: which bodies does {stage} pass through | which authorities handle {stage} in order
// answer nb: Slik går {stage}:
// answer nn: Slik går {stage}:
// answer en: This is the path of {stage}:
MATCH (answer:Actor)-[fact:HANDLES]->(stage:Stage)
WHERE stage.id IN $stage
RETURN answer, fact,
       CASE WHEN 'receives' IN fact.role THEN 1 WHEN 'identifies' IN fact.role THEN 1
            WHEN 'conducts' IN fact.role THEN 2 WHEN 'registers' IN fact.role THEN 2
            WHEN 'forwards' IN fact.role THEN 3 WHEN 'decides' IN fact.role THEN 4
            ELSE 5 END AS position
ORDER BY position
