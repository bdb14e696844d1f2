/// The groups of ages that figures are divided by; the raw values are their keys. A person's age is what they turn in the
/// year, so that a year and its parts have everybody in the same group.
public enum AgeGroup: String, Vocabulary {
    case to15 = "0-15"
    case to19 = "16-19"
    case to24 = "20-24"
    case to34 = "25-34"
    case to44 = "35-44"
    case to54 = "45-54"
    case to64 = "55-64"
    case from65 = "65-"
    case unknown

    /// Years of age; nil for the unknown.
    public var ages: ClosedRange<Int>? {
        switch self {
        case .to15: 0...15
        case .to19: 16...19
        case .to24: 20...24
        case .to34: 25...34
        case .to44: 35...44
        case .to54: 45...54
        case .to64: 55...64
        case .from65: 65...9999
        case .unknown: nil
        }
    }

    public var label: Phrase {
        switch self {
        case .to15: Phrase(sv: "högst 15 år", en: "15 or younger")
        case .from65: Phrase(sv: "65 år och äldre", en: "65 and older")
        case .unknown: Phrase(sv: "okänd", en: "unknown")
        default:
            Phrase(
                sv: "\(ages?.lowerBound ?? 0)–\(ages?.upperBound ?? 0) år",
                en: "\(ages?.lowerBound ?? 0)–\(ages?.upperBound ?? 0)")
        }
    }
}
