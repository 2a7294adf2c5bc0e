// title nb: Hvor mange ansatte har en aktør
// title nn: Kor mange tilsette har ein aktør
// title en: How many employees does an actor have
// kind: list
// count: no
// parameter actor: Actor
// ask nb: hvor mange ansatte har {actor} | hvor mange jobber i {actor} | {actor} ansatte | hvor mange er ansatt i {actor} | hvor mange ansatte er det i {actor}
// ask nb: hvor mange er ansatt ved {actor} | hvor mange medarbeidere har {actor} | hvor mange folk jobber i {actor} | antall ansatte i {actor}
// ask nb: hvor mange ansatte styrer {actor}
// ask nn: kor mange tilsette har {actor} | {actor} tilsette
// ask nn: kor mange jobbar i {actor} | kor mange er tilsette i {actor}
// ask en: how many employees does {actor} have | how many people work at {actor} | {actor} staff | how many staff does {actor} have | how many employees work in {actor}
// ask en: how many work at {actor} | how many staff in {actor} | number of employees at {actor} | how big is the staff of {actor}
// ask en: how many employees run {actor}
// answer nb: Antall ansatte i {actor}:
// answer nn: Talet på tilsette i {actor}:
// answer en: Employees of {actor}:
MATCH (actor:Actor) WHERE actor.id IN $actor AND actor.staff IS NOT NULL
RETURN actor.staff AS value, actor.staff AS count, {node: actor, name: 'staff', value: actor.staff} AS fact
