import Domain
import Operations

/// A comparison on one page: what either result is worth, and then everybody for whom they differ, by how.
struct ComparisonReport {
    private let comparison: MatchComparison
    private let output: Output
    /// How many of a kind are listed.
    private let limit: Int
    /// Whether the second result has been kept; none where both were runs already.
    private let isStored: Bool?

    init(_ comparison: MatchComparison, _ output: Output, listing limit: Int, isStored: Bool?) {
        self.comparison = comparison
        self.output = output
        self.limit = limit
        self.isStored = isStored
    }

    func write() throws {
        switch output.format {
        case .json:
            try output.writeJSON(MatchComparisonDocument(comparison))
        case .csv, .spreadsheet:
            try output.list(table(comparison.differences, withChange: true))
        case .table:
            try output.list(sides)
            for bound in bounds { output.say(bound) }
            if let notice = comparison.notice { output.say(notice) }
            if let stability { output.say(stability) }
            output.say(summary)
            for change in MatchComparison.Change.allCases { try write(change) }
            try writeBlocking()
            if let stored {
                output.say(stored)
            }
        }
    }

    private var sides: Table {
        let (before, after) = (comparison.before, comparison.after)
        var table = Table(
            .init("figure", sv: "", en: ""), .init("before", title(before, sv: "Före", en: "Before")),
            .init("after", title(after, sv: "Prövning", en: "Trial")),
            .init("difference", Self.difference))
        var rows: [(title: Phrase, before: Int, after: Int)] = []
        func add(_ title: Phrase, _ one: Int, _ other: Int) {
            rows.append((title, one, other))
        }
        add(Phrase(sv: "Deltagare", en: "Participants"), before.persons, after.persons)
        add(Phrase(sv: "Placerade", en: "Placed"), before.placed, after.placed)
        for priority in (0...9).reversed() {
            let (one, other) = (before.placedByPriority[priority], after.placedByPriority[priority])
            if one + other > 0, priority > 0 || one + other < before.placed + after.placed {
                add(Phrase(sv: "  prioritet \(priority)", en: "  priority \(priority)"), one, other)
            }
        }
        if before.shortfall + after.shortfall > 0 {
            add(Phrase(sv: "Fattas i önskade minimum", en: "Short of wanted minima"), before.shortfall, after.shortfall)
        }
        add(Phrase(sv: "Sammanlagd poäng", en: "Total score"), before.score, after.score)
        add(Phrase(sv: "Blockerande par", en: "Blocking pairs"), before.blockingPairs, after.blockingPairs)
        // Signed, so they are text; padded, so that they stand under one another, and under the title.
        let width = max(
            Self.difference[output.language].count, rows.map { Self.signed($0.after - $0.before).count }.max() ?? 0)
        for row in rows {
            let signed = Self.signed(row.after - row.before)
            table.add(
                .text(row.title[output.language]), .integer(row.before), .integer(row.after),
                .text(String(repeating: " ", count: width - signed.count) + signed))
        }
        return table
    }

    private func title(_ side: MatchComparison.Side, sv: String, en: String) -> Phrase {
        let mode =
            switch (side.mode, side.isVerified) {
            case (.optimal, true): Phrase(sv: "bäst", en: "best")
            case (.stable, true): Phrase(sv: "stabil", en: "stable")
            case (_, false): Phrase(sv: "inte bevisad", en: "not proven")
            }
        let name = side.run.map { Phrase(sv: $0.rawValue, en: $0.rawValue) } ?? Phrase(sv: sv, en: en)
        return Phrase(sv: "\(name.sv) (\(mode.sv))", en: "\(name.en) (\(mode.en))")
    }

    /// Bounds of what comes after; those before have been said with their run.
    private var bounds: [Phrase] {
        comparison.after.bounds.filter { !comparison.before.bounds.contains($0) }
            .map { $0.phrase(comparison.after.mode) }
    }

    private var stability: Phrase? {
        let (before, after) = (comparison.before, comparison.after)
        guard after.mode == .stable, before.mode == .optimal else { return nil }
        let (placements, points) = (before.placed - after.placed, before.score - after.score)
        let pairs = before.blockingPairs
        return Phrase(
            sv:
                "Stabiliteten kostar \(Quantity.placements(placements).sv) och \(points) poäng. I den bästa fördelningen "
                + "finns \(Quantity.number(pairs).sv) par av deltagare och plats som hellre hade haft varandra.",
            en: "Stability costs \(Quantity.placements(placements).en) and \(points) points. In the best allocation "
                + "\(Quantity.number(pairs).en) pairs of participant and slot would rather have had each other.")
    }

    /// Everything in a line, before the lists.
    private var summary: Phrase {
        let kinds = MatchComparison.Change.allCases.filter { comparison.count($0) > 0 }
        guard !kinds.isEmpty else { return Phrase(sv: "Ingen får något annat.", en: "Nobody gets anything else.") }
        func list(_ language: Language) -> String {
            kinds.map { "\(comparison.count($0)) \($0.short[language])" }.joined(separator: ", ")
        }
        let count = comparison.differences.count
        return Phrase(
            sv: "\(count) berörs: \(list(.swedish)).", en: "\(count) concerned: \(list(.english)).")
    }

    private func write(_ change: MatchComparison.Change) throws {
        let concerned = comparison.differences.filter { $0.change == change }
        guard !concerned.isEmpty else { return }
        output.heading(change.title(concerned.count))
        try output.list(table(Array(concerned.prefix(limit)), withChange: false))
        sayRest(concerned.count - limit)
    }

    private func writeBlocking() throws {
        guard !comparison.blocking.isEmpty else { return }
        output.heading(
            Phrase(
                sv: "Par som hellre hade haft varandra (\(comparison.before.blockingPairs))",
                en: "Pairs that would rather have had each other (\(comparison.before.blockingPairs))"))
        var table = Table(
            .init("participant", sv: "Deltagare", en: "Participant"), .init("slot", sv: "Plats", en: "Slot"))
        for pair in comparison.blocking {
            table.add(.text(pair.participant), .text(pair.slot.rawValue))
        }
        try output.list(table)
        let rest = comparison.before.blockingPairs - comparison.blocking.count
        if rest > 0 { output.say(Phrase(sv: "… och \(rest) till.", en: "… and \(rest) more.")) }
    }

    private func sayRest(_ rest: Int) {
        guard rest > 0 else { return }
        output.say(
            Phrase(sv: "… och \(rest) till; --all visar alla.", en: "… and \(rest) more; --all shows everybody."))
    }

    private var stored: Phrase? {
        guard let isStored else { return nil }
        guard isStored, let run = comparison.after.run else {
            return Phrase(sv: "Inget är sparat.", en: "Nothing is stored.")
        }
        return Phrase(sv: "praktik match decide \(run) beslutar den.", en: "praktik match decide \(run) decides it.")
    }

    private func table(_ differences: [MatchComparison.Difference], withChange: Bool) -> Table {
        var table = Table(
            [
                .init("participant", sv: "Deltagare", en: "Participant"), .init("priority", sv: "Prio", en: "Prio"),
                .init("before", sv: "Före", en: "Before"), .init("before_score", sv: "Poäng", en: "Score"),
                .init("before_wish", sv: "Önskan", en: "Wish"), .init("after", sv: "Efter", en: "After"),
                .init("after_score", sv: "Poäng", en: "Score"), .init("after_wish", sv: "Önskan", en: "Wish"),
            ] + (withChange ? [.init("change", sv: "Ändring", en: "Change")] : []))
        for difference in differences {
            let (before, after) = (difference.before, difference.after)
            table.add(
                [
                    .text(difference.participant), .integer(difference.priority), Cell(before?.slot),
                    Cell(before?.score), Cell(before?.wish), Cell(after?.slot), Cell(after?.score), Cell(after?.wish),
                ] + (withChange ? [.text(difference.change.rawValue)] : []))
        }
        return table
    }

    private static let difference = Phrase(sv: "Skillnad", en: "Difference")

    private static func signed(_ value: Int) -> String {
        value > 0 ? "+\(value)" : value < 0 ? "−\(value.magnitude)" : "0"
    }
}

extension MatchComparison.Change {
    /// After a number.
    fileprivate var short: Phrase {
        switch self {
        case .gains: Phrase(sv: "får plats", en: "get a place")
        case .better: Phrase(sv: "byter till en de hellre vill ha", en: "move to one they would rather have")
        case .alike: Phrase(sv: "byter till en likvärdig", en: "move to one they want as much")
        case .worse: Phrase(sv: "byter till en de vill ha mindre gärna", en: "move to one they want less")
        case .loses: Phrase(sv: "mister sin plats", en: "lose their place")
        case .joins: Phrase(sv: "kommer till", en: "come in")
        case .leaves: Phrase(sv: "är inte längre med", en: "are out")
        }
    }

    fileprivate func title(_ count: Int) -> Phrase {
        switch self {
        case .gains: Phrase(sv: "Får plats (\(count))", en: "Get a place (\(count))")
        case .better:
            Phrase(
                sv: "Byter till en plats de hellre vill ha (\(count))",
                en: "Move to a slot they would rather have (\(count))")
        case .alike:
            Phrase(
                sv: "Byter till en plats de vill ha lika gärna (\(count))",
                en: "Move to a slot they want as much (\(count))")
        case .worse:
            Phrase(
                sv: "Byter till en plats de vill ha mindre gärna (\(count))",
                en: "Move to a slot they want less (\(count))")
        case .loses: Phrase(sv: "Mister sin plats (\(count))", en: "Lose their place (\(count))")
        case .joins: Phrase(sv: "Kommer till och får plats (\(count))", en: "Come in and get a place (\(count))")
        case .leaves:
            Phrase(sv: "Är inte längre med och hade plats (\(count))", en: "Are out and had a place (\(count))")
        }
    }
}
