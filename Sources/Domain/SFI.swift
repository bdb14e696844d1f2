/// A course of Swedish for immigrants, in rising order.
public enum SFICourse: String, Vocabulary, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"

    public var label: Phrase { Phrase(sv: "SFI \(rawValue)", en: "SFI \(rawValue)") }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The highest SFI course a person has passed; `none` also where nothing is known.
public enum SFIPassed: String, Vocabulary {
    case none
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    /// The person's Swedish needs no SFI.
    case notNeeded = "not_needed"

    public var label: Phrase {
        switch self {
        case .none: Phrase(sv: "ingen godkänd SFI-kurs", en: "no SFI course passed")
        case .notNeeded: Phrase(sv: "behöver inte SFI", en: "SFI not needed")
        case .a, .b, .c, .d: Phrase(sv: "godkänd SFI \(rawValue)", en: "passed SFI \(rawValue)")
        }
    }

    /// The course passed, if one was.
    public var course: SFICourse? { SFICourse(rawValue: rawValue) }

    /// Whether it is enough for a slot that asks for `required`; nil asks for nothing.
    public func satisfies(_ required: SFICourse?) -> Bool {
        guard let required else { return true }
        if self == .notNeeded { return true }
        guard let course else { return false }
        return course >= required
    }
}
