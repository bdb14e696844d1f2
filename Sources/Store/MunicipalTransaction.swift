package import Domain
package import Postgres

extension Pool {
    /// A transaction opened for one municipality: row-level security shows it that municipality's rows and no others.
    ///
    /// - Parameters:
    ///   - actor: Who acts, for the history that the database keeps itself; an account's name.
    ///   - role: In what capacity; without one the database lets no placement take a step.
    ///   - attempts: 1 for a body that does what a rollback does not undo.
    package func transaction<Result: Sendable>(
        for municipality: MunicipalityCode, by actor: String, as role: Role? = nil,
        isolation: IsolationLevel = .readCommitted, readOnly: Bool = false, attempts: Int = 5,
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await transaction(
            isolation: isolation, readOnly: readOnly, attempts: attempts,
            opening: [.opening(for: municipality, by: actor, as: role)], body)
    }
}

extension SQL {
    /// Makes the transaction one for the municipality.
    static func opening(for municipality: MunicipalityCode, by actor: String, as role: Role? = nil) -> SQL {
        """
        SELECT set_config('praktik.municipality', \(municipality), true), set_config('praktik.actor', \(actor), true),
            set_config('praktik.role', \(role?.rawValue ?? ""), true)
        """
    }
}

extension Connection {
    /// Does a part of the transaction in another capacity than its opener's.
    func acting(as role: Role, _ body: () async throws -> Void) async throws {
        let own = try await value("SELECT coalesce(current_setting('praktik.role', true), '')", as: String.self)
        _ = try await execute("SELECT set_config('praktik.role', \(role), true)")
        try await body()
        _ = try await execute("SELECT set_config('praktik.role', \(own), true)")
    }

    /// Lets every deferred check speak now, for a dry run that will never commit.
    package func checkDeferredConstraints() async throws {
        _ = try await execute("SET CONSTRAINTS ALL IMMEDIATE")
    }

    /// The next number of a kind of code in the municipality; its row stays locked until the transaction ends.
    ///
    /// - Parameter count: How many numbers to take; the first of them is returned.
    package func nextNumber(_ kind: String, _ municipality: MunicipalityCode, count: Int = 1) async throws -> Int {
        let last = try await value(
            """
            INSERT INTO code_counter (municipality, kind, last) VALUES (\(municipality), \(kind), \(count))
            ON CONFLICT (municipality, kind) DO UPDATE SET last = code_counter.last + \(count) RETURNING last
            """, as: Int.self)
        return last - count + 1
    }
}
