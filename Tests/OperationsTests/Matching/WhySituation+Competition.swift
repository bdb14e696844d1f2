import Domain
import Operations
import Store

extension WhySituation {
    static let competition: [WhySituation] = [
        WhySituation(
            name: "outcompeted by points", slots: [Fixture.slot("PARK")],
            people: [Who.me(), Who.other { $0.wishes = [Fixture.code("PARK")] }],
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men platsen gick till någon annan. Det "
                    + "skilde 250 poäng, mest i önskemål.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det kostar totalt 250 "
                    + "poäng och lämnar en annan utan plats.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but the place went to somebody else. It was "
                    + "250 points short, mostly in wish.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it costs 250 "
                    + "points in total and leaves one other without a place.",
                "With one more place at PARK they would have been placed.",
            ]),
        WhySituation(
            name: "outcompeted by class", slots: [Fixture.slot("PARK")],
            people: [Who.me { $0.wishes = [Fixture.code("PARK")] }, Who.other { $0.priority = 5 }],
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men platsen gick till någon annan. Den som "
                    + "kom före har högre prioritet.",
                "PARK hade gett 421 poäng (önskemål 250, område 100, väntetid 46, brådska 25); det "
                    + "lämnar någon med högre prioritet utan plats.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but the place went to somebody else. Whoever "
                    + "came first has a higher priority.",
                "PARK would have given 421 points (wish 250, area 100, time waited 46, urgency 25); it "
                    + "leaves somebody of a higher priority without a place.",
                "With one more place at PARK they would have been placed.",
            ]),
        WhySituation(
            name: "fewer places than people",
            slots: [Fixture.slot("PARK", places: 2), Fixture.slot("KOK", places: 3)],
            people: (2...8).map { Who.other($0) } + [Who.me { $0.registeredOn = Fixture.day("2026-01-06") }],
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till KOK och PARK, men platserna gick till andra. "
                    + "Närmast var KOK, där det skilde 1 poäng, mest i väntetid. Åtta personer delar på fem "
                    + "platser.",
                "KOK hade gett 170 poäng (område 100, väntetid 45, brådska 25); det kostar totalt 1 "
                    + "poäng och lämnar en annan utan plats.",
                "PARK hade gett 170 poäng (område 100, väntetid 45, brådska 25); det kostar totalt 1 "
                    + "poäng och lämnar en annan utan plats.",
                "Med KOK som första önskemål hade hen fått den.",
                "Med PARK som första önskemål hade hen fått den.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for KOK and PARK, but the places went to others. Closest "
                    + "was KOK, 1 point short, mostly in time waited. Eight people share five places.",
                "KOK would have given 170 points (area 100, time waited 45, urgency 25); it costs 1 "
                    + "point in total and leaves one other without a place.",
                "PARK would have given 170 points (area 100, time waited 45, urgency 25); it costs 1 "
                    + "point in total and leaves one other without a place.",
                "With KOK as the first wish it would have been theirs.",
                "With PARK as the first wish it would have been theirs.",
            ]),
        WhySituation(
            name: "by draw alone", slots: [Fixture.slot("PARK")],
            people: [Who.me(), Who.other()], parameters: Who.unlucky,
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men platsen gick till någon annan. Poängen "
                    + "var lika och lotten avgjorde.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det hade gått lika bra, "
                    + "lotten avgjorde.",
                "Med PARK som första önskemål hade hen fått den.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but the place went to somebody else. The "
                    + "points were equal and the draw decided.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it would have "
                    + "done as well, the draw decided.",
                "With PARK as the first wish it would have been theirs.",
                "With one more place at PARK they would have been placed.",
            ]),
        WhySituation(
            name: "several slots, one near",
            slots: [Fixture.slot("PARK"), Fixture.slot("KOK"), Fixture.slot("REC", places: 2)],
            people: [
                Who.me { $0.wishes = [Fixture.code("KOK")] },
                Who.other { $0.priority = 2 },
                Who.other(3) {
                    $0.wishes = [Fixture.code("PARK"), Fixture.code("KOK")]; $0.registeredOn = Fixture.day("2025-11-05")
                },
                Who.other(4) {
                    $0.wishes = [Fixture.code("REC"), Fixture.code("KOK")]; $0.registeredOn = Fixture.day("2025-10-05")
                },
                Who.other(5) {
                    $0.wishes = [Fixture.code("KOK")]; $0.registeredOn = Fixture.day("2025-12-05")
                },
            ],
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till tre platser, men platserna gick till andra. "
                    + "Närmast var KOK, där det skilde 26 poäng, mest i väntetid. Fem personer delar på fyra "
                    + "platser.",
                "KOK hade gett 421 poäng (önskemål 250, område 100, väntetid 46, brådska 25); det kostar "
                    + "totalt 26 poäng och lämnar en annan utan plats.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det kostar totalt 301 "
                    + "poäng och lämnar en annan utan plats.",
                "Med en plats till på KOK hade hen fått plats.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for three slots, but the places went to others. Closest "
                    + "was KOK, 26 points short, mostly in time waited. Five people share four places.",
                "KOK would have given 421 points (wish 250, area 100, time waited 46, urgency 25); it "
                    + "costs 26 points in total and leaves one other without a place.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it costs 301 "
                    + "points in total and leaves one other without a place.",
                "With one more place at KOK they would have been placed.",
                "With one more place at PARK they would have been placed.",
            ]),
        WhySituation(
            name: "set aside in part",
            slots: [Fixture.slot("PARK", places: 2)],
            people: [Who.me(), Who.other { $0.priority = 1 }, Fixture.person("SFI/7") { $0.minutesPerDay = 60 }],
            parameters: Who.parameters {
                $0.bounds.shares = [.init(slot: Fixture.code("PARK"), referrer: Fixture.code("SFI"), places: 1)]
            },
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men det som är kvar är avsatt för SFI. De "
                    + "som kom före har högre prioritet.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det lämnar någon med "
                    + "högre prioritet utan plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but what is left is set aside for SFI. Those "
                    + "who came first have a higher priority.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it leaves "
                    + "somebody of a higher priority without a place.",
            ]),
        WhySituation(
            name: "supervisor full",
            slots: [
                Fixture.slot("PARK", places: 3) { $0.supervisor = Fixture.code("EVA") },
                Fixture.slot("KOK", places: 3) { $0.supervisor = Fixture.code("EVA") },
            ],
            people: [Who.me(), Who.other { $0.priority = 1 }, Who.other(3) { $0.priority = 1 }],
            supervisors: [
                SupervisorFacts(code: Fixture.code("EVA"), unit: Fixture.code("SBF"), capacity: 2)
            ],
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till KOK och PARK, men handledaren tar inte emot "
                    + "fler. De som kom före har högre prioritet. Tre personer delar på två platser.",
                "KOK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det lämnar någon med "
                    + "högre prioritet utan plats.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det lämnar någon med "
                    + "högre prioritet utan plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for KOK and PARK, but the supervisor takes no more. "
                    + "Those who came first have a higher priority. Three people share two places.",
                "KOK would have given 171 points (area 100, time waited 46, urgency 25); it leaves "
                    + "somebody of a higher priority without a place.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it leaves "
                    + "somebody of a higher priority without a place.",
            ]),
        WhySituation(
            name: "unit full", slots: [Fixture.slot("PARK", places: 3)],
            people: [Who.me(), Who.other { $0.wishes = [Fixture.code("PARK")] }],
            units: [UnitFacts(code: Fixture.code("SBF"))],
            parameters: Who.parameters { $0.bounds.unitMaxima = [.init(code: Fixture.code("SBF"), count: 1)] },
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men enheten SBF tar inte emot fler. Det "
                    + "skilde 250 poäng, mest i önskemål.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det kostar totalt 250 "
                    + "poäng och lämnar en annan utan plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but unit SBF takes no more. It was 250 points "
                    + "short, mostly in wish.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it costs 250 "
                    + "points in total and leaves one other without a place.",
            ]),
        WhySituation(
            name: "a wanted minimum", slots: [Fixture.slot("PARK")],
            people: [Who.me { $0.wishes = [Fixture.code("PARK")] }, Fixture.person("SFI/7")],
            parameters: Who.parameters { $0.bounds.referrerMinima = [.init(code: Fixture.code("SFI"), count: 1)] },
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men platsen gick till någon annan. Platsen "
                    + "behövdes för att nå ett önskat minsta antal.",
                "PARK hade gett 421 poäng (önskemål 250, område 100, väntetid 46, brådska 25); det gör "
                    + "att en person till fattas i ett önskat minsta antal och lämnar en annan utan plats.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but the place went to somebody else. The place "
                    + "was needed to reach a wanted minimum.",
                "PARK would have given 421 points (wish 250, area 100, time waited 46, urgency 25); it "
                    + "leaves a wanted minimum one person shorter and leaves one other without a place.",
                "With one more place at PARK they would have been placed.",
            ]),
        WhySituation(
            name: "an earlier run kept", slots: [Fixture.slot("PARK")], people: [Who.me(), Who.other()],
            previous: [.init(participant: "AMA/K-2", slot: Fixture.code("PARK"))],
            parameters: Who.parameters { $0.keep = MatchKeep(run: Fixture.code("M-0")) },
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men platsen gick till någon annan. Poängen "
                    + "var lika, och den som hade platsen förut fick behålla den.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det bryter en tidigare "
                    + "placering och lämnar en annan utan plats.",
                "Med PARK som första önskemål hade hen fått den.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but the place went to somebody else. The "
                    + "points were equal, and whoever had the place before kept it.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it breaks one "
                    + "earlier placement and leaves one other without a place.",
                "With PARK as the first wish it would have been theirs.",
                "With one more place at PARK they would have been placed.",
            ]),
        WhySituation(
            name: "locked to another", slots: [Fixture.slot("PARK")],
            people: [Who.me { $0.priority = 9 }, Who.other()],
            parameters: Who.parameters {
                $0.locked = [.init(participant: "AMA/K-2", slot: Fixture.code("PARK"))]
            },
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till PARK, men samordnaren har låst platsen för någon "
                    + "annan.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); platserna gick till andra.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for PARK, but the coordinator has locked the place for "
                    + "somebody else.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); its places "
                    + "went to others.",
                "With one more place at PARK they would have been placed.",
            ]),
        WhySituation(
            name: "ruled out", slots: [Fixture.slot("PARK")], people: [Who.me()],
            parameters: Who.parameters {
                $0.forbidden = [.init(participant: "AMA/K-1", slot: Fixture.code("PARK"))]
            },
            sv: [
                "AMA/K-1 fick ingen plats. Behörig, men samordnaren har uteslutit paret."
            ],
            en: [
                "AMA/K-1 got no place. Eligible, but the coordinator has ruled the pair out."
            ]),
        WhySituation(
            name: "in part full, in part its supervisor",
            slots: [
                Fixture.slot("PARK"), Fixture.slot("REC"),
                Fixture.slot("KOK", places: 2) { $0.supervisor = Fixture.code("EVA") },
            ],
            people: [Who.me()] + (2...4).map { Who.other($0) { $0.priority = 1 } },
            supervisors: [SupervisorFacts(code: Fixture.code("EVA"), unit: Fixture.code("SBF"), capacity: 1)],
            sv: [
                "AMA/K-1 fick ingen plats. Behörig till tre platser: två gick till andra och en har en "
                    + "handledare som inte tar emot fler. De som kom före har högre prioritet. Fyra personer "
                    + "delar på tre platser.",
                "KOK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det lämnar någon med "
                    + "högre prioritet utan plats.",
                "PARK hade gett 171 poäng (område 100, väntetid 46, brådska 25); det lämnar någon med "
                    + "högre prioritet utan plats.",
                "Med en plats till på PARK hade hen fått plats.",
            ],
            en: [
                "AMA/K-1 got no place. Eligible for three slots: two went to others and one has a "
                    + "supervisor who takes no more. Those who came first have a higher priority. Four people "
                    + "share three places.",
                "KOK would have given 171 points (area 100, time waited 46, urgency 25); it leaves "
                    + "somebody of a higher priority without a place.",
                "PARK would have given 171 points (area 100, time waited 46, urgency 25); it leaves "
                    + "somebody of a higher priority without a place.",
                "With one more place at PARK they would have been placed.",
            ]),
    ]
}
