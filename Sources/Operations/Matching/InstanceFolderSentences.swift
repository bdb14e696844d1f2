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
        case .missing:
            Phrase(sv: "filen saknas.", en: "there is no such file.")
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
        case .notAscending:
            Phrase(
                sv: "raderna ska vara sorterade efter första kolumnen, inget två gånger.",
                en: "lines must be sorted by the first column, nothing twice.")
        case .inTwoDepartments(let supervisor, let first, let again):
            Phrase(
                sv: "handledare \(supervisor) finns redan i förvaltning \(first) och kan inte stå i \(again) också: "
                    + "gränserna ska ligga i varandra, plats i handledare i förvaltning. Ge handledaren ett nummer i varje.",
                en: "supervisor \(supervisor) is in department \(first) already and cannot be in \(again) too: bounds "
                    + "must nest, slot in supervisor in department. Give the supervisor a number in each.")
        case .notEligible:
            Phrase(
                sv: "paret kan inte låsas: det finns inte i edges.csv, eller står i forbidden.csv.",
                en: "the pair cannot be locked: it is not in edges.csv, or it is in forbidden.csv.")
        case .lockedBeyond(let most):
            Phrase(
                sv: "fler är låsta hit än de \(most) som ryms på platsen eller hos handledaren eller förvaltningen.",
                en: "more are locked here than the \(most) that the slot, supervisor or department takes.")
        case .notSorted:
            Phrase(
                sv: "paren ska vara sorterade efter deltagare och plats, inget två gånger.",
                en: "pairs must be sorted by participant and slot, none twice.")
        case .wrongCount(let expected, let found):
            Phrase(
                sv: "meta.json säger \(expected), men här finns \(found).",
                en: "meta.json says \(expected), but here are \(found).")
        case .refused(let error):
            error.phrase
        }
    }
}

extension InstanceError {
    /// What the files themselves cannot show to be wrong line by line.
    fileprivate var phrase: Phrase {
        switch self {
        case .tooMany(let quantity, let count, let limit):
            Phrase(
                sv: "\(count) \(quantity.swedish); högst \(limit) kan lösas.",
                en: "\(count) \(quantity.rawValue); at most \(limit) can be solved.")
        case .objectiveTooLarge:
            Phrase(
                sv: "önskade minsta antal, poäng och tidigare par är tillsammans större än vad som kan lösas exakt.",
                en: "wanted minima, scores and previous pairs together are more than can be solved exactly.")
        default:
            Phrase(sv: "\(self).", en: "\(self).")
        }
    }
}

extension InstanceError.Quantity {
    fileprivate var swedish: String {
        switch self {
        case .agents: "deltagare"
        case .seats: "platser"
        case .groups: "gränser"
        case .cohorts: "anvisare"
        case .edges: "par"
        default: rawValue
        }
    }
}
