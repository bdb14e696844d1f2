public import Domain
public import Operations
import Store

extension Operations {
    /// Whatever an agreement asks for: every party's word, given on their behalf, and every check; what was accepted is agreed
    /// then.
    public func agreeInFull(_ coordinator: Actor, _ code: Code) async throws {
        for party in AgreementParty.allCases {
            _ = try await approveAgreement(coordinator, code, for: party, ground: .phoned)
        }
        for check in try await agreement(coordinator, code: code).newest?.missingChecks ?? [] {
            _ = try await recordCheck(coordinator, code, check)
        }
    }
}
