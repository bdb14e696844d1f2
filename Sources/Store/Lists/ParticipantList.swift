public import Domain
public import Postgres

/// Which referrals a list holds; what is nil does not narrow.
public struct ParticipantListFilter: Sendable, Hashable {
    public var referrer: Code?
    public var state: BoardState?
    /// Words that the name or the reference has, each of them anywhere.
    public var search: String?

    public init() {}
}

/// What a list of referrals is in order of.
public enum ParticipantSort: String, Vocabulary {
    case registered
    case name
    case reference
    /// How long the referral has stood where it stands, longest first.
    case since

    public var label: Phrase {
        switch self {
        case .registered: Phrase(sv: "anmäld", en: "registered")
        case .name: Phrase(sv: "namn", en: "name")
        case .reference: Phrase(sv: "referens", en: "reference")
        case .since: Phrase(sv: "dagar i läget", en: "days in the state")
        }
    }

    fileprivate func keys(_ today: Day) -> (SQL, SQL) {
        let name: SQL =
            "(coalesce(t.family_name, '') || ' ' || coalesce(t.given_name, '')) COLLATE \"sv-x-icu\""
        return switch self {
        case .registered: ("t.registered_on", name)
        case .name: (name, "t.registered_on")
        case .reference: ("t.reference COLLATE \"sv-x-icu\"", "r.code COLLATE \"sv-x-icu\"")
        case .since: (BoardStanding.since(today), name)
        }
    }
}

/// Where a referral stands, since when, and what has become of the person.
public struct BoardStanding: Sendable, RowDecodable {
    /// What is the newest word of what became of the person.
    public struct LastOutcome: Sendable, Hashable {
        public let status: OutcomeStatus
        public let checkedOn: Day
    }

    public let state: BoardState
    public let since: Day
    /// The placement that the state is of; nil where there never was one.
    public let placement: Code?
    public let placementState: PlacementState?
    public let placementDays: Period?
    public let slot: Code?
    public let slotTitle: String?
    public let outcome: LastOutcome?

    public init(row: Row) throws {
        let stored: PlacementState? = try row.value("board_placement_state")
        placementState = stored
        state = BoardState(stored, hasRunOut: try row.value("board_run_out"))
        since = try row.value("board_since")
        placement = try row.value("board_placement")
        placementDays = try stored == nil ? nil : row.period("board_starts_on", "board_ends_on")
        slot = try row.value("board_slot")
        slotTitle = try row.value("board_title")
        let status: OutcomeStatus? = try row.value("outcome_status")
        outcome = try status.map { LastOutcome(status: $0, checkedOn: try row.value("outcome_on")) }
    }

    /// How many days it has stood there; 0 on the first.
    public func days(on today: Day) -> Int { max(0, today.days(since: since)) }

    /// The placement that counts, of referral `t`, as `b`.
    static let placement: SQL = """
        LEFT JOIN LATERAL (SELECT q.state, q.state_on, q.started_on, q.ended_on, q.code, q.starts_on, q.ends_on, q.slot_id
            FROM placement q WHERE q.municipality = t.municipality AND q.participant_id = t.id
            ORDER BY CASE q.state WHEN 'started' THEN 4 WHEN 'agreed' THEN 3 WHEN 'accepted' THEN 3
                WHEN 'proposed' THEN 2 ELSE 1 END DESC, q.state_on DESC, q.code COLLATE "C" DESC LIMIT 1) b ON true
        """

    /// Whether referral `t` waits for a place: nothing is proposed, nothing was held, and its own time lasts.
    static func waits(_ today: Day) -> SQL { "(\(holdsNothing) AND coalesce(t.available_to >= \(today), true))" }

    /// Whether its own time ended before anything came.
    private static func hasRunOut(_ today: Day) -> SQL {
        "(\(holdsNothing) AND coalesce(t.available_to < \(today), false))"
    }

    private static let holdsNothing: SQL =
        "coalesce(b.state = ANY (\(BoardState.waiting.placementStates.map(\.rawValue))), true)"

    fileprivate static func stands(_ state: BoardState, _ today: Day) -> SQL {
        let held: SQL = "b.state = ANY (\(state.placementStates.map(\.rawValue)))"
        return switch state {
        case .waiting: waits(today)
        case .ended: "(\(held) OR \(hasRunOut(today)))"
        case .proposed, .placed, .started: held
        }
    }

    static func since(_ today: Day) -> SQL {
        """
        CASE WHEN \(hasRunOut(today)) THEN t.available_to WHEN b.state = 'started' THEN b.started_on
            ELSE coalesce(b.state_on, t.registered_on) END
        """
    }

    static let joins: SQL = """
        LEFT JOIN slot bs ON bs.municipality = t.municipality AND bs.id = b.slot_id
        LEFT JOIN LATERAL (SELECT o.status, o.checked_on FROM outcome o
            WHERE o.municipality = t.municipality AND o.person_id = t.person_id AND o.participant_id = t.id
            ORDER BY o.checked_on DESC, o.id DESC LIMIT 1) l ON true
        """

    static func columns(_ today: Day) -> SQL {
        """
        b.state AS board_placement_state, b.code AS board_placement, b.starts_on AS board_starts_on,
            b.ends_on AS board_ends_on, bs.code AS board_slot, bs.title AS board_title,
            \(since(today)) AS board_since, \(hasRunOut(today)) AS board_run_out, l.status AS outcome_status,
            l.checked_on AS outcome_on
        """
    }
}

/// A referral in a list.
public struct ParticipantListRow: Sendable, RowDecodable {
    public let detail: ParticipantDetail
    public let standing: BoardStanding

    public var participant: Participant { detail.participant }

    public init(row: Row) throws {
        detail = try ParticipantDetail(row: row)
        standing = try BoardStanding(row: row)
    }
}

extension Connection {
    /// Persons with protected identity are not among the rows.
    package func participantList(
        _ municipality: MunicipalityCode, _ filter: ParticipantListFilter, referrer: Identifier<Referrer>?,
        by sort: ParticipantSort, isDescending: Bool, today: Day, _ request: PageRequest
    ) async throws -> ListPage<ParticipantListRow>? {
        var conditions: [SQL] = ["NOT e.protected"]
        if let referrer { conditions.append("t.referrer_id = \(referrer)") }
        if let code = filter.referrer { conditions.append("r.code = \(code)") }
        if let state = filter.state { conditions.append(BoardStanding.stands(state, today)) }
        if let words = SearchWords(filter.search) {
            conditions.append(
                words.found(
                    in: "concat_ws(' ', t.given_name, t.family_name, t.reference, r.code || '/' || t.reference)"))
        }
        let source = ParticipantDetail.source(municipality)
        let standsInSource = filter.state != nil || sort == .since
        let list = ListStatement(
            source: standsInSource ? "\(source) \(BoardStanding.placement)" : source, id: "t.id",
            keys: sort.keys(today),
            conditions: conditions, isDescending: isDescending)
        let placement: SQL = standsInSource ? "" : BoardStanding.placement
        return try await page(
            list, request, columns: "\(ParticipantDetail.columns), \(BoardStanding.columns(today))",
            joins: "\(placement) \(BoardStanding.joins) \(ParticipantDetail.joins)", as: ParticipantListRow.self)
    }

    /// How many of the referrals are of persons with protected identity, who stand in no list.
    package func protectedReferrals(
        _ municipality: MunicipalityCode, referrer: Identifier<Referrer>?
    ) async throws -> Int {
        try await value(
            """
            SELECT count(*) FROM participant t
            JOIN person e ON e.municipality = t.municipality AND e.id = t.person_id AND e.protected
            WHERE t.municipality = \(municipality)\(SQL.narrowed(by: referrer.map { "t.referrer_id = \($0)" }))
            """, as: Int.self)
    }
}
