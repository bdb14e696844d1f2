import Domain
import FoundationEssentials
import Operations
import TestSupport

/// Somebody who is signed in: a coordinator with a browser's session and a program's token.
struct WebVisitor: Sendable {
    let municipality: String
    let headers: [String: String]

    /// Makes the account by the program's own operations, invitation and password included.
    static func coordinator(_ database: TestDatabase, _ municipality: String) async throws -> WebVisitor {
        let operations = Operations(pool: database.pool)
        let code = try MunicipalityCode(municipality)
        let administrator = Actor(name: "benchmark", role: .operator, municipality: code)
        let name = try Code("sam")
        guard
            let link = try await operations.addUser(
                administrator, name: name, role: .coordinator, unit: nil, referrer: nil)
        else { throw Figure.WrongAnswer() }
        let session = try await operations.acceptInvitation(
            String(link.path.dropFirst(NewLink.folder.count)), password: "en lång väg hem \(municipality)",
            from: "127.0.0.1")
        let token = try await operations.createToken(
            administrator, for: name, name: try Line("mätning"), scopes: [.read], days: 7)
        return WebVisitor(
            municipality: municipality,
            headers: [
                "Cookie": "praktik=" + session.token, "Authorization": "Bearer " + token.token,
                "Accept-Language": "sv",
            ])
    }
}
