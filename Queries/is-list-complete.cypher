// title nb: Er medlemslisten fullstendig
// title nn: Er medlemslista fullstendig
// title en: Is the member list complete
// kind: truth
// parameter group: Group
// ask nb: er medlemslisten for {group} uttømmende | er listen over medlemmer i {group} komplett | er {group} lukket | er medlemmene i {group} fullstendig
// ask nn: er medlemslista for {group} uttømmande | er lista over medlemmer i {group} fullstendig
// ask en: is the member list of {group} complete | is the list of members of {group} exhaustive | is {group} closed | is the list of {group} members closed
// yes nb: Listen over {group} er lukket.
// yes nn: Lista over {group} er lukka.
// yes en: The list of {group} is closed.
// no nb: Listen over {group} er åpen. Det kan finnes flere.
// no nn: Lista over {group} er open. Det kan finnast fleire.
// no en: The list of {group} is open. There may be more.
MATCH (group:Group) WHERE group.id IN $group
RETURN CASE WHEN group.openList = false THEN {node: group, name: 'openList', value: false} END AS yes,
       CASE WHEN group.openList = true THEN {node: group, name: 'openList', value: true} END AS no
