// title nb: Hvilke tjenester finnes på et stadium
// title nn: Kva tenester finst på eit stadium
// title en: Which services apply at a stage
// kind: list
// parameter stage: Stage
// ask nb: hvilke tjenester gjelder ved {stage} | hvilke tjenester finnes ved {stage} | hva tilbys ved {stage} | {stage} tjenester | tilbud ved {stage}
// ask nn: kva tenester gjeld ved {stage} | kva tenester finst ved {stage} | {stage} tenester
// ask en: which services apply at {stage} | what services are available at {stage} | what is offered at {stage} | {stage} services
// answer nb: Tjenester ved {stage}:
// answer nn: Tenester ved {stage}:
// answer en: Services at {stage}:
MATCH (answer:Service)-[fact:APPLIES_AT]->(stage:Stage)
WHERE stage.id IN $stage
OPTIONAL MATCH (provider)-[provides:PROVIDES]->(answer)
RETURN answer, fact, provides
