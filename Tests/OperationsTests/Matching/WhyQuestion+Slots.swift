import Domain
import Operations
import Store

extension WhyQuestion {
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
