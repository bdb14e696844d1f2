import Domain
import HTTPTypes
import Operations

extension FormReader {
    /// Takes up what an operation refused: an import's faults at their columns' fields, a stale edit with what to do about it,
    /// and the rest at the field it is about. Throws what no form can mend.
    mutating func take(_ refusal: Refusal) throws {
        switch refusal {
        case .importFaults(let faults):
            for one in faults.list { fault(one.column, one.sentence) }
        case .changedMeanwhile:
            fault(
                "",
                Phrase(
                    sv:
                        "Någon har ändrat uppgifterna medan du skrev. Det du skrev står kvar här; titta på sidan igen i en annan flik, och spara en gång till om det du skrev ska gälla.",
                    en:
                        "Somebody has changed this while you were writing. What you wrote is kept here; look at the page again in another tab, and save once more if yours is to hold."
                ))
        case .value(let field, let error): fault(field, error.phrase)
        case .account, .noSuch, .codeTaken, .reasonMissing, .rule: fault(refusal.field ?? "", refusal.phrase)
        default:
            guard refusal.status == .conflict else { throw refusal }
            fault("", refusal.phrase)
        }
    }

    /// The version the form was filled from, if it says one.
    var version: Version? { state.values["version"].flatMap { try? Version($0) } }
}

extension Refusal {
    /// The status of the page that shows the form again.
    var formStatus: HTTPResponse.Status {
        if case .changedMeanwhile = self { return .conflict }
        return .unprocessableContent
    }
}

extension FormData {
    /// A list as people write it, commas between, in the form of a file's cell.
    func listed(_ name: String) -> String {
        all(name).flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "|" }) }
            .map { String($0.trimmingSpace()) }.filter { !$0.isEmpty }.joined(separator: "|")
    }
}
