// title nb: Tilbyr en aktør en tjeneste
// title nn: Tilbyr ein aktør ei teneste
// title en: Does an actor offer a service
// kind: truth
// parameter actor: Actor|Group
// parameter service: Service
// ask nb: tilbyr {actor} {service} | har {actor} {service} | kan {actor} tilby {service} | gir {actor} {service} | er {actor} {service}
// ask nn: tilbyr {actor} {service} | har {actor} {service} | kan {actor} tilby {service}
// ask en: does {actor} offer {service} | does {actor} provide {service} | does {actor} have {service} | can {actor} provide {service} | does {actor} publish {service} | is {actor} {service}
// yes nb: {actor} tilbyr {service}.
// yes nn: {actor} tilbyr {service}.
// yes en: {actor} offers {service}.
MATCH (actor)-[yes:PROVIDES]->(service:Service)
WHERE actor.id IN $actor AND service.id IN $service
RETURN yes
