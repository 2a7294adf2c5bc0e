// title nb: Hvem tilbyr en tjeneste
// title nn: Kven tilbyr ei teneste
// title en: Who offers a service
// kind: list
// parameter service: Service
// ask nb: hvem tilbyr {service} | hvem har {service} | hvem lager {service} | hvem er {service} | {service} hvem | hvem står for {service} | hvor får man {service}
// ask nn: kven tilbyr {service} | kven har {service} | kven lagar {service} | kven står for {service}
// ask en: who offers {service} | who provides {service} | who has {service} | who produces {service} | who is {service} | who runs {service} | where can one get {service}
// answer nb: {service} tilbys av:
// answer nn: {service} vert tilbode av:
// answer en: {service} is offered by:
MATCH (answer)-[fact:PROVIDES]->(service:Service)
WHERE service.id IN $service
RETURN answer, fact
