// title nb: Kommer et stadium før et annet
// title nn: Kjem eit stadium før eit anna
// title en: Does one stage come before another
// kind: truth
// parameter earlier: Stage
// parameter later: Stage
// ask nb: kommer {earlier} før {later} | skjer {earlier} før {later}
// ask nn: kjem {earlier} før {later} | skjer {earlier} før {later}
// ask en: does {earlier} come before {later} | does {earlier} precede {later} | is {earlier} before {later}
// yes nb: {earlier} kommer før {later}.
// yes nn: {earlier} kjem før {later}.
// yes en: {earlier} comes before {later}.
// no nb: Rekkefølgen er omvendt.
// no nn: Rekkjefølgja er omvend.
// no en: The order is the other way round.
MATCH (earlier:Stage), (later:Stage)
WHERE earlier.id IN $earlier AND later.id IN $later
OPTIONAL MATCH (earlier)-[forth:PRECEDES*1..12]->(later)
OPTIONAL MATCH (later)-[back:PRECEDES*1..12]->(earlier)
RETURN forth AS yes, back AS no
