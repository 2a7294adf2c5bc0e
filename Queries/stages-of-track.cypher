// title nb: Hvilke stadier har et spor
// title nn: Kva stadium har eit spor
// title en: Which stages does a track have
// kind: list
// parameter track: Track
// ask nb: hvilke stadier har {track} | hvilke stadier er det i {track} | stadiene i {track} | hvilke steg har {track} | hva er rekkefølgen i {track} | hvilke faser har {track} | {track} stadier | hvilke stadier består {track} av | hvilke steg går {track} gjennom
// ask nn: kva stadium har {track} | kva stadium er det i {track} | kva steg har {track} | {track} stadium
// ask en: which stages does {track} have | what are the stages of {track} | stages in {track} | which steps are there in {track} | stages of {track} in order | {track} stages | list the stages of {track} | in what order does {track} go | which steps does {track} go through
// answer nb: Stadiene i rekkefølge:
// answer nn: Stadia i rekkjefølgje:
// answer en: The stages in order:
MATCH (answer:Stage) WHERE answer.track IN $track
OPTIONAL MATCH (answer)-[next:PRECEDES]->(:Stage)
RETURN answer, {node: answer, name: 'track', value: answer.track} AS place, collect(next) AS facts
ORDER BY answer.order
