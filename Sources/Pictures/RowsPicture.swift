public import Domain

/// A bar a row under its words and number: a funnel from what was agreed to what it led to, or what each department has
/// offered.
public struct RowsPicture: Picture {
    public struct Row: Sendable {
        public let label: Phrase
        /// Nil is not shown or not known.
        public let count: Int?

        public init(_ label: Phrase, _ count: Int?) {
            self.label = label
            self.count = count
        }
    }

    public let id: String
    public let title: Phrase
    public let rows: [Row]
    /// Whether a row of none stands out, as one that ought to have some.
    public let marksNone: Bool

    public init(id: String, title: Phrase, rows: [Row], marksNone: Bool = false) {
        self.id = id
        self.title = title
        self.rows = rows
        self.marksNone = marksNone
    }

    private static let step = 38

    public var height: Int { rows.count * Self.step + 4 }

    public var description: Phrase {
        let all = rows.map { $0.words }
        return Phrase(sv: all.map(\.sv).joined(separator: ", "), en: all.map(\.en).joined(separator: ", "))
    }

    public func draw(in sketch: inout Sketch) {
        let greatest = max(1, rows.compactMap(\.count).max() ?? 1)
        for (place, row) in rows.enumerated() {
            let y = place * Self.step
            let isNone = marksNone && row.count == 0
            sketch.text(row.words, Share(0, of: 1), y + 13, isStrong: isNone)
            if isNone {
                sketch.bar(.hatched, from: Share(0, of: 1), width: Share(1, of: 1), y: y + 19, height: 12)
            } else {
                sketch.bar(
                    .solid, from: Share(0, of: 1), width: Share(row.count ?? 0, of: greatest), y: y + 19, height: 12)
            }
            sketch.line(.axis, from: Share(0, of: 1), y + 18, to: Share(0, of: 1), y + 32)
        }
    }
}

extension RowsPicture.Row {
    /// `Erbjudna 53`.
    var words: Phrase {
        guard let count else { return Phrase(sv: "\(label.sv) –", en: "\(label.en) –") }
        return Phrase.number(count, sv: { "\(label.sv) \($0)" }, en: { "\(label.en) \($0)" })
    }
}
