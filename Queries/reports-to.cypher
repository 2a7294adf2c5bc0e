// title nb: Hvem er en aktør underlagt
// title nn: Kven er ein aktør underlagt
// title en: Whom does an actor report to
// kind: list
// parameter actor: Actor
// ask nb: hvem er {actor} underlagt | hvem rapporterer {actor} til | hvilket direktorat er {actor} underlagt | {actor} underlagt | hvor sorterer {actor} | hvem er overordnet {actor} | hvem ligger {actor} under
// ask nb: hvem styrer {actor} | hvilket direktorat ligger {actor} under | hvem er {actor} administrativt underlagt | hvilket direktorat hører {actor} under | {actor} overordnet | {actor} ligger under hvem | hvem er over {actor} | hvem svarer {actor} til
// ask nn: kven er {actor} underlagt | kven rapporterer {actor} til | {actor} underlagt | kva direktorat er {actor} underlagt
// ask nn: kven ligg {actor} under | kva direktorat ligg {actor} under | kven er {actor} administrativt underlagt
// ask en: who does {actor} report to | which directorate is {actor} subordinate to | {actor} reports to | who is above {actor} | under which directorate does {actor} belong administratively | to whom is {actor} accountable | which directorate is {actor} administratively under
// ask en: under which directorate is {actor} | under which directorate does {actor} sit | who is {actor} under | which directorate is over {actor} | {actor} superior
// answer nb: {actor} er underlagt:
// answer nn: {actor} er underlagt:
// answer en: {actor} reports to:
MATCH (actor:Actor)-[fact:REPORTS_TO]->(answer:Actor)
WHERE actor.id IN $actor
RETURN answer, fact
