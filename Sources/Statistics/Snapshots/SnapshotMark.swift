public import Domain

/// What a report has to do with a closing of its period.
public struct SnapshotMark: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// The figures are those that were closed.
        case closed
        /// The period was opened again; the figures are today's.
        case reopened
        /// The period is closed; the figures are today's all the same, since they were asked for.
        case live
    }

    public let state: State
    /// Which closing of the period, from 1.
    public let number: Int
    public let closedOn: Day
    /// The root digest, 64 hexadecimal digits.
    public let digest: String
    public let reopenedOn: Day?
    public let reopenedReason: String?

    public init(
        _ state: State, number: Int, closedOn: Day, digest: String, reopenedOn: Day? = nil,
        reopenedReason: String? = nil
    ) {
        self.state = state
        self.number = number
        self.closedOn = closedOn
        self.digest = digest
        self.reopenedOn = reopenedOn
        self.reopenedReason = reopenedReason
    }

    /// What a reader of the report must know, in a sentence.
    public var phrase: Phrase {
        switch state {
        case .closed:
            Phrase(
                sv: "Stängd \(closedOn) (stängning \(number)). Siffrorna är de som stängdes; de ändras inte.",
                en:
                    "Closed on \(closedOn) (closing \(number)). The figures are those that were closed; they do not change."
            )
        case .reopened:
            Phrase(
                sv: "Öppnad igen \(reopenedOn?.description ?? ""): \(reopenedReason ?? "") Siffrorna är dagens. "
                    + "Stängning \(number) den \(closedOn) finns kvar.",
                en:
                    "Opened again on \(reopenedOn?.description ?? ""): \(reopenedReason ?? "") The figures are today's. "
                    + "Closing \(number) on \(closedOn) is kept.")
        case .live:
            Phrase(
                sv:
                    "Dagens siffror. Perioden stängdes \(closedOn) (stängning \(number)), med de siffror som då gällde.",
                en: "Today's figures. The period was closed on \(closedOn) (closing \(number)), with those of that day."
            )
        }
    }

    /// The digest of figures that are closed; nil of others.
    public var closedDigest: String? { state == .closed ? digest : nil }
}

extension SnapshotMark: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(state.rawValue, forKey: Name("state"))
        try container.encode(number, forKey: Name("number"))
        try container.encode(closedOn.description, forKey: Name("closed_on"))
        try container.encode(digest, forKey: Name("digest"))
        try container.encode(reopenedOn?.description, forKey: Name("reopened_on"))
        try container.encode(reopenedReason, forKey: Name("reopened_reason"))
    }
}
