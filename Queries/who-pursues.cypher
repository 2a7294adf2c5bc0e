// title nb: Hvem arbeider for et mål
// title nn: Kven arbeider for eit mål
// title en: Who pursues a goal
// kind: list
// parameter goal: Goal
// ask nb: hvem arbeider for {goal} | hvem har {goal} som mål | hvem ønsker {goal} | hvem jobber for å {goal} | hvem skal {goal} | hvem vil {goal} | hvem er virkemiddel for {goal}
// ask nb: hvem har som mål å {goal} | hvem arbeider for å {goal} | hvem jobber mot {goal} | hvem vil ha {goal}
// ask nn: kven arbeider for {goal} | kven har {goal} som mål | kven ønskjer {goal} | kven skal {goal}
// ask nn: kven arbeider for å {goal} | kven jobbar for å {goal} | kven vil ha {goal}
// ask en: who works to {goal} | who pursues {goal} | who wants {goal} | who has {goal} as a goal | who aims for {goal} | who must {goal} | who contributes to {goal}
// ask en: who wishes {goal} | who is working to {goal} | who works to {goal} in Norway | whose goal is it to {goal}
// answer nb: Dette er målet til:
// answer nn: Dette er målet til:
// answer en: This is the goal of:
MATCH (answer)-[fact:PURSUES]->(goal:Concept)
WHERE goal.id IN $goal
RETURN answer, fact
