import Cluster
package import Domain
import Glibc
public import Operations
public import Settings

/// Answers HTTP until its task is cancelled, then finishes what is under way; `listening` is told the address.
public typealias WebServer =
    @Sendable (
        _ operations: Operations, _ settings: WebSettings, _ address: ListenAddress,
        _ listening: @escaping @Sendable (ListenAddress) -> Void
    ) async throws -> Void

/// Looks at the identity provider of the settings; nothing where there is none.
public typealias ProviderCheck = @Sendable (_ settings: WebSettings) async -> [Finding]

/// What a command works with.
package struct CommandContext: Sendable {
    package let settings: Settings
    package let output: Output
    /// Whom the command acts as; nil: as operator, under the operating system's user name.
    let user: String?
    let webServer: WebServer
    let providerCheck: ProviderCheck

    /// Runs `body` with the use cases on a database that is up and current, and whoever the command acts as.
    ///
    /// - Parameter municipality: the one to work in, where the command line is not what names it.
    package func withOperations<Value>(
        in municipality: MunicipalityCode? = nil, _ body: (Operations, Actor) async throws -> Value
    ) async throws -> Value {
        let municipality = try municipality ?? self.municipality()
        return try await withDatabase { operations in
            try await operations.requireSchema()
            return try await body(operations, try await actor(operations, in: municipality))
        }
    }

    /// Runs `body` with the use cases on whatever database there is.
    func withDatabase<Value>(_ body: (Operations) async throws -> Value) async throws -> Value {
        // A command does one thing at a time, or a few: the server's connections are for the daemons.
        let operations = try installation().open(maximumConnections: 4)
        do {
            let value = try await body(operations)
            await operations.close()
            return value
        } catch {
            await operations.close()
            throw error
        }
    }

    package func municipality() throws -> MunicipalityCode {
        guard let municipality = settings.municipality else { throw CommandError.municipalityMissing }
        return municipality
    }

    /// Where the database is. Refuses a private cluster that is down: nobody waits for a socket that is not there.
    func installation() throws -> Installation {
        switch settings.database {
        case .server(let application, let owner):
            return Installation(application: application.rawValue, owner: owner.rawValue)
        case .privateCluster:
            let cluster = try PrivateCluster(state: settings.state)
            guard case .running = cluster.status() else { throw CommandError.clusterDown }
            return Installation(cluster)
        }
    }

    /// Whoever the command acts as.
    func actor(_ operations: Operations, in municipality: MunicipalityCode? = nil) async throws -> Actor {
        let municipality = try municipality ?? self.municipality()
        if let user { return try await operations.actor(named: user, in: municipality) }
        return Actor(name: Self.systemUser, role: .operator, municipality: municipality)
    }

    static var systemUser: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid-\(getuid())" }
        return String(cString: name)
    }
}

extension Installation {
    init(_ cluster: PrivateCluster) {
        self.init(
            application: cluster.connectionString(as: .application), owner: cluster.connectionString(as: .owner))
    }
}
