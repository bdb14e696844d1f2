public import Domain
public import Postgres

/// A party's answer to a proposal, as it was given.
public struct PlacementAnswer: Sendable, RowDecodable {
    public let party: AnsweringParty
    public let kind: AnswerKind
    /// Nil also for hosts, where it is the participant's.
    public private(set) var reason: DeclineReason?
    /// Likewise.
    public private(set) var note: Line?
    /// Why somebody else gave it; nil where the party answered.
    public private(set) var ground: AnswerGround?
    /// Who gave it; nil for hosts, where it is not their own.
    public private(set) var actor: String?
    public let on: Day
    /// Whether it holds: a later one of the same party, other days, or a step taken back would have undone it.
    public let isStanding: Bool

    public init(row: Row) throws {
        party = try row.value("party")
        kind = try row.value("answer")
        reason = try row.value("reason")
        note = try row.value("note")
        ground = try row.value("ground")
        actor = try row.value("actor")
        on = try row.value("answered_on")
        isStanding = try row.value("standing")
    }

    /// As whoever has that account at the host sees it: of the participant's no more than yes or no.
    package func toldToHost(_ account: String) -> PlacementAnswer {
        var answer = self
        if actor != account { answer.actor = nil }
        if party == .participant { (answer.reason, answer.note, answer.ground) = (nil, nil, nil) }
        return answer
    }
}

extension AnsweringParty: PostgresEncodable, PostgresDecodable {}
extension AnswerKind: PostgresEncodable, PostgresDecodable {}
extension DeclineReason: PostgresEncodable, PostgresDecodable {}
extension AnswerGround: PostgresEncodable, PostgresDecodable {}

extension Connection {
    /// All answers to a placement's proposals, oldest first.
    package func placementAnswers(
        _ id: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [PlacementAnswer] {
        try await query(
            """
            SELECT party, answer, reason, note, ground, actor, answered_on, standing FROM placement_answer
            WHERE municipality = \(municipality) AND placement_id = \(id) ORDER BY answered_at, id
            """, as: PlacementAnswer.self)
    }

    /// Who gives it and in what capacity is the transaction's; whether they may, the database says too.
    package func insertPlacementAnswer(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode, id: Identifier<PlacementAnswer>,
        _ party: AnsweringParty, _ answer: ProposalAnswer, note: Line?, ground: AnswerGround?, on day: Day
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO placement_answer (municipality, id, placement_id, party, answer, reason, note, ground, answered_on)
            VALUES (\(municipality), \(id), \(placement), \(party), \(answer.kind), \(answer.reason), \(note), \(ground),
                \(day))
            """)
    }

    /// Proposals made on a day or before, the oldest first, their rows taken for the rest of the transaction; those that
    /// somebody else has are left out.
    package func lockProposals(
        _ municipality: MunicipalityCode, madeUntil day: Day
    ) async throws -> [(id: Identifier<Placement>, code: Code)] {
        let rows = try await query(
            """
            SELECT id, code FROM placement WHERE municipality = \(municipality) AND state = 'proposed' AND state_on <= \(day)
            ORDER BY state_on, code COLLATE "C" FOR UPDATE SKIP LOCKED
            """)
        return try rows.map { (try $0.value("id"), try $0.value("code")) }
    }

    /// Whether both parties' standing answers say yes.
    package func isAcceptedByBoth(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> Bool {
        try await value(
            """
            SELECT count(*) = 2 FROM placement_answer
            WHERE municipality = \(municipality) AND placement_id = \(placement) AND standing AND answer = 'accepted'
            """, as: Bool.self)
    }
}
