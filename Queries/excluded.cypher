// title nb: Er noe utelukket
// title nn: Er noko utelukka
// title en: Is something excluded
// kind: truth
// parameter subject: Actor|Stage|Condition|Right
// parameter object: Concept|Right|Service
// ask nb: har {subject} {object} | kan {subject} {object} | driver {subject} med {object} | jobber {subject} med {object} | er {subject} {object} | håndterer {subject} {object} | er det mulig å {object} {subject} | {role} {subject} {object} | kan {object} {subject} | har {object} betydning når {subject} | er {object} gyldig når {subject} | betyr {object} noe når {subject} | spiller {object} noen rolle for {subject} | kan {subject} {object} til utnytting | {subject} {object} | gjelder {object} når {subject} | gjør {subject} {object}
// parameter means: Concept = null
// ask nb: er {object} gyldig når {subject} er utsatt for {means} | er {object} fra {subject} gyldig hvis det skyldes {means}
// ask nb: jobber {subject} {object} | går {subject} inn i {object} | tar {subject} {object} | kan man få {object} {subject} | {subject} kan hun få den {object} | blir {subject} {object} | er {object} fra {subject} gyldig | har {object} noe å si når {subject} | betyr {object} fra {subject} noe | teller {object} når {subject} | {subject} har {object} noe å si
// ask nb: har det noe å si at {subject} {object} | betyr det noe at {subject} {object} | spiller det noen rolle at {subject} {object}
// ask nn: er {object} gyldig når {subject} er utsett for {means}
// ask en: is {object} of {subject} valid if obtained by {means} | is {subject} {object} valid if it was obtained by {means}
// ask nn: har {subject} {object} | kan {subject} {object} | jobbar {subject} med {object} | er {subject} {object} | handsamar {subject} {object} | er det mogleg å {object} {subject} | har {object} noko å seie når {subject} | er {object} gyldig når {subject} | {subject} {object} | {role} {subject} {object}
// ask nn: går {subject} inn i {object} | tek {subject} {object} | kan ein få {object} {subject} | tel {object} når {subject}
// ask nn: har det noko å seie at {subject} {object}
// ask en: does {subject} have {object} | can {subject} be {object} | can {subject} {object} | does {subject} handle {object} | does {subject} work on {object} | is {subject} {object} | is it possible to {object} {subject} | does {object} matter for {subject} | is {object} valid when {subject} | is {object} of {subject} relevant | is {object} relevant when {subject} | {subject} {object} | does {subject} {role} {object} | may {subject} {object} | does {object} count if {subject}
// ask en: does {subject} take on {object} | will {subject} take on {object} | does {subject} take {object} | can one get {object} of {subject} | does {object} of {subject} matter | does {object} matter when {subject} | does {object} count when {subject} | can {subject} give {object}
// ask en: does it matter that {subject} {object} | does it make a difference that {subject} {object}
// parameter role: HandlingRole = null
// no nb: Det er uttrykkelig utelukket.
// no nn: Det er uttrykkjeleg utelukka.
// no en: This is expressly excluded.
MATCH (subject)-[no:EXCLUDES]->(object)
WHERE subject.id IN $subject AND object.id IN $object AND ($role IS NULL OR subject:Actor)
  AND ($means IS NULL OR EXISTS { MATCH (one:Concept {kind: 'means'}) WHERE one.id IN $means })
OPTIONAL MATCH (subject)-[order:PRECEDES]->(:Stage)<-[at:APPLIES_AT]-(instead:Right)
RETURN no, order, at, instead
