public import Domain
import Store

/// What became of a unit's slots, as scripts read it (`slot renew --unit … --format json`).
public struct UnitRenewalDocument: Sendable, Codable {
    public struct Slot: Sendable, Codable {
        public let code: String
        public let unit: String
        public let title: String
        public let places: Int
        public let fate: String
        public let renewedAs: String?
        public let from: Day?
        public let to: Day?
        public let reason: NoRenewalReason?
        /// The fate in words.
        public let text: String

        enum CodingKeys: String, CodingKey {
            case code, unit, title, places, fate, from, to, reason, text
            case renewedAs = "renewed_as"
        }
    }

    public let unit: String
    public let fromYear: Int
    public let renewed: Int
    public let slots: [Slot]
    /// Codes of supervisors who would have more people than they take, if every place were filled.
    public let overloaded: [String]

    enum CodingKeys: String, CodingKey {
        case unit, renewed, slots, overloaded
        case fromYear = "from_year"
    }

    /// - Parameter language: of the words; codes and names are the same in all.
    public init(_ renewal: UnitRenewal, language: Language) {
        unit = renewal.unit.rawValue
        fromYear = renewal.year
        renewed = renewal.renewed
        slots = renewal.slots.map { line in
            var days: Period?
            var reason: NoRenewalReason?
            switch line.fate {
            case .renewed(_, let period): days = period
            case .declined(let because): reason = because
            default: break
            }
            let slot = line.slot.slot
            return Slot(
                code: slot.code.rawValue, unit: slot.unit.rawValue, title: slot.title.rawValue,
                places: slot.places.rawValue, fate: line.fate.name, renewedAs: line.fate.code?.rawValue,
                from: days?.from, to: days?.to, reason: reason, text: line.fate.phrase[language])
        }
        overloaded = renewal.supervisors.filter(\.isOver).map(\.code.rawValue)
    }
}
