// title nb: Er et instrument internasjonalt, regionalt eller nasjonalt
// title nn: Er eit instrument internasjonalt, regionalt eller nasjonalt
// title en: Is an instrument international, regional or national
// kind: truth
// history: yes
// parameter instrument: LegalInstrument
// parameter level: Level
// ask nb: er {instrument} {level} | er {instrument} en {level} avtale | er {instrument} et {level} instrument | er {instrument} en {level} konvensjon | er {instrument} en {level} lov
// ask nn: er {instrument} {level} | er {instrument} ein {level} avtale | er {instrument} eit {level} instrument | er {instrument} ein {level} konvensjon
// ask en: is {instrument} {level} | is {instrument} an {level} instrument | is {instrument} a {level} convention | is {instrument} an {level} agreement | is {instrument} a {level} law
MATCH (instrument:LegalInstrument)
WHERE instrument.id IN $instrument AND instrument.level IS NOT NULL
WITH instrument, {node: instrument, name: 'level', value: instrument.level} AS stated
RETURN CASE WHEN instrument.level IN $level THEN stated END AS yes,
       CASE WHEN NOT instrument.level IN $level THEN stated END AS no
