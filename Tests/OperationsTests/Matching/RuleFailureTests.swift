import Domain
import Operations
import Testing

struct RuleFailureTests {
    private static let sentences: [(RuleFailure, Int, String, String)] = [
        (
            .sfi(required: .d, passed: .none), 1, "Ingen godkänd SFI-kurs är känd; en ledig plats kräver D.",
            "No passed SFI course is known; one free place asks for D."
        ),
        (
            .dates(minimumDays: 28), 4,
            "Har för få gemensamma dagar: fyra lediga platser kräver minst fyra veckor.",
            "Too few days in common: four free places ask for at least four weeks."
        ),
        (
            .hours(asked: 450, available: 240), 2, "Kan 4 timmar om dagen; två lediga platser kräver 7,5 timmar.",
            "Can work 4 hours a day; two free places ask for 7.5 hours."
        ),
        (
            .weekdays(missing: Weekdays(rawValue: 0b110_0000)), 13,
            "Kan inte lör, sön; 13 lediga platser kräver det.", "Cannot work Sat, Sun; 13 free places ask for it."
        ),
        (
            .age(required: 18, isKnown: false), 1, "Födelsedatum är okänt; en ledig plats kräver 18 år.",
            "Date of birth unknown; one free place asks for 18 years."
        ),
        (
            .earmark(Fixture.code("INV")), 2, "Två lediga platser är avsatta för INV.",
            "Two free places are kept for INV."
        ),
        (
            .earmark(Fixture.code("INV")), 1, "En ledig plats är avsatt för INV.", "One free place is kept for INV."
        ),
        (
            .purpose(asked: .language, own: nil), 1, "Syftet är okänt; en ledig plats är för språk.",
            "The purpose is unknown; one free place is for language."
        ),
        (
            .clash, 3, "Har redan en praktik eller ett förslag de dagar som tre lediga platser gäller.",
            "Already has a placement or a proposal on the days of three free places."
        ),
        (.noPlace, 2, "Två platser som passar är fulla.", "Two slots that suit are full."),
    ]

    @Test(arguments: 0..<10)
    func `a near miss reads well in both languages`(index: Int) {
        let (failure, places, sv, en) = Self.sentences[index]
        #expect(failure.nearMiss(places: places) == Phrase(sv: sv, en: en))
    }

    @Test func `a sentence about one slot`() {
        #expect(
            RuleFailure.sfi(required: .d, passed: .c).phrase
                == Phrase(sv: "Godkänd SFI C; platsen kräver D.", en: "Passed SFI C; the slot asks for D."))
        #expect(RuleFailure.noPlace.phrase.sv == "Platsen är full under de dagarna.")
    }
}
