import Domain
import Operations
import Store

extension WhySituation {
    static let placed: [WhySituation] = [
        WhySituation(
            name: "the first wish, with others left",
            slots: [Fixture.slot("PARK"), Fixture.slot("KOK"), Fixture.slot("REC", places: 2)],
            people: [
                Who.me { $0.wishes = [Fixture.code("PARK"), Fixture.code("REC")] },
                Who.other { $0.wishes = [Fixture.code("KOK")] },
            ],
            sv: [
                "AMA/K-1 fick PARK, 2026-03-02–2026-06-05: 421 poäng (önskemål 250, område 100, väntetid "
                    + "46, brådska 25).",
                "REC hade gett 371 poäng, 50 färre (önskemål −50); där finns plats kvar.",
                "KOK hade gett 171 poäng, 250 färre (önskemål −250); ett byte kostar totalt 500 poäng "
                    + "och flyttar en annan.",
            ],
            en: [
                "AMA/K-1 got PARK, 2026-03-02–2026-06-05: 421 points (wish 250, area 100, time waited "
                    + "46, urgency 25).",
                "REC would have given 371 points, 50 fewer (wish −50); it has places left.",
                "KOK would have given 171 points, 250 fewer (wish −250); changing costs 500 points in "
                    + "total and moves one other.",
            ]),
        WhySituation(
            name: "a better slot went to somebody else",
            slots: [
                Fixture.slot("PARK") { $0.permanentPost = true }, Fixture.slot("KOK"), Fixture.slot("LAG"),
                Fixture.slot("REC") {
                    $0.sfiRequired = .c
                    $0.permanentPost = true
                },
            ],
            people: [
                Who.me {
                    $0.wishes = [Fixture.code("BIB"), Fixture.code("KOK")]
                    $0.sfiPassed = .b
                },
                Who.other { $0.wishes = [Fixture.code("PARK"), Fixture.code("KOK")] },
                Who.other(3) {
                    $0.wishes = [Fixture.code("KOK")]
                    $0.priority = 1
                },
            ],
            sv: [
                "AMA/K-1 fick LAG, 2026-03-02–2026-06-05: 171 poäng (område 100, väntetid 46, brådska 25).",
                "KOK hade gett 371 poäng, 200 fler (önskemål +200); ett byte kostar totalt 50 poäng och "
                    + "flyttar en annan.",
                "PARK hade gett 221 poäng, 50 fler (fast tjänst bakom +50); ett byte kostar totalt 250 "
                    + "poäng och flyttar en annan.",
                "Med en plats till på KOK hade hen fått den.",
                "Med en plats till på PARK hade hen fått den.",
                "Med SFI C hade hen fått REC, 50 poäng mer.",
            ],
            en: [
                "AMA/K-1 got LAG, 2026-03-02–2026-06-05: 171 points (area 100, time waited 46, urgency 25).",
                "KOK would have given 371 points, 200 more (wish +200); changing costs 50 points in "
                    + "total and moves one other.",
                "PARK would have given 221 points, 50 more (permanent post +50); changing costs 250 "
                    + "points in total and moves one other.",
                "With one more place at KOK it would have been theirs.",
                "With one more place at PARK it would have been theirs.",
                "With SFI C REC would have been theirs, 50 points more.",
            ]),
        WhySituation(
            name: "locked by the coordinator", slots: [Fixture.slot("PARK"), Fixture.slot("KOK")],
            people: [Who.me { $0.wishes = [Fixture.code("PARK")] }],
            parameters: Who.parameters { $0.locked = [.init(participant: "AMA/K-1", slot: Fixture.code("KOK"))] },
            sv: [
                "AMA/K-1 fick KOK, 2026-03-02–2026-06-05: 171 poäng (område 100, väntetid 46, brådska 25).",
                "Samordnaren har låst platsen.",
                "PARK hade gett 421 poäng, 250 fler (önskemål +250); där finns plats kvar.",
            ],
            en: [
                "AMA/K-1 got KOK, 2026-03-02–2026-06-05: 171 points (area 100, time waited 46, urgency 25).",
                "The coordinator has locked the place.",
                "PARK would have given 421 points, 250 more (wish +250); it has places left.",
            ]),
    ]
}
