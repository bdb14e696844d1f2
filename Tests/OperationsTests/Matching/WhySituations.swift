import Domain
import Operations
import Store
import Testing

/// Somebody in a round, and what a coordinator is told about them.
struct WhySituation: CustomTestStringConvertible {
    let name: String
    let slots: [SlotFacts]
    let people: [PersonFacts]
    var supervisors: [SupervisorFacts] = []
    var units: [UnitFacts] = []
    var previous: [MatchPair] = []
    var parameters = MatchParameters(roundStart: Fixture.start, seed: 1)
    /// The sentences about AMA/K-1.
    let sv: [String]
    let en: [String]

    var testDescription: String { name }

    var inputs: MatchInputs {
        MatchInputs(slots: slots, people: people, supervisors: supervisors, units: units, previous: previous)
    }

    var result: MatchResult {
        get throws { try MatchEngine.compute(inputs, parameters) }
    }

    /// The sentences as `match explain AMA/K-1` has them.
    func told() throws -> [Phrase] {
        try MatchEngine.explain(
            result, inputs, parameters, run: Fixture.code("M-1"), participant: "AMA/K-1"
        ).sentences
    }
}

/// What the tests of these situations need often.
enum Who {
    static func me(_ change: (inout ReferralFacts) -> Void = { _ in }) -> PersonFacts {
        Fixture.person("AMA/K-1", change)
    }

    static func other(_ number: Int = 2, _ change: (inout ReferralFacts) -> Void = { _ in }) -> PersonFacts {
        Fixture.person("AMA/K-\(number)", change)
    }

    /// Of two who are equal over one place, it is not AMA/K-1 that is drawn.
    static let unlucky =
        (0..<100 as Range<UInt64>).lazy.map { seed in parameters { $0.seed = seed } }.first { parameters in
            let inputs = MatchInputs(slots: [Fixture.slot("PARK")], people: [me(), other()])
            return (try? MatchEngine.compute(inputs, parameters))?.pairs.first?.participant == "AMA/K-2"
        } ?? parameters { _ in }

    static func parameters(_ change: (inout MatchParameters) -> Void) -> MatchParameters {
        var parameters = MatchParameters(roundStart: Fixture.start, seed: 1)
        change(&parameters)
        return parameters
    }
}

extension WhySituation {
    static let rules: [WhySituation] = [
        WhySituation(
            name: "language",
            slots: [
                Fixture.slot("KOK", places: 2) { $0.sfiRequired = .c },
                Fixture.slot("REC") {
                    $0.sfiRequired = .c
                    $0.minutesPerDay = 240
                },
            ],
            people: [
                Who.me { $0.sfiPassed = .b },
                Who.other {
                    $0.sfiPassed = .c
                    $0.priority = 3
                    $0.minutesPerDay = 240
                },
            ],
            sv: [
                "AMA/K-1 fick ingen plats. Godkänd SFI B; tre lediga platser kräver C. Med SFI C hade "
                    + "hen kunnat få två av dem."
            ],
            en: [
                "AMA/K-1 got no place. Passed SFI B; three free places ask for C. With SFI C two of them "
                    + "could have been theirs."
            ]),
        WhySituation(
            name: "language, and nothing gained by it", slots: [Fixture.slot("REC") { $0.sfiRequired = .c }],
            people: [
                Who.me { $0.sfiPassed = .b },
                Who.other {
                    $0.sfiPassed = .c
                    $0.priority = 3
                },
            ],
            sv: [
                "AMA/K-1 fick ingen plats. Godkänd SFI B; en ledig plats kräver C. Den hade ändå gått "
                    + "till någon annan."
            ],
            en: [
                "AMA/K-1 got no place. Passed SFI B; one free place asks for C. It would have gone to "
                    + "somebody else all the same."
            ]),
        WhySituation(
            name: "dates", slots: [Fixture.slot("PARK"), Fixture.slot("REC", places: 2)],
            people: [
                Who.me {
                    $0.availableFrom = Fixture.day("2026-05-20")
                }
            ],
            sv: [
                "AMA/K-1 fick ingen plats. Har för få gemensamma dagar: tre lediga platser kräver minst "
                    + "fyra veckor. Med hela tiden ledig hade hen fått någon av dem."
            ],
            en: [
                "AMA/K-1 got no place. Too few days in common: three free places ask for at least four "
                    + "weeks. With all those days free one of them would have been theirs."
            ]),
        WhySituation(
            name: "hours", slots: [Fixture.slot("PARK", places: 3) { $0.minutesPerDay = 450 }],
            people: [Who.me { $0.minutesPerDay = 240 }],
            sv: [
                "AMA/K-1 fick ingen plats. Kan 4 timmar om dagen; tre lediga platser kräver 7,5 timmar. "
                    + "Med de timmarna hade hen fått någon av dem."
            ],
            en: [
                "AMA/K-1 got no place. Can work 4 hours a day; three free places ask for 7.5 hours. With "
                    + "those hours one of them would have been theirs."
            ]),
        WhySituation(
            name: "weekdays",
            slots: [Fixture.slot("PARK") { $0.weekdays = Weekdays(rawValue: 0b011_1111) }],
            people: [Who.me()],
            sv: [
                "AMA/K-1 fick ingen plats. Kan inte lör; en ledig plats kräver det. Med de dagarna hade "
                    + "hen fått den."
            ],
            en: [
                "AMA/K-1 got no place. Cannot work Sat; one free place asks for it. With those days it "
                    + "would have been theirs."
            ]),
        WhySituation(
            name: "licence", slots: [Fixture.slot("PARK", places: 2) { $0.licences = Fixture.words("B") }],
            people: [
                Who.me(), Who.other { $0.licences = Fixture.words("B") },
                Who.other(3) { $0.licences = Fixture.words("B") },
            ],
            sv: [
                "AMA/K-1 fick ingen plats. Körkort B saknas i uppgifterna; två lediga platser kräver "
                    + "det. Med körkort B hade lotten fått avgöra."
            ],
            en: [
                "AMA/K-1 got no place. Driving licence B is not on record; two free places ask for it. "
                    + "With driving licence B the draw would have decided."
            ]),
        WhySituation(
            name: "licence, both kinds", slots: [Fixture.slot("PARK") { $0.licences = Fixture.words("B", "truck") }],
            people: [Who.me()],
            sv: [
                "AMA/K-1 fick ingen plats. Körkort B och behörighet truck saknas i uppgifterna; en ledig "
                    + "plats kräver det. Med körkort B och behörighet truck hade hen fått den."
            ],
            en: [
                "AMA/K-1 got no place. Driving licence B and licence truck are not on record; one free "
                    + "place asks for it. With driving licence B and licence truck it would have been theirs."
            ]),
        WhySituation(
            name: "age", slots: [Fixture.slot("PARK") { $0.minimumAge = 18 }],
            people: [Who.me { $0.birthDate = Fixture.day("2009-01-01") }],
            sv: [
                "AMA/K-1 fick ingen plats. Under 18 år den första dagen; en ledig plats kräver 18 år. "
                    + "Med åldern inne hade hen fått den."
            ],
            en: [
                "AMA/K-1 got no place. Under 18 on the first day; one free place asks for 18 years. At "
                    + "that age it would have been theirs."
            ]),
        WhySituation(
            name: "record check", slots: [Fixture.slot("FSK") { $0.recordCheck = true }], people: [Who.me()],
            sv: [
                "AMA/K-1 fick ingen plats. Utdrag ur belastningsregistret är inte visat; en ledig plats "
                    + "kräver det. Med utdraget visat hade hen fått den."
            ],
            en: [
                "AMA/K-1 got no place. Extract from the criminal records not shown; one free place asks "
                    + "for it. With the extract shown it would have been theirs."
            ]),
        WhySituation(
            name: "earmark", slots: [Fixture.slot("INV-1", places: 2) { $0.earmark = Fixture.code("INV") }],
            people: [Who.me()],
            sv: [
                "AMA/K-1 fick ingen plats. Två lediga platser är avsatta för INV. Utan avsättningen hade "
                    + "hen fått någon av dem."
            ],
            en: [
                "AMA/K-1 got no place. Two free places are kept for INV. Without the earmark one of them "
                    + "would have been theirs."
            ]),
        WhySituation(
            name: "purpose", slots: [Fixture.slot("PARK") { $0.purpose = .job }],
            people: [Who.me { $0.purpose = .language }],
            sv: [
                "AMA/K-1 fick ingen plats. Syftet är språk; en ledig plats är för arbete. Med det syftet "
                    + "hade hen fått den."
            ],
            en: [
                "AMA/K-1 got no place. The purpose is language; one free place is for job. With that "
                    + "purpose it would have been theirs."
            ]),
        WhySituation(
            name: "already placed", slots: [Fixture.slot("PARK")],
            people: [Fixture.person("AMA/K-1", busy: [Fixture.days("2026-03-02", "2026-06-05")])],
            sv: [
                "AMA/K-1 fick ingen plats. Har redan en praktik eller ett förslag under de dagar som "
                    + "passar."
            ],
            en: [
                "AMA/K-1 got no place. Already has a placement or a proposal on the days that suit."
            ]),
        WhySituation(
            name: "own time too short", slots: [Fixture.slot("PARK")],
            people: [Who.me { $0.availableTo = Fixture.day("2026-03-20") }],
            sv: [
                "AMA/K-1 fick ingen plats. Inte tillgänglig: den egna tiden slutar innan en praktik "
                    + "hinner rymmas."
            ],
            en: [
                "AMA/K-1 got no place. Not available: the person's own time ends before a placement "
                    + "could fit."
            ]),
        WhySituation(
            name: "no slots", slots: [], people: [Who.me()],
            sv: [
                "AMA/K-1 fick ingen plats. Omgången har inga lediga platser."
            ],
            en: [
                "AMA/K-1 got no place. The round has no free places."
            ]),
        WhySituation(
            name: "two rules at every slot",
            slots: [
                Fixture.slot("PARK") {
                    $0.licences = Fixture.words("B"); $0.sfiRequired = .c
                },
                Fixture.slot("KOK") {
                    $0.sfiRequired = .d; $0.recordCheck = true
                },
            ], people: [Who.me()],
            sv: [
                "AMA/K-1 fick ingen plats. Ingen plats är nära: var och en faller på minst två krav, "
                    + "oftast på detta: godkänd SFI-kurs."
            ],
            en: [
                "AMA/K-1 got no place. No slot comes close: each fails on two requirements or more, most "
                    + "often this one: SFI course passed."
            ]),
        WhySituation(
            name: "slot full before the round", slots: [Fixture.slot("PARK") { $0.taken = [$0.period] }],
            people: [Who.me()],
            sv: [
                "AMA/K-1 fick ingen plats. En plats som passar är full."
            ],
            en: [
                "AMA/K-1 got no place. One slot that suits is full."
            ]),
        WhySituation(
            name: "supervisor full before the round",
            slots: [Fixture.slot("PARK", places: 2) { $0.supervisor = Fixture.code("EVA") }], people: [Who.me()],
            supervisors: [
                SupervisorFacts(
                    code: Fixture.code("EVA"), unit: Fixture.code("SBF"), capacity: 1,
                    taken: [Fixture.days("2026-01-07", "2026-06-05")])
            ],
            sv: [
                "AMA/K-1 fick ingen plats. En ledig plats passar, men dess handledare tar inte emot fler "
                    + "de dagarna."
            ],
            en: [
                "AMA/K-1 got no place. One free place suits, but its supervisor takes no more people on "
                    + "those days."
            ]),
    ]

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

/// A pair or a slot somebody asks about.
struct WhyQuestion: CustomTestStringConvertible {
    let name: String
    var round: WhySituation
    /// AMA/K-1 and this slot; or the slot alone.
    let slot: String
    let sv: [String]
    let en: [String]

    var testDescription: String { name }

    init(
        _ name: String, _ slots: [SlotFacts], _ people: [PersonFacts], slot: String,
        _ change: (inout WhySituation) -> Void = { _ in }, sv: [String], en: [String]
    ) {
        self.name = name
        round = WhySituation(name: name, slots: slots, people: people, sv: [], en: [])
        change(&round)
        self.slot = slot
        self.sv = sv
        self.en = en
    }

    func toldOfPair() throws -> [Phrase] {
        let explanation = try MatchEngine.explain(
            round.result, round.inputs, round.parameters, run: Fixture.code("M-1"), participant: "AMA/K-1",
            slot: Fixture.code(slot))
        return [explanation.pair?.text].compactMap(\.self)
    }

    func toldOfSlot() throws -> [Phrase] {
        try MatchEngine.explain(
            round.result, round.inputs, round.parameters, run: Fixture.code("M-1"), slot: Fixture.code(slot)
        ).sentences
    }
}

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

extension WhyQuestion {
    static let pairs: [WhyQuestion] = [
        WhyQuestion(
            "costs points and moves two others",
            [Fixture.slot("PARK"), Fixture.slot("KOK"), Fixture.slot("REC")],
            [
                Who.me { $0.wishes = [Fixture.code("REC")] },
                Who.other(2) { $0.wishes = [Fixture.code("PARK"), Fixture.code("KOK")] },
                Who.other(3) { $0.wishes = [Fixture.code("KOK"), Fixture.code("REC")] },
            ], slot: "PARK",
            sv: [
                "Skulle gå, men kostar totalt 350 poäng och flyttar två andra."
            ],
            en: [
                "It would work, but costs 350 points in total and moves two others."
            ]),
        WhyQuestion(
            "one fewer placed", [Fixture.slot("PARK"), Fixture.slot("KOK") { $0.minutesPerDay = 240 }],
            [Who.me(), Who.other { $0.minutesPerDay = 240 }], slot: "KOK",
            sv: [
                "Skulle gå, men lämnar en person fler utan plats."
            ],
            en: [
                "It would work, but leaves one more person without a place."
            ]),
        WhyQuestion(
            "a higher class left without", [Fixture.slot("PARK")], [Who.me(), Who.other { $0.priority = 4 }],
            slot: "PARK",
            sv: [
                "Skulle gå, men lämnar någon med högre prioritet utan plats."
            ],
            en: [
                "It would work, but leaves somebody of a higher priority without a place."
            ]),
        WhyQuestion(
            "two rules",
            [
                Fixture.slot("PARK") {
                    $0.licences = Fixture.words("B"); $0.recordCheck = true
                }
            ], [Who.me()],
            slot: "PARK",
            sv: [
                "Körkort B saknas i uppgifterna; platsen kräver det. Utdrag ur belastningsregistret är "
                    + "inte visat; platsen kräver det."
            ],
            en: [
                "Driving licence B is not on record; the slot asks for it. Extract from the criminal "
                    + "records not shown; the slot asks for it."
            ]),
        WhyQuestion(
            "one rule, and it would have been", [Fixture.slot("PARK") { $0.licences = Fixture.words("B") }], [Who.me()],
            slot: "PARK",
            sv: [
                "Körkort B saknas i uppgifterna; platsen kräver det. Med körkort B hade hen fått platsen."
            ],
            en: [
                "Driving licence B is not on record; the slot asks for it. With driving licence B the "
                    + "place would have been theirs."
            ]),
        WhyQuestion(
            "one rule, and it would have cost",
            [Fixture.slot("PARK") { $0.licences = Fixture.words("B") }],
            [
                Who.me(),
                Who.other {
                    $0.licences = Fixture.words("B"); $0.wishes = [Fixture.code("PARK")]
                },
            ],
            slot: "PARK",
            sv: [
                "Körkort B saknas i uppgifterna; platsen kräver det. Med körkort B skulle det gå, men "
                    + "det kostar totalt 250 poäng och lämnar en annan utan plats."
            ],
            en: [
                "Driving licence B is not on record; the slot asks for it. With driving licence B it "
                    + "would work, but it costs 250 points in total and leaves one other without a place."
            ]),
        WhyQuestion(
            "given", [Fixture.slot("PARK")], [Who.me()], slot: "PARK",
            sv: [
                "AMA/K-1 har PARK."
            ],
            en: [
                "AMA/K-1 has PARK."
            ]),
        WhyQuestion(
            "a pair ruled out", [Fixture.slot("PARK")], [Who.me()], slot: "PARK",
            { $0.parameters.forbidden = [.init(participant: "AMA/K-1", slot: Fixture.code("PARK"))] },
            sv: [
                "Samordnaren har uteslutit AMA/K-1 från PARK."
            ],
            en: [
                "The coordinator has ruled AMA/K-1 out for PARK."
            ]),
        WhyQuestion(
            "locked elsewhere", [Fixture.slot("PARK"), Fixture.slot("KOK")], [Who.me()], slot: "PARK",
            { $0.parameters.locked = [.init(participant: "AMA/K-1", slot: Fixture.code("KOK"))] },
            sv: [
                "Samordnaren har låst AMA/K-1 till KOK."
            ],
            en: [
                "The coordinator has locked AMA/K-1 to KOK."
            ]),
        WhyQuestion(
            "all places locked", [Fixture.slot("PARK")], [Who.me(), Who.other()], slot: "PARK",
            { $0.parameters.locked = [.init(participant: "AMA/K-2", slot: Fixture.code("PARK"))] },
            sv: [
                "Det går inte: samordnaren har låst platserna för andra."
            ],
            en: [
                "It cannot be: the coordinator has locked the places for others."
            ]),
        WhyQuestion(
            "as good", [Fixture.slot("PARK")], [Who.me(), Who.other()], slot: "PARK", { $0.parameters = Who.unlucky },
            sv: [
                "Skulle gå lika bra, men lämnar en annan utan plats; lotten avgjorde."
            ],
            en: [
                "It would do as well, but leaves one other without a place; the draw decided."
            ]),
    ]

    static let slots: [WhyQuestion] = [
        WhyQuestion(
            "nobody meets the requirements",
            [
                Fixture.slot("PARK", places: 2) {
                    $0.licences = Fixture.words("B"); $0.recordCheck = true
                }, Fixture.slot("KOK"),
            ],
            (1...14).map { number in
                Who.other(number) { if number > 11 { $0.recordCheckShownOn = Fixture.day("2026-01-02") } }
            }, slot: "PARK",
            sv: [
                "PARK: ingen fick någon av de två platserna.",
                "Ingen i omgången uppfyller kraven.",
                "14 sökande faller på körkort B och elva på utdraget ur belastningsregistret.",
                "Utan kravet på körkort B hade tre till varit behöriga (alla nu utan plats), och två "
                    + "personer till hade fått plats.",
            ],
            en: [
                "PARK: nobody got any of the two places.",
                "Nobody in the round meets its requirements.",
                "14 applicants fall on driving licence B and eleven on the extract from the criminal "
                    + "records.",
                "Without asking for driving licence B three more would have been eligible (all now "
                    + "without a place), and two more would have been placed.",
            ]),
        WhyQuestion(
            "those who could went elsewhere", [Fixture.slot("PARK", places: 2), Fixture.slot("KOK", places: 2)],
            [
                Who.me { $0.wishes = [Fixture.code("KOK")] },
                Who.other { $0.wishes = [Fixture.code("KOK"), Fixture.code("PARK")] },
            ], slot: "PARK",
            sv: [
                "PARK: ingen fick någon av de två platserna.",
                "Två personer hade kunnat få den men fick en annan plats, där poängen är högre.",
                "Billigast vore att flytta hit AMA/K-2 från KOK; det kostar totalt 50 poäng.",
            ],
            en: [
                "PARK: nobody got any of the two places.",
                "Two people could have had it but got another place, where the score is higher.",
                "The cheapest would be to move AMA/K-2 here from KOK; it costs 50 points in total.",
            ]),
        WhyQuestion(
            "full", [Fixture.slot("PARK")], [Who.me(), Who.other { $0.wishes = [Fixture.code("PARK")] }], slot: "PARK",
            sv: [
                "PARK är full: AMA/K-2 fick platsen.",
                "En person till hade kunnat få den.",
            ],
            en: [
                "PARK is full: AMA/K-2 got the place.",
                "One more could have had it.",
            ]),
        WhyQuestion(
            "in part, all who could", [Fixture.slot("PARK", places: 3) { $0.sfiRequired = .c }],
            [Who.me { $0.sfiPassed = .d }, Who.other { $0.sfiPassed = .b }, Who.other(3) { $0.sfiPassed = .b }],
            slot: "PARK",
            sv: [
                "PARK: AMA/K-1 fick plats, två av tre platser är kvar.",
                "Alla som uppfyller kraven har fått plats här.",
                "Två sökande faller på SFI C.",
                "Utan kravet på SFI C hade två till varit behöriga (alla nu utan plats), och två "
                    + "personer till hade fått plats.",
            ],
            en: [
                "PARK: AMA/K-1 got a place, two of three places are left.",
                "All who meet its requirements have it.",
                "Two applicants fall on SFI C.",
                "Without asking for SFI C two more would have been eligible (all now without a place), "
                    + "and two more would have been placed.",
            ]),
        WhyQuestion(
            "its supervisor is full",
            [
                Fixture.slot("PARK", places: 2) { $0.supervisor = Fixture.code("EVA") },
                Fixture.slot("KOK", places: 2) { $0.supervisor = Fixture.code("EVA") },
            ],
            [
                Who.me { $0.wishes = [Fixture.code("KOK")] }, Who.other { $0.wishes = [Fixture.code("KOK")] },
                Who.other(3),
            ], slot: "PARK",
            { $0.supervisors = [SupervisorFacts(code: Fixture.code("EVA"), unit: Fixture.code("SBF"), capacity: 2)] },
            sv: [
                "PARK: ingen fick någon av de två platserna.",
                "Handledaren EVA tar inte emot fler.",
            ],
            en: [
                "PARK: nobody got any of the two places.",
                "Supervisor EVA takes no more.",
            ]),
    ]
}
