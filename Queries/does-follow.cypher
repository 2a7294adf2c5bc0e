// title nb: Kommer et stadium etter et annet
// title nn: Kjem eit stadium etter eit anna
// title en: Does one stage come after another
// kind: truth
// parameter later: Stage
// parameter earlier: Stage
// ask nb: kommer {later} etter {earlier} | skjer {later} etter {earlier}
// ask nn: kjem {later} etter {earlier} | skjer {later} etter {earlier}
// ask en: does {later} come after {earlier} | does {later} follow {earlier} | is {later} after {earlier}
// yes nb: {later} kommer etter {earlier}.
// yes nn: {later} kjem etter {earlier}.
// yes en: {later} comes after {earlier}.
// no nb: Rekkefølgen er omvendt.
// no nn: Rekkjefølgja er omvend.
// no en: The order is the other way round.
MATCH (earlier:Stage), (later:Stage)
WHERE earlier.id IN $earlier AND later.id IN $later
OPTIONAL MATCH (earlier)-[forth:PRECEDES*1..12]->(later)
OPTIONAL MATCH (later)-[back:PRECEDES*1..12]->(earlier)
RETURN forth AS yes, back AS no
