import Domain
import HTTPTypes
import Operations

extension Problem {
    /// A refusal as a problem.
    ///
    /// - Parameter subject: What the address names; that there is none such is 404, anything else that is not there is a
    ///   conflict with the request's content.
    init(_ refusal: Refusal, subject: EntityKind? = nil) {
        switch refusal {
        case .value(_, .cursor):
            self.init(.refused, ValueError.cursor.phrase, code: "cursor_gone")
            return
        case .value(let field, let error):
            self = .invalid([APIFault(pointer: "/" + field.drop { $0 == "-" }, sentence: error.phrase)])
        case .reasonMissing:
            self = .invalid([
                APIFault(pointer: "/reason", sentence: Phrase(sv: "Ange ett skäl.", en: "Give a reason."))
            ])
        case .importFaults(let faults):
            self = .invalid(
                faults.list.prefix(100).map { APIFault(pointer: "/" + $0.column, sentence: $0.sentence) })
        default: self.init(refusal.problemType(subject), refusal.phrase, code: refusal.code)
        }
        code = refusal.code
    }
}

extension Refusal {
    /// By the one table of statuses (`RefusalStatus.swift`), as far as an API differs from pages: what the address does not
    /// name cannot be missing there.
    fileprivate func problemType(_ subject: EntityKind?) -> ProblemType {
        switch self {
        case .outsideTokenScopes: return .scopeMissing
        case .changedMeanwhile: return .stale
        // A round's faults lie in how the records stand, and in no single value.
        case .round: return .refused
        case .noSuch(let kind, _): return kind == subject ? .noSuch : .refused
        case .snapshot(.notClosed), .snapshot(.noSuchNumber): return .noSuch
        default: break
        }
        return switch status.code {
        case 401: .notSignedIn
        case 403: .notAllowed
        case 422: .invalid
        case 429: .tooMany
        default: .refused
        }
    }
}
