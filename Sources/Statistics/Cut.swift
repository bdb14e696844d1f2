public import Domain

/// How a report is divided; the raw values are the names of its parts in JSON.
public enum Cut: String, CaseIterable, Sendable, Hashable {
    case total
    /// Root units: what a sub-unit does is its root's, and what a unit that is gone did is its successor's.
    case unit = "by_unit"
    case referrer = "by_referrer"
    case sex = "by_sex"
    /// The slot's kind.
    case kind = "by_kind"
    case age = "by_age"
    /// The highest SFI course passed, as it is on file.
    case sfi = "by_sfi"
    /// The slot's.
    case purpose = "by_purpose"
    /// The slot's, by the first digit of SSYK 2012.
    case occupation = "by_occupation"
    /// The slot's.
    case urgency = "by_urgency"

    /// What it divides.
    private enum Subject {
        case everything, hosts, people
    }

    private var subject: Subject {
        switch self {
        case .total: .everything
        case .unit, .kind, .purpose, .occupation, .urgency: .hosts
        case .referrer, .sex, .age, .sfi: .people
        }
    }

    /// Whether the figure has a meaning in the cut: a place has no referrer, sex or age, and an introduction that ended is
    /// no unit's and of no kind.
    public func holds(_ figure: Figure) -> Bool {
        switch figure {
        case .offered, .filled: subject != .people
        case .sixtyNumerator, .sixtyDenominator, .sixtyKnown, .sfiNumerator, .sfiDenominator, .sfiUndated:
            subject != .hosts
        default: true
        }
    }

    /// The keys of its rows, in their order; nil where the municipality's registers say.
    public var keys: [String]? {
        switch self {
        case .total: [rawValue]
        case .unit, .referrer: nil
        case .sex: Sex.allCases.map(\.rawValue)
        case .kind: SlotKind.allCases.map(\.rawValue)
        case .age: AgeGroup.allCases.map(\.rawValue)
        case .sfi: SFIPassed.allCases.map(\.rawValue)
        case .purpose: SlotPurpose.allCases.map(\.rawValue) + [Self.unknown]
        case .occupation: OccupationArea.all.map(\.key) + [Self.unknown]
        case .urgency: Urgency.allCases.map(\.rawValue) + [Self.unknown]
        }
    }

    /// The key of what is not stated.
    public static let unknown = "unknown"

    public var label: Phrase {
        switch self {
        case .total: Phrase(sv: "totalt", en: "total")
        case .unit: Phrase(sv: "enhet", en: "unit")
        case .referrer: Phrase(sv: "anvisare", en: "referrer")
        case .sex: Phrase(sv: "kön", en: "sex")
        case .kind: Phrase(sv: "slag", en: "kind")
        case .age: Phrase(sv: "ålder", en: "age")
        case .sfi: Phrase(sv: "SFI-kurs", en: "SFI course")
        case .purpose: Phrase(sv: "syfte", en: "purpose")
        case .occupation: Phrase(sv: "yrkesområde", en: "occupational area")
        case .urgency: Phrase(sv: "angelägenhet", en: "urgency")
        }
    }

    /// How rows are told apart, where the label does not say it all: printed with the rules.
    public var text: Phrase? {
        switch self {
        case .unit:
            Phrase(
                sv: "Per enhet: enheten som den är vid periodens slut. Vad en underenhet gör räknas hos den översta "
                    + "enheten. En enhet som har upphört före periodens sista dag och har en efterträdare som finns då "
                    + "räknas hos den, i flera led om så behövs; utan efterträdare har den en egen rad.",
                en: "By unit: the unit as it is at the end of the period. What a sub-unit does is counted at the unit "
                    + "at the top. A unit that ceased before the period's last day and has a successor that is there by "
                    + "then is counted there, over several steps if need be; without a successor it has a row of its own."
            )
        case .age:
            Phrase(
                sv: "Per ålder: den ålder personen fyller under det år då perioden slutar, så att året och dess delar "
                    + "har alla i samma grupp.",
                en: "By age: the age that the person turns in the year in which the period ends, so that a year and "
                    + "its parts have everybody in the same group.")
        case .sfi:
            Phrase(
                sv: "Per SFI-kurs: den högsta godkända kursen så som den är antecknad när rapporten tas fram.",
                en: "By SFI course: the highest course passed as it is on file when the report is made.")
        case .occupation:
            Phrase(
                sv: "Per yrkesområde: platsens yrke efter första siffran i SSYK 2012.",
                en: "By occupational area: the slot's occupation by the first digit of SSYK 2012.")
        default: nil
        }
    }
}
