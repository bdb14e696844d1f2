public import Domain

/// How many participants answered what they were asked in a year, by unit, and how their answers fall.
public struct VoiceReport: Sendable, Hashable {
    public struct Response: Sendable, Hashable {
        /// Nil for the whole municipality.
        public let unit: String?
        public let name: String?
        public let occasion: VoiceOccasion
        /// Placements whose participant was to be asked. Nil where it is kept back, as are the two that follow.
        public fileprivate(set) var asked: Int?
        public fileprivate(set) var answered: Int?
        /// Of 100; nil also where nobody was asked. In what is published, to the nearest ten.
        public fileprivate(set) var percent: Int?

        public init(unit: String?, name: String?, occasion: VoiceOccasion, asked: Int, answered: Int) {
            self.unit = unit
            self.name = name
            self.occasion = occasion
            self.asked = asked
            self.answered = answered
            percent = Self.percent(answered, of: asked, step: 1)
        }

        fileprivate static func percent(_ part: Int, of whole: Int, step: Int) -> Int? {
            guard whole > 0 else { return nil }
            return (200 * part + whole * step) / (2 * whole * step) * step
        }

        fileprivate var key: String { (unit ?? "total") + "." + occasion.rawValue }
    }

    /// How the answers to one question fall.
    public struct Tally: Sendable, Hashable {
        public let question: VoiceQuestion
        /// Nil where it is kept back.
        public fileprivate(set) var counts: [VoiceChoice: Int]?
        /// Of 100; nil also without an answer. In what is published, to the nearest ten.
        public fileprivate(set) var percents: [VoiceChoice: Int]?

        public init(question: VoiceQuestion, counts: [VoiceChoice: Int]) {
            self.question = question
            self.counts = Dictionary(
                uniqueKeysWithValues: VoiceChoice.allCases.map { ($0, counts[$0] ?? 0) })
            percents = Self.percents(counts, step: 1)
        }

        fileprivate static func percents(_ counts: [VoiceChoice: Int], step: Int) -> [VoiceChoice: Int]? {
            let all = counts.values.reduce(0, +)
            guard all > 0 else { return nil }
            return Dictionary(
                uniqueKeysWithValues: VoiceChoice.allCases.compactMap { choice in
                    Response.percent(counts[choice] ?? 0, of: all, step: step).map { (choice, $0) }
                })
        }
    }

    /// How it is counted, beside the figures.
    public static let rule = Phrase(
        sv:
            "Svarsfrekvens: de praktiker vars dag att fråga – halvvägs, för praktik på fyra veckor eller mer, och sista dagen – "
            + "infaller under året, och av dem de där deltagaren har svarat. Skyddade personer räknas inte.",
        en:
            "Response rate: the placements whose day to ask – halfway, where they are of four weeks or more, and the last day – "
            + "falls within the year, and of them those whose participant has answered. Protected persons are not counted."
    )

    public let year: Int
    /// One for each occasion.
    public private(set) var total: [Response]
    /// By the units' codes, for each occasion on which anybody was to be asked.
    public private(set) var byUnit: [Response]
    public private(set) var tallies: [Tally]
    /// What is kept back: `total.mid`, `SB.end`, `answers.tasks`.
    public private(set) var suppressed: [String] = []

    public init(year: Int, byUnit: [Response], tallies: [Tally]) {
        self.year = year
        self.byUnit = byUnit
        self.tallies = tallies
        total = VoiceOccasion.allCases.map { occasion in
            let rows = byUnit.filter { $0.occasion == occasion }
            return Response(
                unit: nil, name: nil, occasion: occasion, asked: rows.reduce(0) { $0 + ($1.asked ?? 0) },
                answered: rows.reduce(0) { $0 + ($1.answered ?? 0) })
        }
    }

    /// As it may be seen by those who may not read what participants say.
    ///
    /// No counts, only shares to the nearest ten of a hundred. A share is kept back where fewer than `threshold` were asked,
    /// answered or did not answer, but for none; and where one unit's would be the only one kept back, another's is as well, or
    /// the total. How answers to a question fall is kept back where any answer was given by fewer, or all gave the same; and as
    /// long as answers come in, since the difference between two days would be one person's.
    public func published(below threshold: Int, isOver: Bool) -> VoiceReport {
        var report = self
        for occasion in VoiceOccasion.allCases {
            let rows = report.byUnit.indices.filter { report.byUnit[$0].occasion == occasion }
            var hidden = Set(rows.filter { !report.byUnit[$0].isSafe(threshold) })
            if hidden.count == 1 {
                let shown = rows.filter { !hidden.contains($0) }
                let least = shown.min { (byUnit[$0].asked ?? 0, $0) < (byUnit[$1].asked ?? 0, $1) }
                if let least { hidden.insert(least) }
            }
            let totals = report.total.indices.filter { report.total[$0].occasion == occasion }
            for row in totals {
                let isHidden = hidden.count == 1 || !report.total[row].isSafe(threshold)
                if isHidden { report.suppressed.append(report.total[row].key) }
                report.total[row].publish(isHidden: isHidden)
            }
            for row in rows {
                if hidden.contains(row) { report.suppressed.append(report.byUnit[row].key) }
                report.byUnit[row].publish(isHidden: hidden.contains(row))
            }
        }
        for row in report.tallies.indices {
            let isSafe = isOver && report.tallies[row].isSafe(threshold)
            if !isSafe { report.suppressed.append("answers." + report.tallies[row].question.rawValue) }
            report.tallies[row].publish(isHidden: !isSafe)
        }
        return report
    }
}

extension VoiceReport.Response {
    fileprivate func isSafe(_ threshold: Int) -> Bool {
        guard let asked, let answered else { return false }
        return asked == 0
            || asked >= threshold && !(1..<threshold).contains(answered) && !(1..<threshold).contains(asked - answered)
    }

    fileprivate mutating func publish(isHidden: Bool) {
        percent = isHidden ? nil : Self.percent(answered ?? 0, of: asked ?? 0, step: 10)
        (asked, answered) = (nil, nil)
    }
}

extension VoiceReport.Tally {
    fileprivate func isSafe(_ threshold: Int) -> Bool {
        guard let counts else { return false }
        let all = counts.values.reduce(0, +)
        return counts.values.allSatisfy { $0 == 0 || $0 >= threshold && $0 < all }
    }

    fileprivate mutating func publish(isHidden: Bool) {
        percents = isHidden ? nil : Self.percents(counts ?? [:], step: 10)
        counts = nil
    }
}

extension VoiceReport: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(year, forKey: Name("year"))
        for (name, rows) in [("total", total), ("by_unit", byUnit)] {
            var list = container.nestedUnkeyedContainer(forKey: Name(name))
            for row in rows {
                var one = list.nestedContainer(keyedBy: Name.self)
                if let unit = row.unit {
                    try one.encode(unit, forKey: Name("unit"))
                    try one.encode(row.name, forKey: Name("name"))
                }
                try one.encode(row.occasion.rawValue, forKey: Name("occasion"))
                try one.encode(row.asked, forKey: Name("asked"))
                try one.encode(row.answered, forKey: Name("answered"))
                try one.encode(row.percent, forKey: Name("percent"))
            }
        }
        var list = container.nestedUnkeyedContainer(forKey: Name("answers"))
        for tally in tallies {
            var one = list.nestedContainer(keyedBy: Name.self)
            try one.encode(tally.question.rawValue, forKey: Name("question"))
            for choice in VoiceChoice.allCases {
                try one.encode(tally.counts?[choice], forKey: Name(choice.rawValue))
                try one.encode(tally.percents?[choice], forKey: Name(choice.rawValue + "_percent"))
            }
        }
        try container.encode(suppressed, forKey: Name("suppressed"))
    }
}
