public import Domain
public import FoundationEssentials
public import Store

/// Something that a closed period's figures would be made of otherwise today.
public struct Correction: Sendable {
    public enum Kind: String, Vocabulary {
        /// A row that is counted now and was not.
        case added
        /// A row that was counted and is not now.
        case gone
        case changed
        /// A unit or referrer that is called something else now.
        case renamed

        public var label: Phrase {
            switch self {
            case .added: Phrase(sv: "tillkommen", en: "added")
            case .gone: Phrase(sv: "borta", en: "gone")
            case .changed: Phrase(sv: "ändrad", en: "changed")
            case .renamed: Phrase(sv: "nytt namn", en: "renamed")
            }
        }
    }

    /// What it is about.
    public enum Subject: String, Vocabulary {
        /// A slot with its places.
        case places
        case placement
        /// A person's introduction that ended.
        case introduction
        case unit
        case referrer

        public var label: Phrase {
            switch self {
            case .places: Phrase(sv: "praktikplats", en: "slot")
            case .placement: Phrase(sv: "placering", en: "placement")
            case .introduction: Phrase(sv: "avslutad introduktion", en: "introduction that ended")
            case .unit: Phrase(sv: "enhet", en: "unit")
            case .referrer: Phrase(sv: "anvisare", en: "referrer")
            }
        }
    }

    public struct Field: Sendable, Hashable {
        /// As in the row's content.
        public let name: String
        public let before: String?
        public let after: String?

        public init(name: String, before: String?, after: String?) {
            self.name = name
            self.before = before
            self.after = after
        }
    }

    /// An entry of the audit log, of what the row is made of, since the period was closed.
    public struct Cause: Sendable, Hashable {
        /// The action's name.
        public let action: String
        public let at: Date
        public let role: Role
    }

    public let kind: Kind
    public let subject: Subject
    /// The slot's, placement's, unit's or referrer's code; nil of an introduction, and of a protected person.
    public let code: String?
    /// The row's place in the closing; nil of what was not in it.
    public let position: Int?
    public let fields: [Field]
    /// By how much it moves the whole's figures, by name; persons, who may stand in several rows, are not among them.
    public let effect: [String: Int]
    public let causes: [Cause]
    /// Of a protected person it is told that something is otherwise, and how much, and nothing else.
    public let isProtected: Bool
}

/// What a closed period's figures were, what they would be today, and why.
public struct CorrectionList: Sendable {
    /// A figure of the whole that would be another today.
    public struct Moved: Sendable, Hashable, Encodable {
        /// The figure's name in files.
        public let figure: String
        public let closed: Int
        public let now: Int
    }

    public let snapshot: Snapshot
    public let corrections: [Correction]
    public let moved: [Moved]
    /// Rows that retention has erased, which nothing can be held against; figures of today lack them.
    public let erasedRows: Int
}
