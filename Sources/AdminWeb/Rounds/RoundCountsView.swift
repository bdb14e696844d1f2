import Domain
import Operations
import Store

/// Who and what would be in a round, in numbers, and why the others would not.
enum RoundCountsView {
    static func html(_ plan: RoundPlan) -> HTML {
        let counts = plan.counts
        let start = plan.parameters.roundStart
        let weeks = Phrase.weeks(plan.parameters.minimumDays / 7)
        return """
            <section class="card"><h2>\(sv: "Med från \(start)", en: "In it from \(start)")</h2>
            <dl class="keys">\(key(Phrase(sv: "deltagare", en: "participants"), counts.people))\
            \(key(Phrase(sv: "platser", en: "places"), counts.places))</dl>
            <ul class="plain">
            \(line(counts.busy, Phrase(sv: "av deltagarna har redan en praktik eller ett förslag och kan bara få något efter det.", en: "of the participants have a placement or a proposal already, and can only get what comes after it.")))
            </ul>
            <h3>\(sv: "Inte med", en: "Not in it")</h3>
            <ul class="plain">
            \(line(counts.peopleProtected, Phrase(sv: "med skyddade uppgifter: placeras för hand.", en: "with protected identity: placed by hand.")))
            \(line(counts.peopleOver, Phrase(sv: "vars egen tid är slut före dess.", en: "whose own time is over by then.")))
            \(line(counts.slotsTooShort, Phrase(sv: "erbjudna praktikplatser som slutar innan \(weeks.sv) har gått.", en: "slots on offer that end before \(weeks.en) have passed.")))
            \(line(counts.slotsDormant, Phrase(sv: "vilande praktikplatser: obekräftade sedan länge, med igen när de bekräftas.", en: "dormant slots: unconfirmed for long, back when they are confirmed.")))
            \(line(counts.drafts, Phrase(sv: "praktikplatser som är utkast.", en: "slots that are drafts.")))
            \(isNobodyOut(counts) ? "<li>\(sv: "Ingen och inget.", en: "Nobody and nothing.")</li>" : HTML.empty)
            </ul></section>
            """
    }

    private static func key(_ label: Phrase, _ value: Int) -> HTML { "<div><dt>\(label)</dt><dd>\(value)</dd></div>" }

    private static func line(_ count: Int, _ text: Phrase) -> HTML {
        count == 0 ? .empty : "<li><strong>\(count)</strong> \(text)</li>"
    }

    private static func isNobodyOut(_ counts: RoundCounts) -> Bool {
        counts.peopleProtected + counts.peopleOver + counts.slotsTooShort + counts.drafts
            + counts.slotsDormant == 0
    }
}
