import Domain
import FoundationEssentials
import HTTPClient
import StrictJSON

/// What can be seen of a provider without anybody signing in, for whoever runs the installation.
package struct ProviderDiagnosis: Sendable, Hashable {
    /// What is wrong with what it says of itself; nil where it can be used.
    package var metadata: OpenIDConnectError?
    /// What is wrong with its keys; nil where at least one can be used, or they were not asked for.
    package var keys: OpenIDConnectError?
    /// Seconds that its clock is ahead of ours, by the half second or so that an answer takes; nil where it does not say.
    package var clockLead: Double?

    /// Seconds that its clock may be off before its tokens are refused.
    package static let clockLeeway = IDTokenChecks.leeway
}

extension Provider {
    /// Asks the provider anew, whatever is held of its answers.
    package nonisolated func diagnose() async -> ProviderDiagnosis {
        var diagnosis = ProviderDiagnosis()
        let metadata: ProviderMetadata
        do throws(OpenIDConnectError) {
            let (json, date) = try await connection.datedDocument(at: ProviderMetadata.address(of: party.issuer))
            diagnosis.clockLead = date.map { $0 - clock.now().timeIntervalSince1970 }
            metadata = try ProviderMetadata(json, issuer: party.issuer)
        } catch {
            diagnosis.metadata = error
            return diagnosis
        }
        do throws(OpenIDConnectError) {
            let keys = try SigningKeys(try await connection.document(at: metadata.keys.rawValue))
            if keys.isEmpty { diagnosis.keys = .unknownKey }
        } catch {
            diagnosis.keys = error
        }
        return diagnosis
    }
}

extension ProviderConnection {
    /// A document with status 200, and when the provider says that it sent it, in seconds since 1970.
    fileprivate func datedDocument(
        at address: String
    ) async throws(OpenIDConnectError) -> (json: JSON, date: Double?) {
        let answer = try await perform(HTTPRequest(.get, address, headers: [("Accept", "application/json")]))
        let date = answer[header: "date"].flatMap { HTTPDate.seconds($0) }
        guard answer.status == 200 else { throw OpenIDConnectError(status: answer.status) }
        return (try Self.json(answer), date)
    }
}
