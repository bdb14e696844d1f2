import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// A municipality with placements at a slot from 2 February to 29 May 2026, and any day to act on.
struct FollowUpHouse {
    let database: TestDatabase
    let town: TestMunicipality

    var karin: Actor { Actor(name: "karin", role: .coordinator, municipality: town.code) }

    static func with(people: Int = 1, _ body: (FollowUpHouse) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: people, proposed: people)
            try await body(FollowUpHouse(database: database, town: town))
        }
    }

    func on(_ day: String) throws -> Operations { Operations(pool: database.pool, clock: .fixed(try Day(day))) }

    func agree(_ code: String) async throws {
        _ = try await on("2026-01-20").stepPlacement(karin, try Code(code), to: .accepted)
        try await on("2026-01-20").agreeInFull(karin, try Code(code))
    }

    func start(_ code: String) async throws {
        try await agree(code)
        _ = try await on("2026-02-02").stepPlacement(karin, try Code(code), to: .started)
    }

    func complete(_ code: String) async throws {
        try await start(code)
        _ = try await on("2026-05-29").stepPlacement(karin, try Code(code), to: .completed)
    }

    /// `mid 2026-04-01 due`, and so on.
    func plan(_ code: String, on day: String) async throws -> [String] {
        try await on(day).followUpSheet(karin, code: try Code(code)).moments.map {
            "\($0.moment) \($0.plan?.dueOn.description ?? "–") \($0.state.rawValue)"
        }
    }

    @discardableResult
    func tell(
        _ code: String, _ moment: String, on day: String, _ source: OutcomeSource = .coordinator,
        _ status: OutcomeStatus? = nil, at employer: Employer? = nil, progress: FollowUpProgress? = nil,
        dryRun: Bool = false
    ) async throws -> Code? {
        let answer = FollowUpAnswer(
            source: source, progress: progress, status: status, facts: OutcomeFacts(employer: employer))
        return try await on(day).recordFollowUp(
            karin, try Code(code), at: try FollowUpMoment(moment), answer, dryRun: dryRun)
    }

    func change(_ statement: SQL) async throws {
        _ = try await database.owner.withConnection { try await $0.execute(statement) }
    }
}
