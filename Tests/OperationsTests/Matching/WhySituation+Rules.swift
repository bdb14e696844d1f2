import Domain
import Operations
import Store

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
}
