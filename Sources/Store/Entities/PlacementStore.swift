public import Domain
public import Postgres

extension Placement: RowDecodable {
    public init(row: Row) throws {
        self.init(
            municipality: try row.value("municipality"), code: try row.value("code"),
            referrer: try row.value("referrer"), participant: try row.value("participant"),
            slot: try row.value("slot"), period: try row.period(), state: try row.value("state"),
            stateOn: try row.value("state_on"), reason: try row.value("state_reason"))
    }
}

/// A placement with the keys that authorisation and the next step need.
public struct PlacementDetail: Sendable, RowDecodable {
    public let id: Identifier<Placement>
    public let placement: Placement
    public let participantID: Identifier<Participant>
    public let personID: Identifier<Person>
    public let slotID: Identifier<Slot>
    public let slotTitle: String
    public let unit: Code
    public let unitID: Identifier<OrganisationUnit>
    public let referrerID: Identifier<Referrer>
    /// Whether the person's identity is protected.
    public let protected: Bool
    public let startedOn: Day?
    public let endedOn: Day?
    public let run: Code?

    public init(row: Row) throws {
        id = try row.value("id")
        placement = try Placement(row: row)
        participantID = try row.value("participant_id")
        personID = try row.value("person_id")
        slotID = try row.value("slot_id")
        slotTitle = try row.value("title")
        unit = try row.value("unit")
        unitID = try row.value("unit_id")
        referrerID = try row.value("referrer_id")
        protected = try row.value("protected")
        startedOn = try row.value("started_on")
        endedOn = try row.value("ended_on")
        run = try row.value("run")
    }
}

extension PlacementDetail {
    /// The placement with its person, referral and slot, of one municipality.
    static func source(_ municipality: MunicipalityCode) -> SQL {
        """
        placement p JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
            AND p.municipality = \(municipality)
            JOIN person e ON e.municipality = p.municipality AND e.id = p.person_id
            JOIN referrer r ON r.municipality = p.municipality AND r.id = t.referrer_id
            JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
            JOIN organisation_unit u ON u.municipality = p.municipality AND u.id = s.unit_id
        """
    }

    static let joins: SQL = "LEFT JOIN match_run m ON m.municipality = p.municipality AND m.id = p.match_run_id"

    static let columns: SQL = """
        p.municipality, p.id, p.code, r.code AS referrer, t.reference AS participant, s.code AS slot,
            p.starts_on, p.ends_on, p.state, p.state_on, p.state_reason, p.participant_id, p.person_id, p.slot_id,
            s.title, u.code AS unit, s.unit_id, t.referrer_id, e.protected, p.started_on, p.ended_on, m.code AS run
        """
}

/// One entry of a placement's own history.
public struct PlacementEvent: Sendable, RowDecodable {
    public let ordinal: Int
    /// The account's name; nil for hosts, where it is not their own: a referrer's would tell who referred the person.
    public private(set) var actor: String?
    public let from: PlacementState?
    public let to: PlacementState
    public let isCorrection: Bool
    public let on: Day
    public let reason: String?
    public let period: Period

    public init(row: Row) throws {
        ordinal = try row.value("ordinal")
        actor = try row.value("actor")
        from = try row.value("from_state")
        to = try row.value("to_state")
        isCorrection = try row.value("correction")
        on = try row.value("state_on")
        reason = try row.value("reason")
        period = try row.period()
    }

    /// As whoever has that account sees it, told of nobody else's.
    package func namingOnly(_ account: String) -> PlacementEvent {
        var event = self
        if actor != account { event.actor = nil }
        return event
    }
}

/// Which placements are asked for; what is nil does not narrow.
public struct PlacementFilter: Sendable {
    public var codes: Set<Code>?
    public var state: PlacementState?
    public var referrer: Identifier<Referrer>?
    public var units: Set<Identifier<OrganisationUnit>>?

    public init(
        codes: Set<Code>? = nil, state: PlacementState? = nil, referrer: Identifier<Referrer>? = nil,
        units: Set<Identifier<OrganisationUnit>>? = nil
    ) {
        self.codes = codes
        self.state = state
        self.referrer = referrer
        self.units = units
    }
}

extension Connection {
    package func placements(
        _ municipality: MunicipalityCode, _ filter: PlacementFilter
    ) async throws -> [PlacementDetail] {
        let narrowed = SQL.narrowed(
            by: filter.codes.map { "p.code = ANY (\(Array($0)))" }, filter.state.map { "p.state = \($0)" },
            filter.referrer.map { "t.referrer_id = \($0)" }, filter.units.map { "s.unit_id = ANY (\(Array($0)))" })
        return try await query(
            """
            SELECT \(PlacementDetail.columns) FROM \(PlacementDetail.source(municipality)) \(PlacementDetail.joins)
            WHERE p.municipality = \(municipality)\(narrowed)
            ORDER BY p.starts_on, p.code COLLATE "C"
            """, as: PlacementDetail.self)
    }

    /// Those of the placements that another has been proposed in place of.
    package func replacedPlacements(
        _ ids: [Identifier<Placement>], _ municipality: MunicipalityCode
    ) async throws -> Set<Identifier<Placement>> {
        let rows = try await query(
            "SELECT replaces_id FROM placement WHERE municipality = \(municipality) AND replaces_id = ANY (\(ids))")
        return Set(try rows.map { try $0.value("replaces_id", as: Identifier<Placement>.self) })
    }

    /// The referrals, `REFERRER/REFERENCE`, of everybody who has ever been proposed for the slot.
    package func referralsAsked(
        forSlot slot: Identifier<Slot>, _ municipality: MunicipalityCode
    ) async throws -> Set<String> {
        let rows = try await query(
            """
            SELECT DISTINCT r.code || '/' || t.reference AS label FROM placement p
            JOIN participant t ON t.municipality = p.municipality AND t.person_id = p.person_id
            JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
            WHERE p.municipality = \(municipality) AND p.slot_id = \(slot)
            """)
        return Set(try rows.map { try $0.value("label", as: String.self) })
    }

    /// A new placement always begins as proposed; the database refuses anything else. One in place of another is of the
    /// same run.
    package func insertProposal(
        _ municipality: MunicipalityCode, id: Identifier<Placement>, code: Code,
        participant: Identifier<Participant>, person: Identifier<Person>, slot: Identifier<Slot>, period: Period,
        on day: Day, run: Identifier<MatchRun>? = nil, replacing replaced: Identifier<Placement>? = nil
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
                state_on, match_run_id, replaces_id)
            VALUES (\(municipality), \(id), \(code), \(participant), \(person), \(slot), \(period.from), \(period.to),
                'proposed', \(day), coalesce(\(run), (SELECT o.match_run_id FROM placement o
                    WHERE o.municipality = \(municipality) AND o.id = \(replaced))), \(replaced))
            """)
    }

    /// Takes the placement's row for the rest of the transaction.
    package func lockPlacement(_ id: Identifier<Placement>, _ municipality: MunicipalityCode) async throws {
        _ = try await execute("SELECT 1 FROM placement WHERE municipality = \(municipality) AND id = \(id) FOR UPDATE")
    }

    /// Takes the step; links that asked what is settled by it open no more.
    package func setPlacementState(
        _ id: Identifier<Placement>, _ municipality: MunicipalityCode, _ state: PlacementState, on day: Day,
        reason: Line?
    ) async throws {
        _ = try await execute(
            """
            UPDATE placement SET state = \(state), state_on = \(day), state_reason = \(reason)
            WHERE municipality = \(municipality) AND id = \(id)
            """)
        _ = try await execute(
            """
            UPDATE party_link SET revoked_at = clock_timestamp()
            WHERE municipality = \(municipality) AND placement_id = \(id) AND used_at IS NULL AND revoked_at IS NULL
                AND (purpose = 'answer_proposal' AND \(state) <> 'proposed' OR purpose = 'start_report' AND \(state) <> 'agreed'
                    OR purpose = 'end_report' AND \(state) <> 'started'
                    OR purpose = 'approve_agreement' AND \(state) NOT IN ('accepted', 'agreed', 'started'))
            """)
    }

    /// The state it stood in before the present one, corrections undone; nil at the beginning.
    package func placementStateBefore(
        _ id: Identifier<Placement>, _ municipality: MunicipalityCode, present: PlacementState
    ) async throws -> PlacementState? {
        try await value("SELECT placement_state_before(\(municipality), \(id), \(present))", as: PlacementState?.self)
    }

    package func placementEvents(
        _ id: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [PlacementEvent] {
        try await query(
            """
            SELECT ordinal, actor, from_state, to_state, correction, state_on, reason, starts_on, ends_on
            FROM placement_event WHERE municipality = \(municipality) AND placement_id = \(id) ORDER BY ordinal
            """, as: PlacementEvent.self)
    }
}
