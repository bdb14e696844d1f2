public import Domain

/// How the annual report is divided; the raw values are the names of its parts in JSON.
public enum Cut: String, CaseIterable, Sendable, Hashable {
    case total
    /// Root units: what a sub-unit does is its root's.
    case unit = "by_unit"
    case referrer = "by_referrer"
    case sex = "by_sex"
    /// The slot's kind.
    case kind = "by_kind"

    /// Whether the figure has a meaning in the cut: a place has no referrer and no sex, and an introduction that ended is
    /// no unit's and of no kind.
    public func holds(_ figure: Figure) -> Bool {
        switch figure {
        case .offered, .filled: self == .total || self == .unit || self == .kind
        case .sixtyNumerator, .sixtyDenominator: self == .total || self == .referrer || self == .sex
        default: true
        }
    }

    public var label: Phrase {
        switch self {
        case .total: Phrase(sv: "totalt", en: "total")
        case .unit: Phrase(sv: "enhet", en: "unit")
        case .referrer: Phrase(sv: "anvisare", en: "referrer")
        case .sex: Phrase(sv: "kön", en: "sex")
        case .kind: Phrase(sv: "slag", en: "kind")
        }
    }
}
