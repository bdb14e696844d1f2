package import Domain
package import FoundationEssentials
package import Postgres

/// A message that is due, its row locked, with what it takes to send it as the records stand now.
package struct DueMessage: Sendable, RowDecodable {
    package let id: Identifier<OutboxMessage>
    package let kind: MessageKind
    package let party: Party
    package let recipient: UUID
    package let language: Language
    package let day: Day?
    package let link: Identifier<PartyLink>?
    /// Whether its link still opens something; true where it has none.
    package let isOpen: Bool
    package let isProtected: Bool
    package let attempts: Int
    package let unitName: Line?
    package let address: String?

    package init(row: Row) throws {
        id = try row.value("id")
        kind = try row.value("kind")
        party = try row.value("party")
        recipient = try row.value("recipient_id")
        language = try row.value("language")
        day = try row.value("day")
        link = try row.value("link_id")
        isOpen = try row.value("is_open")
        isProtected = try row.value("is_protected")
        attempts = try row.value("attempts")
        unitName = try row.value("unit_name")
        address = try row.value("address")
    }
}

extension Connection {
    /// Takes the message that has been due for longest and that nobody else has in hand, until the transaction ends.
    package func lockDueMessage(_ municipality: MunicipalityCode, at now: Date) async throws -> DueMessage? {
        let rows = try await query(
            """
            SELECT id FROM message WHERE municipality = \(municipality) AND state = 'waiting' AND next_try_at <= \(now)
            ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        guard let id = try rows.first?.value("id", as: Identifier<OutboxMessage>.self) else { return nil }
        return try await queryFirst(
            """
            SELECT w.id, w.kind, w.party, w.recipient_id, w.language, w.day, w.link_id, w.attempts,
                \(.concernsProtected(municipality)) AS is_protected,
                w.link_id IS NULL OR EXISTS (SELECT FROM party_link l
                    WHERE l.municipality = w.municipality AND l.id = w.link_id AND l.used_at IS NULL
                        AND l.revoked_at IS NULL AND l.expires_at > \(now)) AS is_open,
                (SELECT u.name FROM organisation_unit u WHERE u.municipality = w.municipality AND u.id = coalesce(w.unit_id,
                    -- What is to be approved may be at another unit than what holds.
                    CASE WHEN w.kind IN ('agreement_to_approve', 'approval_reminder') THEN
                        (SELECT s.unit_id FROM agreement a
                         JOIN slot s ON s.municipality = a.municipality AND s.id = a.slot_id
                         WHERE a.municipality = w.municipality AND a.placement_id = w.placement_id
                         ORDER BY a.version DESC LIMIT 1) END,
                    (SELECT s.unit_id FROM slot s WHERE s.municipality = w.municipality AND s.id = coalesce(w.slot_id,
                        (SELECT p.slot_id FROM placement p
                         WHERE p.municipality = w.municipality AND p.id = w.placement_id))))) AS unit_name,
                CASE w.party
                    WHEN 'host' THEN unit_contact(w.municipality, w.recipient_id)
                    WHEN 'supervisor' THEN (SELECT email FROM supervisor r
                        WHERE r.municipality = w.municipality AND r.id = w.recipient_id)
                    WHEN 'participant' THEN (SELECT email FROM participant r
                        WHERE r.municipality = w.municipality AND r.id = w.recipient_id)
                    WHEN 'referrer' THEN (SELECT email FROM referrer r
                        WHERE r.municipality = w.municipality AND r.id = w.recipient_id)
                    ELSE (SELECT email FROM user_account r WHERE r.municipality = w.municipality AND r.id = w.recipient_id
                        AND r.disabled_on IS NULL)
                END AS address
            FROM message w WHERE w.municipality = \(municipality) AND w.id = \(id)
            """, as: DueMessage.self)
    }

    /// To how many messages to the same recipient, but this one, an attempt has been made since then that went well or of which
    /// nothing is known. Until the transaction ends, nobody else counts the same recipient's.
    package func messagesTried(
        to recipient: UUID, _ municipality: MunicipalityCode, since start: Date, but id: Identifier<OutboxMessage>
    ) async throws -> Int {
        let key = "praktik.recipient:\(municipality):\(recipient.uuidString)"
        _ = try await execute("SELECT pg_advisory_xact_lock(hashtextextended(\(key), 0))")
        return try await value(
            """
            SELECT count(*) FROM message m
            WHERE m.municipality = \(municipality) AND m.recipient_id = \(recipient) AND m.id <> \(id) AND EXISTS (
                SELECT FROM message_attempt a WHERE a.municipality = m.municipality AND a.message_id = m.id
                    AND a.at >= \(start) AND coalesce(a.outcome, 'delivered') = 'delivered')
            """, as: Int.self)
    }

    package func holdMessage(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode, until next: Date
    ) async throws {
        _ = try await execute(
            "UPDATE message SET next_try_at = \(next) WHERE municipality = \(municipality) AND id = \(id)")
    }

    package func endMessage(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode, as state: MessageState, at now: Date
    ) async throws {
        _ = try await execute(
            """
            UPDATE message SET state = \(state), ended_at = \(now) WHERE municipality = \(municipality) AND id = \(id)
            """)
    }

    /// Notes that an attempt begins; should nothing more be heard of it, the next may begin at `next`.
    package func beginAttempt(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode, ordinal: Int, at now: Date, next: Date,
        outcome: AttemptOutcome? = nil
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO message_attempt (municipality, message_id, ordinal, at, outcome)
            VALUES (\(municipality), \(id), \(ordinal), \(now), \(outcome))
            """)
        _ = try await execute(
            """
            UPDATE message SET attempts = \(ordinal), next_try_at = \(next),
                first_tried_at = coalesce(first_tried_at, \(now))
            WHERE municipality = \(municipality) AND id = \(id)
            """)
    }

    /// Takes the message for the attempt that was begun; nil where somebody has begun the next. Else when it was first tried.
    ///
    /// Waits for the row: whoever looked for due messages at the same moment may hold it until their transaction ends.
    package func lockAttempt(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode, ordinal: Int
    ) async throws -> Date? {
        let rows = try await query(
            """
            SELECT first_tried_at FROM message
            WHERE municipality = \(municipality) AND id = \(id) AND state = 'waiting' AND attempts = \(ordinal)
            FOR UPDATE
            """)
        return try rows.first?.value("first_tried_at")
    }

    package func endAttempt(
        _ id: Identifier<OutboxMessage>, _ municipality: MunicipalityCode, ordinal: Int, _ outcome: AttemptOutcome,
        code: Int?
    ) async throws {
        _ = try await execute(
            """
            UPDATE message_attempt SET outcome = \(outcome), code = \(code)
            WHERE municipality = \(municipality) AND message_id = \(id) AND ordinal = \(ordinal)
            """)
    }
}
