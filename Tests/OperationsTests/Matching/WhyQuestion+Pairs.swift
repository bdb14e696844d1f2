import Domain
import Operations
import Store

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
}
