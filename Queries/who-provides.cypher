// title nb: Hvem tilbyr en tjeneste
// title nn: Kven tilbyr ei teneste
// title en: Who offers a service
// kind: list
// parameter service: Service
// ask nb: hvem tilbyr {service} | hvem har {service} | hvem lager {service} | hvem er {service} | {service} hvem | hvem står for {service} | hvor får man {service}
// ask nb: hvem har laget {service} | hvem kan gi {service} | hvem kan tilby {service} | hvor kan man få {service} | hvor finner man {service} | hvem står bak {service} | {service} hvem står bak | hvem gir {service} | hvem utarbeider {service} | hvem kan gi oss {service} | hvor finnes {service} | hvem sørger for {service} | hvem har ansvar for {service}
// ask nn: kven tilbyr {service} | kven har {service} | kven lagar {service} | kven står for {service}
// ask nn: kven har laga {service} | kven kan gje {service} | kvar kan ein få {service} | kven gir {service} | kven står bak {service}
// ask en: who offers {service} | who provides {service} | who has {service} | who produces {service} | who is {service} | who runs {service} | where can one get {service}
// ask en: who can give {service} | who made {service} | where can I find {service} | where can we get {service} | who is behind {service} | who gives {service} | which body provides {service} | who publishes {service} | where is {service} available | who is responsible for {service}
// answer nb: {service} tilbys av:
// answer nn: {service} vert tilbode av:
// answer en: {service} is offered by:
MATCH (answer)-[fact:PROVIDES]->(service:Service)
WHERE service.id IN $service
RETURN answer, fact
