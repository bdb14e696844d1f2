public import Domain
public import FoundationEssentials
public import Postgres

/// A message of the outbox as those who look after it see it: what and to which side, never to whom by name or address.
public struct MessageRecord: Sendable, RowDecodable {
    public let id: Identifier<OutboxMessage>
    public let kind: MessageKind
    public let party: Party
    public let placement: Code?
    public let slot: Code?
    public let unit: Code?
    public let day: Day?
    public let language: Language
    public let state: MessageState
    public let attempts: Int
    public let postedAt: Date
    public let nextTryAt: Date?
    public let endedAt: Date?
    /// Of the newest attempt.
    public let outcome: AttemptOutcome?
    public let code: Int?

    public init(row: Row) throws {
        id = try row.value("id")
        kind = try row.value("kind")
        party = try row.value("party")
        placement = try row.value("placement")
        slot = try row.value("slot")
        unit = try row.value("unit")
        day = try row.value("day")
        language = try row.value("language")
        state = try row.value("state")
        attempts = try row.value("attempts")
        postedAt = try row.value("posted_at")
        nextTryAt = try row.value("next_try_at")
        endedAt = try row.value("ended_at")
        outcome = try row.value("outcome")
        code = try row.value("code")
    }
}

/// One attempt at sending a message.
public struct AttemptRecord: Sendable, RowDecodable {
    public let ordinal: Int
    public let at: Date
    /// Nil: under way, or its daemon died with it.
    public let outcome: AttemptOutcome?
    public let code: Int?

    public init(row: Row) throws {
        ordinal = try row.value("ordinal")
        at = try row.value("at")
        outcome = try row.value("outcome")
        code = try row.value("code")
    }
}

extension Connection {
    /// The newest first; those of protected persons' placements are left out.
    package func messages(
        _ municipality: MunicipalityCode, id: Identifier<OutboxMessage>? = nil, state: MessageState? = nil,
        limit: Int = 500
    ) async throws -> [MessageRecord] {
        try await query(
            """
            SELECT w.id, w.kind, w.party, p.code AS placement, s.code AS slot, u.code AS unit, w.day, w.language, w.state,
                w.attempts, w.posted_at, CASE WHEN w.state = 'waiting' THEN w.next_try_at END AS next_try_at, w.ended_at,
                a.outcome, a.code::int8 AS code
            FROM message w
            LEFT JOIN placement p ON p.municipality = w.municipality AND p.id = w.placement_id
            LEFT JOIN slot s ON s.municipality = w.municipality AND s.id = coalesce(w.slot_id, p.slot_id)
            LEFT JOIN organisation_unit u ON u.municipality = w.municipality AND u.id = coalesce(w.unit_id, s.unit_id)
            LEFT JOIN message_attempt a ON a.municipality = w.municipality AND a.message_id = w.id AND a.ordinal = w.attempts
            WHERE w.municipality = \(municipality) AND NOT \(.concernsProtected(municipality))\
            \(SQL.narrowed(by: id.map { "w.id = \($0)" }, state.map { "w.state = \($0)" }))
            ORDER BY w.posted_at DESC, w.id DESC LIMIT \(limit)
            """, as: MessageRecord.self)
    }

    package func attempts(
        of id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode
    ) async throws -> [AttemptRecord] {
        try await query(
            """
            SELECT ordinal, at, outcome, code::int8 AS code FROM message_attempt
            WHERE municipality = \(municipality) AND message_id = \(id) ORDER BY ordinal
            """, as: AttemptRecord.self)
    }

    /// How many messages stand in each state.
    package func messageCounts(_ municipality: MunicipalityCode) async throws -> [MessageState: Int] {
        let rows = try await query(
            "SELECT state, count(*) AS count FROM message WHERE municipality = \(municipality) GROUP BY state")
        var counts: [MessageState: Int] = [:]
        for row in rows { counts[try row.value("state")] = try row.value("count", as: Int.self) }
        return counts
    }

    /// Forgets messages that were sent or given up by then, with their attempts.
    package func deleteMessages(_ municipality: MunicipalityCode, endedBy moment: Date) async throws {
        _ = try await execute(
            """
            DELETE FROM message_attempt a USING message m
            WHERE m.municipality = \(municipality) AND m.ended_at <= \(moment) AND a.municipality = m.municipality
                AND a.message_id = m.id
            """)
        _ = try await execute(
            "DELETE FROM message WHERE municipality = \(municipality) AND ended_at <= \(moment)")
    }

    /// The state of a message, its row locked; nil where it is not there.
    package func lockMessage(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode
    ) async throws -> MessageState? {
        try await query(
            "SELECT state FROM message WHERE municipality = \(municipality) AND id = \(id) FOR UPDATE"
        ).first?.value("state")
    }

    /// Puts a message back into the outbox, its time to give up counted anew.
    package func repostMessage(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode, at now: Date
    ) async throws {
        _ = try await execute(
            """
            UPDATE message SET state = 'waiting', ended_at = NULL, first_tried_at = NULL, next_try_at = \(now)
            WHERE municipality = \(municipality) AND id = \(id)
            """)
    }
}
