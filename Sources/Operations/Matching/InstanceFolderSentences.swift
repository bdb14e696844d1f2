import Domain
import Matching

extension InstanceFolderError {
    /// The place and the fault in one sentence.
    var phrase: Phrase {
        let place = file.rawValue
        var (sv, en) = (place, place)
        if let line {
            sv += ", rad \(line)"
            en += ", line \(line)"
        }
        if let column {
            sv += ", kolumn \(column)"
            en += ", column \(column)"
        }
        return Phrase(sv: "\(sv): \(fault.phrase.sv)", en: "\(en): \(fault.phrase.en)")
    }
}

extension InstanceFolderError.Fault {
    fileprivate var phrase: Phrase {
        switch self {
        case .unreadable(let reason):
            Phrase(sv: "filen kan inte läsas (\(reason)).", en: "the file cannot be read (\(reason)).")
        case .malformed:
            Phrase(
                sv: "ska vara ett JSON-objekt med heltalen format, participants, slots, seats och edges.",
                en: "must be a JSON object with the whole numbers format, participants, slots, seats and edges.")
        case .unknownFormat(let format):
            Phrase(sv: "formatet är \(format); 1 kan läsas.", en: "the format is \(format); 1 can be read.")
        case .wrongHeader(let expected):
            Phrase(sv: "rubrikraden ska vara \(expected).", en: "the header line must be \(expected).")
        case .missingValue:
            Phrase(sv: "ett värde saknas.", en: "a value is missing.")
        case .tooManyValues:
            Phrase(sv: "raden har för många värden.", en: "the line has too many values.")
        case .notANumber:
            Phrase(sv: "ska vara ett heltal utan tecken.", en: "must be a whole number without a sign.")
        case .outOfRange(let allowed) where allowed.isEmpty:
            Phrase(sv: "det finns ingen sådan rad.", en: "there is no such line.")
        case .outOfRange(let allowed):
            Phrase(
                sv: "ska vara \(allowed.lowerBound) till \(allowed.upperBound - 1).",
                en: "must be \(allowed.lowerBound) to \(allowed.upperBound - 1).")
        case .wrongIdentity(let expected):
            Phrase(
                sv: "raderna räknas från noll; här ska det stå \(expected).",
                en: "lines count from zero; here it must be \(expected).")
        case .notSorted:
            Phrase(
                sv: "paren ska vara sorterade efter deltagare och plats, inget två gånger.",
                en: "pairs must be sorted by participant and slot, none twice.")
        case .wrongCount(let expected, let found):
            Phrase(
                sv: "meta.json säger \(expected), men här finns \(found).",
                en: "meta.json says \(expected), but here are \(found).")
        case .refused(let error):
            Phrase(sv: "\(error).", en: "\(error).")
        }
    }
}
