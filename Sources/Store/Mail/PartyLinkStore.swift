package import Domain
package import FoundationEssentials
package import Postgres

/// A link that somebody came with.
package struct PartyLinkRecord: Sendable, RowDecodable {
    package let id: Identifier<PartyLink>
    package let purpose: PartyPurpose
    package let party: Party
    package let recipient: UUID
    package let placement: Identifier<Placement>?
    package let slot: Identifier<Slot>?
    package let unit: Identifier<OrganisationUnit>?
    package let expiresAt: Date
    /// In what name the party acts: a code, or a referral as people name it.
    package let name: String?
    package let language: Language

    package init(row: Row) throws {
        id = try row.value("id")
        purpose = try row.value("purpose")
        party = try row.value("party")
        recipient = try row.value("recipient_id")
        placement = try row.value("placement_id")
        slot = try row.value("slot_id")
        unit = try row.value("unit_id")
        expiresAt = try row.value("expires_at")
        name = try row.value("name")
        language = try row.value("language")
    }
}

extension Connection {
    /// Makes a secret good for opening the link.
    package func insertLinkSecret(
        _ link: Identifier<PartyLink>, _ municipality: MunicipalityCode, hash: [UInt8], at now: Date
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO party_link_secret (municipality, link_id, secret_hash, made_at)
            VALUES (\(municipality), \(link), \(hash), \(now))
            """)
    }

    /// The link that a secret opens; nil where it opens none, any more, or one about a protected person.
    package func openPartyLink(
        _ id: UUID, _ municipality: MunicipalityCode, secretHash: [UInt8], at now: Date
    ) async throws -> PartyLinkRecord? {
        try await queryFirst(
            """
            SELECT w.id, w.purpose, w.party, w.recipient_id, w.placement_id, w.slot_id, w.unit_id, w.expires_at,
                CASE w.party
                    WHEN 'host' THEN (SELECT r.code FROM organisation_unit r
                        WHERE r.municipality = w.municipality AND r.id = w.recipient_id)
                    WHEN 'supervisor' THEN (SELECT r.code FROM supervisor r
                        WHERE r.municipality = w.municipality AND r.id = w.recipient_id)
                    WHEN 'participant' THEN (SELECT r.code || '/' || t.reference FROM participant t
                        JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
                        WHERE t.municipality = w.municipality AND t.id = w.recipient_id)
                    WHEN 'referrer' THEN (SELECT r.code FROM referrer r
                        WHERE r.municipality = w.municipality AND r.id = w.recipient_id)
                END AS name,
                coalesce(CASE WHEN w.party = 'participant' THEN (SELECT \(.participantLanguage) FROM participant t
                    WHERE t.municipality = w.municipality AND t.id = w.recipient_id) END, 'sv') AS language
            FROM party_link w
            WHERE w.municipality = \(municipality) AND w.id = \(id) AND w.used_at IS NULL AND w.revoked_at IS NULL
                AND w.expires_at > \(now) AND NOT \(.concernsProtected(municipality)) AND EXISTS (
                    SELECT FROM party_link_secret s WHERE s.municipality = w.municipality AND s.link_id = w.id
                        AND s.secret_hash = \(secretHash))
            """, as: PartyLinkRecord.self)
    }

    /// Whose referral it is.
    package func personOfParticipant(
        _ participant: Identifier<Participant>, _ municipality: MunicipalityCode
    ) async throws -> Identifier<Person>? {
        try await query(
            "SELECT person_id FROM participant WHERE municipality = \(municipality) AND id = \(participant)"
        ).first?.value("person_id")
    }

    package func placementCode(
        _ id: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> Code? {
        try await query("SELECT code FROM placement WHERE municipality = \(municipality) AND id = \(id)")
            .first?.value("code")
    }

    /// Uses a link up; false where it is not open. Of several at once, one gets it: the others wait for its row.
    package func usePartyLink(
        _ id: Identifier<PartyLink>, _ municipality: MunicipalityCode, at now: Date
    ) async throws -> Bool {
        try await execute(
            """
            UPDATE party_link SET used_at = \(now)
            WHERE municipality = \(municipality) AND id = \(id) AND used_at IS NULL AND revoked_at IS NULL
                AND expires_at > \(now)
            """) == 1
    }

    /// Whether a link is open, and it stays so until the transaction ends.
    package func holdPartyLink(
        _ id: Identifier<PartyLink>, _ municipality: MunicipalityCode, at now: Date
    ) async throws -> Bool {
        try await query(
            """
            SELECT FROM party_link
            WHERE municipality = \(municipality) AND id = \(id) AND used_at IS NULL AND revoked_at IS NULL
                AND expires_at > \(now) FOR UPDATE
            """
        ).isEmpty == false
    }

    /// Whether there is, or was, such a link: for the log.
    package func hasPartyLink(_ id: UUID, _ municipality: MunicipalityCode) async throws -> Bool {
        try await value(
            "SELECT EXISTS (SELECT FROM party_link WHERE municipality = \(municipality) AND id = \(id))", as: Bool.self)
    }

    /// Takes back a placement's open links: all, or those of a purpose or a party.
    package func revokePartyLinks(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode, purpose: PartyPurpose? = nil,
        party: Party? = nil, at now: Date
    ) async throws {
        _ = try await execute(
            """
            UPDATE party_link w SET revoked_at = \(now)
            WHERE w.municipality = \(municipality) AND w.placement_id = \(placement) AND w.used_at IS NULL
                AND w.revoked_at IS NULL\(SQL.narrowed(by: purpose.map { "w.purpose = \($0)" }, party.map { "w.party = \($0)" }))
            """)
    }

    /// Forgets links that have long been over; what was sent of them stays in the outbox.
    package func deletePartyLinks(_ municipality: MunicipalityCode, expiredBy moment: Date) async throws {
        _ = try await execute(
            """
            DELETE FROM party_link l WHERE l.municipality = \(municipality) AND l.expires_at <= \(moment) AND NOT EXISTS (
                SELECT FROM message m WHERE m.municipality = l.municipality AND m.link_id = l.id AND m.state = 'waiting')
            """)
    }
}
