// title nb: Hva supplerer et gitt instrument
// title nn: Kva utfyller eit gjeve instrument
// title en: What supplements an instrument
// kind: list
// parameter instrument: LegalInstrument
// ask nb: hvilken protokoll supplerer {instrument} | hva er {instrument} supplert av
// ask nn: kva protokoll supplerer {instrument}
// ask en: which protocol supplements {instrument} | what supplements {instrument} | what is {instrument} supplemented by
// answer nb: {instrument} suppleres av:
// answer nn: {instrument} vert supplert av:
// answer en: {instrument} is supplemented by:
MATCH (answer:LegalInstrument)-[fact:SUPPLEMENTS]->(instrument:LegalInstrument)
WHERE instrument.id IN $instrument
RETURN answer, fact
