import Domain
import Operations

/// A run as a coordinator reads it: how many are placed, who got what by which points, and why the others did not.
struct MatchReport {
    private let run: StoredRun
    private let output: Output

    init(_ run: StoredRun, _ output: Output) {
        self.run = run
        self.output = output
    }

    func write() throws {
        switch output.format {
        case .json:
            try output.writeJSON(MatchDocument(run, language: output.language))
        case .csv, .spreadsheet:
            try output.list(rows())
        case .table:
            output.say(headline)
            output.say(rules)
            for bound in run.shown.bounds { output.say(bound.phrase(run.parameters.mode)) }
            if let kept { output.say(kept) }
            if let run = run.parameters.triedFrom {
                output.say(Phrase(sv: "Prövad från \(run).", en: "Tried from \(run)."))
            }
            if let notice = run.notice { output.say(notice) }
            for warning in run.warnings { output.say(warning) }
            try writePairs()
            writeUnplaced()
            try writeLeftOver()
        }
    }

    private var headline: Phrase {
        let (placed, persons) = (run.placed, run.persons)
        let proof =
            switch (run.isVerified, run.parameters.mode) {
            case (true, .optimal): Phrase(sv: "bevisat bästa möjliga (certified)", en: "certified optimal")
            case (true, .stable):
                Phrase(sv: "stabilt: inget blockerande par, kontrollerat", en: "stable: no blocking pair, checked")
            case (false, .optimal): Phrase(sv: "inte bevisat", en: "not certified")
            case (false, .stable): Phrase(sv: "inte stabilt", en: "not stable")
            }
        return Phrase(
            sv: "\(run.code): \(placed) av \(persons) placerade, \(proof.sv). "
                + "Sammanlagd poäng \(run.shown.score).",
            en: "\(run.code): \(placed) of \(persons) placed, \(proof.en). Total score \(run.shown.score).")
    }

    private var rules: Phrase {
        func weights(_ language: Language) -> String {
            ScorePart.allCases.map { "\($0.label[language]) \(run.parameters.weights[$0])" }.joined(separator: ", ")
        }
        let (start, seed) = (run.parameters.roundStart, run.parameters.seed)
        return Phrase(
            sv: "Omgång från \(start), \(run.ruleVersion): \(weights(.swedish)); frö \(seed).",
            en: "Round from \(start), \(run.ruleVersion): \(weights(.english)); seed \(seed).")
    }

    private var kept: Phrase? {
        guard let keep = run.parameters.keep else { return nil }
        let (kept, pairs) = (run.shown.kept, run.previousPairs)
        return Phrase(
            sv: "\(kept) av \(pairs) par från \(keep.run) behållna (bonus \(keep.bonus)).",
            en: "\(kept) of \(pairs) pairs of \(keep.run) kept (bonus \(keep.bonus)).")
    }

    private func writePairs() throws {
        guard run.placed > 0 else { return }
        output.heading(Phrase(sv: "Placerade, med poängens delar", en: "Placed, with the parts of the score"))
        var table = Table(
            [
                .init("participant", sv: "Deltagare", en: "Participant"), .init("slot", sv: "Plats", en: "Slot"),
                .init("score", sv: "Poäng", en: "Score"),
            ] + ScorePart.allCases.map { .init($0.rawValue, $0.shortTitle) })
        for pair in run.shown.pairs {
            let name = pair.isLocked ? "\(pair.participant) *" : pair.participant
            table.add(
                [.text(name), .text(pair.slot.rawValue), .integer(pair.score)]
                    + ScorePart.allCases.map { .integer(pair.parts[$0.rawValue] ?? 0) })
        }
        for pair in run.hiddenPairs {
            table.add(
                [.text(Mask.text), .text(Mask.text), .integer(pair.score)]
                    + ScorePart.allCases.map { .integer(pair.parts[$0.rawValue] ?? 0) })
        }
        try output.list(table)
        if run.shown.pairs.contains(where: \.isLocked) {
            output.say(Phrase(sv: "* låst av samordnaren", en: "* locked by the coordinator"))
        }
    }

    private func writeUnplaced() {
        let unplaced = run.shown.unplaced
        guard !unplaced.isEmpty else { return }
        output.heading(
            Phrase(sv: "Inte placerade (\(unplaced.count)), och varför", en: "Not placed (\(unplaced.count)), and why"))
        let width = unplaced.map { $0.participant.count }.max() ?? 0
        for person in unplaced {
            let name = person.participant.padded(to: width)
            output.paragraph(person.text.phrase[output.language], first: name + "  ", indent: width + 2)
            for miss in person.nearMisses.filter({ !$0.isSaid(by: person) }).prefix(3) {
                output.paragraph(
                    miss.text.phrase[output.language], first: "".padded(to: width + 2) + "– ", indent: width + 4)
            }
        }
    }

    private func writeLeftOver() throws {
        let left = run.placesLeft
        guard !left.isEmpty else { return }
        output.heading(Phrase(sv: "Platser som blev över", en: "Places left over"))
        var table = Table(
            .init("slot", sv: "Plats", en: "Slot"), .init("left", sv: "Kvar", en: "Left"),
            .init("placed", sv: "Placerade", en: "Placed"), .init("eligible", sv: "Behöriga", en: "Eligible"),
            .init("why", sv: "Varför", en: "Why"))
        for slot in left {
            table.add(
                .text(slot.slot.rawValue), .integer(slot.places), .integer(slot.placed), .integer(slot.eligible),
                .text(slot.why[output.language]))
        }
        try output.list(table)
    }

    /// Everybody in one listing, for spreadsheets and scripts that read CSV.
    private func rows() -> Table {
        var table = Table(
            [
                .init("participant", sv: "Deltagare", en: "Participant"), .init("slot", sv: "Plats", en: "Slot"),
                .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"),
                .init("score", sv: "Poäng", en: "Score"),
            ] + ScorePart.allCases.map { .init($0.rawValue, $0.label) }
                + [.init("reason", sv: "Skäl", en: "Reason")])
        for pair in run.shown.pairs {
            table.add(
                [
                    .text(pair.participant), .text(pair.slot.rawValue), Cell(pair.days.from), Cell(pair.days.to),
                    .integer(pair.score),
                ] + ScorePart.allCases.map { .integer(pair.parts[$0.rawValue] ?? 0) })
        }
        for pair in run.hiddenPairs {
            table.add(
                [.text(Mask.text), .text(Mask.text), .empty, .empty, .integer(pair.score)]
                    + ScorePart.allCases.map { .integer(pair.parts[$0.rawValue] ?? 0) })
        }
        for person in run.shown.unplaced {
            table.add(
                [.text(person.participant)] + Array(repeating: .empty, count: 4 + ScorePart.allCases.count)
                    + [.text(person.text.phrase[output.language])])
        }
        return table
    }
}

extension ScorePart {
    /// Short enough for a column of figures.
    var shortTitle: Phrase {
        switch self {
        case .occupation: Phrase(sv: "yrke", en: "occ.")
        case .wish: Phrase(sv: "önsk.", en: "wish")
        case .area: Phrase(sv: "omr.", en: "area")
        case .waited: Phrase(sv: "vänt", en: "wait")
        case .permanentPost: Phrase(sv: "fast", en: "post")
        case .urgency: Phrase(sv: "bråd.", en: "urg.")
        }
    }
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
