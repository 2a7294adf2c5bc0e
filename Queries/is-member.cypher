// title nb: Er en aktør med i en gruppe
// title nn: Er ein aktør med i ei gruppe
// title en: Is an actor a member of a group
// kind: truth
// parameter actor: Actor
// parameter group: Group
// ask nb: er {actor} medlem av {group} | er {actor} med i {group} | sitter {actor} i {group} | er {actor} representert i {group} | {actor} {group} | {actor} medlem {group} | er {actor} nevnt som medlem av {group}
// ask nn: er {actor} medlem av {group} | er {actor} med i {group} | sit {actor} i {group} | {actor} {group}
// ask en: is {actor} a member of {group} | does {actor} sit in {group} | is {actor} in {group} | does {actor} take part in {group} | {actor} {group} | {actor} member {group} | is {actor} named as a member of {group} | does {actor} belong to {group}
// yes nb: {actor} er med i {group}.
// yes nn: {actor} er med i {group}.
// yes en: {actor} is a member of {group}.
// no nb: {actor} er ikke med i {group}. Listen er lukket.
// no nn: {actor} er ikkje med i {group}. Lista er lukka.
// no en: {actor} is not a member of {group}. The list is closed.
MATCH (group:Group) WHERE group.id IN $group
OPTIONAL MATCH (actor:Actor)-[named:MEMBER_OF]->(group) WHERE actor.id IN $actor
OPTIONAL MATCH (:Actor)-[member:MEMBER_OF]->(group)
OPTIONAL MATCH (part:Actor)-[part_of:PART_OF]->(whole:Actor)-[:MEMBER_OF]->(group) WHERE part.id IN $actor
RETURN named AS yes, {node: group, name: 'openList', value: group.openList} AS list, collect(DISTINCT member) AS members, part_of AS kinship
