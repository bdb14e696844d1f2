import Domain
import Operations

/// A census as a coordinator reads it.
struct CensusReport {
    private let census: MatchCensus
    private let output: Output

    init(_ census: MatchCensus, _ output: Output) {
        self.census = census
        self.output = output
    }

    func write() throws {
        switch output.format {
        case .json:
            try output.writeJSON(MatchCensusDocument(census, language: output.language))
        case .csv, .spreadsheet:
            try output.list(ranking)
        case .table:
            output.say(headline)
            if let notice = census.notice { output.say(notice) }
            if let asked = census.asked {
                say(asked.participant, asked.standing)
            } else {
                try writeEverybody()
            }
        }
    }

    private var headline: Phrase {
        let asked = census.requirements
        return Phrase(
            sv: "\(census.slot), \(census.title), \(census.unit), \(census.period), som den var i \(census.run). "
                + "Krav: \(asked.isEmpty ? "inga" : asked.map(\.sv).joined(separator: "; ")).",
            en: "\(census.slot), \(census.title), \(census.unit), \(census.period), as it was in \(census.run). "
                + "Asked for: \(asked.isEmpty ? "nothing" : asked.map(\.en).joined(separator: "; ")).")
    }

    private func writeEverybody() throws {
        output.heading(
            Phrase(
                sv: "Behöriga (\(census.ranked.count)); platser i omgången \(census.places), givna \(census.placed)",
                en: "Eligible (\(census.ranked.count)); places in the round \(census.places), given \(census.placed)"))
        if !census.ranked.isEmpty { try output.list(ranking) }
        let refused = census.refused.reduce(0) { $0 + $1.participants.count }
        guard refused > 0 else { return }
        output.heading(
            Phrase(
                sv: "Inte behöriga (\(refused)), och vad som hindrade", en: "Not eligible (\(refused)), and for what"))
        for group in census.refused {
            let rules = group.rules.map { $0.label[output.language] }.joined(separator: "; ")
            output.paragraph("\(group.participants.count): \(rules)")
            output.paragraph(group.participants.joined(separator: ", "), first: "  ", indent: 2)
        }
    }

    private var ranking: Table {
        var table = Table(
            [
                .init("rank", sv: "Rang", en: "Rank"), .init("participant", sv: "Deltagare", en: "Participant"),
                .init("priority", sv: "Prio", en: "Prio"), .init("score", sv: "Poäng", en: "Score"),
            ] + ScorePart.allCases.map { .init($0.rawValue, $0.shortTitle) }
                + [.init("outcome", sv: "Utgång", en: "Outcome")])
        for candidate in census.ranked {
            table.add(
                [
                    .integer(candidate.rank), .text(candidate.participant), .integer(candidate.priority),
                    .integer(candidate.score),
                ] + ScorePart.allCases.map { .integer(candidate.parts[$0] ?? 0) }
                    + [
                        .text(
                            output.format == .table
                                ? candidate.outcome.label[output.language] : candidate.outcome.rawValue)
                    ])
        }
        return table
    }

    /// How one stood, without telling who the others were.
    private func say(_ participant: String, _ standing: MatchCensus.Standing) {
        switch standing {
        case .refused(let failures):
            for failure in failures {
                output.say(
                    Phrase(sv: "\(participant): \(failure.text.sv)", en: "\(participant): \(failure.text.en)"))
            }
        case .ranked(let candidate):
            output.say(
                Phrase(
                    sv: "\(participant): behörig, rang \(candidate.rank) av \(census.ranked.count) med "
                        + "\(candidate.score) poäng i prioritet \(candidate.priority); \(candidate.outcome.label.sv).",
                    en: "\(participant): eligible, rank \(candidate.rank) of \(census.ranked.count) with "
                        + "\(candidate.score) points in priority \(candidate.priority); \(candidate.outcome.label.en).")
            )
            guard candidate.outcome != .got, let last = census.ranked.last(where: { $0.outcome == .got }) else {
                return
            }
            output.say(
                Phrase(
                    sv:
                        "De som fick den stod på rang \(ranks.sv); den lägst rangordnade av dem hade \(last.score) poäng "
                        + "i prioritet \(last.priority).",
                    en: "Those who got it stood at rank \(ranks.en); the lowest of them had \(last.score) points in "
                        + "priority \(last.priority)."))
        }
    }

    private var ranks: Phrase {
        let ranks = census.ranked.filter { $0.outcome == .got }.map { String($0.rank) }
        func list(_ and: String) -> String {
            ranks.count < 2
                ? ranks.joined() : ranks.dropLast().joined(separator: ", ") + " \(and) " + (ranks.last ?? "")
        }
        return Phrase(sv: list("och"), en: list("and"))
    }
}
