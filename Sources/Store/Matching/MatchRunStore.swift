package import Domain
package import FoundationEssentials
package import Postgres

/// A match run as it is kept: what it was computed from and what came out, as text.
package struct MatchRunRecord: Sendable, RowDecodable {
    package let id: Identifier<MatchRun>
    package let code: Code
    package let computedAt: Date
    package let computedBy: String
    package let roundStart: Day
    package let ruleVersion: String
    /// JSON.
    package let parameters: String
    /// JSON.
    package let inputs: String
    /// JSON.
    package let result: String
    package let decidedAt: Date?
    package let decidedBy: String?
    /// The day on which somebody was last taken out of it by a rule of retention.
    package let erasedOn: Day?

    package init(row: Row) throws {
        id = try row.value("id")
        code = try row.value("code")
        computedAt = try row.value("computed_at")
        computedBy = try row.value("computed_by")
        roundStart = try row.value("round_starts_on")
        ruleVersion = try row.value("rule_version")
        parameters = try row.value("parameters")
        inputs = try row.value("inputs")
        result = try row.value("result")
        decidedAt = try row.value("decided_at")
        decidedBy = try row.value("decided_by")
        erasedOn = try row.value("erased_on")
    }

    package init(
        id: Identifier<MatchRun>, code: Code, computedAt: Date, computedBy: String, roundStart: Day,
        ruleVersion: String, parameters: String, inputs: String, result: String
    ) {
        self.id = id
        self.code = code
        self.computedAt = computedAt
        self.computedBy = computedBy
        self.roundStart = roundStart
        self.ruleVersion = ruleVersion
        self.parameters = parameters
        self.inputs = inputs
        self.result = result
        decidedAt = nil
        decidedBy = nil
        erasedOn = nil
    }
}

extension Connection {
    package func insert(
        _ run: MatchRunRecord, _ municipality: MunicipalityCode, seed: UInt64, placed: Int, unplaced: Int, score: Int,
        certified: Bool
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO match_run (municipality, id, code, computed_at, computed_by, round_starts_on, rule_version, seed,
                parameters, inputs, result, placed, unplaced, score, certified)
            VALUES (\(municipality), \(run.id), \(run.code), \(run.computedAt), \(run.computedBy), \(run.roundStart),
                \(run.ruleVersion), \(Int64(bitPattern: seed)), \(run.parameters), \(run.inputs), \(run.result),
                \(placed), \(unplaced), \(score), \(certified))
            """)
    }

    /// Every run, the newest first.
    package func matchRuns(_ municipality: MunicipalityCode) async throws -> [MatchRunLine] {
        try await query(
            """
            SELECT \(MatchRunLine.columns) FROM match_run t
            WHERE t.municipality = \(municipality) ORDER BY t.computed_at DESC, t.id DESC
            """, as: MatchRunLine.self)
    }

    /// The newest first: their keys are in order of time.
    package func matchRunPage(
        _ municipality: MunicipalityCode, _ request: PageRequest
    ) async throws -> ListPage<MatchRunLine>? {
        try await page(
            IndexedList(
                municipality, columns: MatchRunLine.columns, table: "match_run t", key: "t.id", isDescending: true),
            request, as: MatchRunLine.self)
    }

    /// The run of that code, or the newest one where no code is given.
    package func matchRun(_ municipality: MunicipalityCode, code: Code?) async throws -> MatchRunRecord? {
        try await queryFirst(
            """
            SELECT id, code, computed_at, computed_by, round_starts_on, rule_version, parameters, inputs, result,
                decided_at, decided_by, erased_on
            FROM match_run WHERE municipality = \(municipality)\(SQL.narrowed(by: code.map { "code = \($0)" }))
            ORDER BY computed_at DESC, id DESC LIMIT 1
            """, as: MatchRunRecord.self)
    }

    /// Takes the run's row for the rest of the transaction.
    package func lockMatchRun(_ id: Identifier<MatchRun>, _ municipality: MunicipalityCode) async throws {
        _ = try await execute("SELECT 1 FROM match_run WHERE municipality = \(municipality) AND id = \(id) FOR UPDATE")
    }

    package func markDecided(
        _ id: Identifier<MatchRun>, _ municipality: MunicipalityCode, at moment: Date, by actor: String
    ) async throws {
        _ = try await execute(
            """
            UPDATE match_run SET decided_at = \(moment), decided_by = \(actor)
            WHERE municipality = \(municipality) AND id = \(id)
            """)
    }
}
