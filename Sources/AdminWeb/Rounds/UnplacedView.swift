import Domain
import Operations

/// Who got no place in a round and why, kind by kind: first what somebody can do something about, the rest folded.
enum UnplacedView {
    /// In the order shown.
    private static let kinds: [UnplacedReason] = [
        .outcompeted, .noEligiblePlace, .share, .supervisorFull, .unitFull, .ruledOut, .noSlots, .leftOut,
        .alreadyPlaced, .notAvailable,
    ]
    private static let folded: Set<UnplacedReason> = [.alreadyPlaced, .notAvailable]

    static func html(_ run: StoredRun) -> HTML {
        let unplaced = run.shown.unplaced
        guard !unplaced.isEmpty else { return .empty }
        let groups = Dictionary(grouping: unplaced, by: \.reason)
        let tables = kinds.compactMap { kind in groups[kind].map { table(kind, $0, run.code) } }
        return """
            <h2>\(sv: "Utan plats", en: "Without a place") <span class="count">\(unplaced.count)</span></h2>\(tables)
            """
    }

    private static func table(_ kind: UnplacedReason, _ people: [MatchResult.Unplaced], _ run: Code) -> HTML {
        let reason = Phrase(sv: "Varför", en: "Why")
        let rows = people.map { person -> HTML in
            """
            <tr><th scope="row">\(name(person, run))</th>\(HTML.cell(reason, "\(person.text.phrase)\(misses(person))"))</tr>

            """
        }
        return """
            <details class="more"\(" open", if: !folded.contains(kind))><summary>\(kind.label.capitalized) \
            <span class="count">\(people.count)</span></summary>
            <table class="data"><caption class="hidden">\(kind.label.capitalized)</caption>
            <thead><tr><th scope="col">\(RoundPages.participant)</th><th scope="col">\(reason)</th></tr></thead>
            <tbody>\(rows)</tbody></table></details>

            """
    }

    private static func name(_ person: MatchResult.Unplaced, _ run: Code) -> HTML {
        person.participant == Mask.text
            ? "\(person.participant)"
            : "<a href=\"\(RoundPages.why(run, person.participant))\">\(person.participant)</a>"
    }

    private static func misses(_ person: MatchResult.Unplaced) -> HTML {
        let misses = person.nearMisses.filter { !$0.isSaid(by: person) }.prefix(3)
            .map { miss -> HTML in "<li>\(miss.text.phrase)</li>" }
        return misses.isEmpty ? .empty : "<ul>\(misses)</ul>"
    }
}
