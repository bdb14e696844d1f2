import AdminWeb
import Domain
import FoundationEssentials
import HTTPClient
import IdentityProviders
import Operations
import Postgres
import Settings
import Store
import TestSupport

/// A municipality with a local account, and servers over its database that take sign-ins through a provider.
struct SignInHouse {
    static let password = "en lång mening att minnas"

    let database: TestDatabase
    let operations: Operations
    let town: TestMunicipality
    private let port: UInt16

    static func with(_ body: (SignInHouse) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 0)
            let connection = database.connectionString()
            let operations = Installation(application: connection, owner: connection).open()
            let house = SignInHouse(
                database: database, operations: operations, town: town, port: try PlainServer.freePort())
            do {
                let link = try await house.addUser("lokal", .administrator, email: nil)
                _ = try await operations.acceptInvitation(link, password: password, from: "127.0.0.1")
                try await operations.signOutEverywhere(operations.actor(named: "lokal", in: town.code))
                try await body(house)
            } catch {
                await operations.close()
                throw error
            }
            await operations.close()
        }
    }

    /// Where the provider sends browsers back to.
    var callback: String { "http://127.0.0.1:\(port)/sign-in/oidc/callback" }

    func serve(_ played: PlayedProvider?, roles: String) async throws -> SignInWeb {
        guard let played else { return try await serve(issuer: nil, client: "", secret: "", roles: "") }
        return try await serve(
            issuer: played.issuer, client: PlayedProvider.clientID, secret: PlayedProvider.clientSecret, roles: roles,
            roleClaim: "realm.roles")
    }

    /// - Parameter issuer: nil for a service without a provider.
    func serve(
        issuer: String?, client: String, secret: String, roles: String, roleClaim: String = "roles"
    ) async throws -> SignInWeb {
        var environment: [String: String] = [:]
        let file = "/tmp/praktik-secret-\(UUID().uuidString)"
        if let issuer {
            try Data("\(secret)\n".utf8).write(to: URL(filePath: file))
            environment = [
                "PRAKTIK_BASE_URL": "http://127.0.0.1:\(port)", "PRAKTIK_OIDC_ISSUER": issuer,
                "PRAKTIK_OIDC_CLIENT_ID": client, "PRAKTIK_OIDC_CLIENT_SECRET_FILE": file,
                "PRAKTIK_OIDC_SCOPES": "openid", "PRAKTIK_OIDC_ROLE_CLAIM": roleClaim, "PRAKTIK_OIDC_ROLES": roles,
            ]
        }
        let settings = try WebSettings(environment: environment, municipality: town.code)
        let web = try await SignInWeb.start(operations, settings, port: port)
        try? FileManager.default.removeItem(atPath: file)
        return web
    }

    /// Answers the invitation.
    @discardableResult
    func addUser(_ name: String, _ role: Role, email: String?) async throws -> String {
        let console = Actor(name: "root", role: .operator, municipality: town.code)
        let details = UserDetails(role: role, email: try email.map { try EmailAddress($0) })
        let link = try await operations.addUser(console, name: try Code(name), details)
        return String(link?.path.dropFirst(NewLink.folder.count) ?? "")
    }

    func sessions() async throws -> Int {
        try await database.pool.transaction(for: town.code, by: "test") { connection in
            Int(try await connection.value("SELECT count(*) FROM user_session", as: Int64.self))
        }
    }
}
