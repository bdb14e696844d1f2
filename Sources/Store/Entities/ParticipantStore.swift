public import Domain
public import Postgres

extension Participant: RowDecodable {
    public init(row: Row) throws {
        let type: IdentityType? = try row.value("identity_type")
        let value: String? = try row.value("identity")
        self.init(
            municipality: try row.value("municipality"), referrer: try row.value("referrer"),
            reference: try row.value("reference"),
            identity: type.flatMap { type in value.map { IdentityNumber(stored: $0, type: type) } },
            birthDate: try row.value("birth_date"), sex: try row.value("sex"),
            givenName: try row.value("given_name"), familyName: try row.value("family_name"),
            email: try row.value("email"), phone: try row.value("phone"), language: try row.value("language"),
            protected: try row.value("protected"), sfiPassed: try row.value("sfi_passed", as: SFIPassed?.self) ?? .none,
            licences: try row.value("licences"), recordCheckShownOn: try row.value("record_check_shown_on"),
            occupations: try row.value("occupations"), wishes: try row.value("wishes"),
            availableFrom: try row.value("available_from"), availableTo: try row.value("available_to"),
            weekdays: try row.value("weekdays", as: Weekdays?.self) ?? .mondayToFriday,
            hoursPerDay: try row.value("minutes_per_day"), areas: try row.value("areas"),
            priority: try row.value("priority"), purpose: try row.value("purpose"),
            registeredOn: try row.value("registered_on"),
            introductionEndedOn: try row.value("introduction_ended_on"),
            sfiPassedOn: try row.value("sfi_passed_on"))
    }
}

/// A referral with its keys and where its person stands.
public struct ParticipantDetail: Sendable, RowDecodable {
    public let id: Identifier<Participant>
    public let personID: Identifier<Person>
    public let referrerID: Identifier<Referrer>
    public var participant: Participant
    /// Whether the person is protected by any referral's word.
    public let isPersonProtected: Bool
    /// The state of this referral's newest placement.
    public let placementState: PlacementState?
    public let placement: Code?

    public init(row: Row) throws {
        id = try row.value("id")
        personID = try row.value("person_id")
        referrerID = try row.value("referrer_id")
        participant = try Participant(row: row)
        isPersonProtected = try row.value("person_protected")
        placementState = try row.value("placement_state")
        placement = try row.value("placement")
    }
}

extension ParticipantDetail {
    /// The referral with its person and referrer, of one municipality.
    static func source(_ municipality: MunicipalityCode) -> SQL {
        """
        participant t JOIN person e ON e.municipality = t.municipality AND e.id = t.person_id
            AND t.municipality = \(municipality)
            JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
        """
    }

    static let joins: SQL = """
        LEFT JOIN LATERAL (SELECT x.type, x.value FROM person_identifier x
            WHERE x.municipality = t.municipality AND x.person_id = t.person_id AND x.replaced_on IS NULL
            ORDER BY x.recorded_on DESC, x.id DESC LIMIT 1) i ON true
        LEFT JOIN LATERAL (SELECT q.state, q.code FROM placement q
            WHERE q.municipality = t.municipality AND q.participant_id = t.id
            ORDER BY q.starts_on DESC, q.code DESC LIMIT 1) p ON true
        """

    static let columns: SQL = """
        t.municipality, t.id, t.person_id, t.referrer_id, r.code AS referrer, t.reference,
            i.type AS identity_type, i.value AS identity, t.birth_date, t.sex, t.given_name, t.family_name, t.email,
            t.phone, t.language, t.protected, t.sfi_passed, t.licences, t.record_check_shown_on, t.occupations,
            array(SELECT s.code::text FROM wish w
                JOIN slot s ON s.municipality = w.municipality AND s.id = w.slot_id
                WHERE w.municipality = t.municipality AND w.participant_id = t.id ORDER BY w.rank) AS wishes,
            t.available_from, t.available_to, t.weekdays, t.minutes_per_day, t.areas, t.priority, t.purpose,
            t.registered_on, t.introduction_ended_on, t.sfi_passed_on, e.protected AS person_protected,
            p.state AS placement_state, p.code AS placement
        """
}

/// Which referrals are asked for; what is nil does not narrow.
public struct ParticipantFilter: Sendable {
    public var referrer: Identifier<Referrer>?
    public var referrerCode: Code?
    public var reference: Code?

    public init(referrer: Identifier<Referrer>? = nil, referrerCode: Code? = nil, reference: Code? = nil) {
        self.referrer = referrer
        self.referrerCode = referrerCode
        self.reference = reference
    }
}

extension Connection {
    package func participants(
        _ municipality: MunicipalityCode, _ filter: ParticipantFilter
    ) async throws -> [ParticipantDetail] {
        let narrowed = SQL.narrowed(
            by: filter.referrer.map { "t.referrer_id = \($0)" }, filter.referrerCode.map { "r.code = \($0)" },
            filter.reference.map { "t.reference = \($0)" })
        return try await query(
            """
            SELECT \(ParticipantDetail.columns) FROM \(ParticipantDetail.source(municipality)) \(ParticipantDetail.joins)
            WHERE t.municipality = \(municipality)\(narrowed)
            ORDER BY t.registered_on, r.code COLLATE "C", t.reference COLLATE "C"
            """, as: ParticipantDetail.self)
    }
}
