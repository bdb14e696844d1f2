public import Domain
public import FoundationEssentials
public import Postgres

extension Outcome: RowDecodable {
    public init(row: Row) throws {
        let aid: Bool? = try row.value("student_aid")
        self.init(
            municipality: try row.value("municipality"), code: try row.value("code"),
            placement: try row.value("placement"), referrer: try row.value("referrer"),
            participant: try row.value("participant"), checkedOn: try row.value("checked_on"),
            status: try row.value("status"), employer: try row.value("employer"), form: try row.value("form"),
            subsidised: try row.value("subsidised", as: YesNoUnknown?.self) ?? .unknown,
            from: try row.value("starts_on"), to: try row.value("ends_on"),
            studentAid: aid.map { $0 ? .yes : .no } ?? .unknown, source: try row.value("source"))
    }
}

/// An outcome as it stands among the others of its placement: what was told is never written over.
@dynamicMemberLookup
public struct ToldOutcome: Sendable, RowDecodable {
    public let id: Identifier<Outcome>
    public let record: Outcome
    /// When the coordinator confirmed that this is the one that counts, where sources contradict each other.
    public let confirmedAt: Date?
    public let confirmedBy: String?
    /// Whether it stands back for a confirmed one, and counts in no figure.
    public let standsBack: Bool
    /// Those of other sources, at the same follow-up, that cannot be so if this is.
    public let contradicts: [Code]
    /// Whether which of them counts is still to be said.
    public let isOpen: Bool

    public init(row: Row) throws {
        id = try row.value("id")
        record = try Outcome(row: row)
        confirmedAt = try row.value("confirmed_at")
        confirmedBy = try row.value("confirmed_by")
        standsBack = try row.value("stands_back")
        contradicts = try row.value("contradicts")
        isOpen = try row.value("is_open")
    }

    public subscript<Value>(dynamicMember path: KeyPath<Outcome, Value>) -> Value { record[keyPath: path] }
}

extension Outcome {
    fileprivate static var columns: SQL {
        """
        t.municipality, t.id, t.code, p.code AS placement, r.code AS referrer, i.reference AS participant,
            t.checked_on, t.status, t.employer, t.form, t.subsidised, t.starts_on, t.ends_on, t.student_aid, t.source,
            t.confirmed_at, t.confirmed_by, t.set_aside_by IS NOT NULL AS stands_back,
            coalesce(v.codes, '{}') AS contradicts, coalesce(v.is_open, false) AS is_open
        """
    }

    fileprivate static var joins: SQL {
        """
        JOIN person e ON e.municipality = t.municipality AND e.id = t.person_id
        JOIN participant i ON i.municipality = t.municipality AND i.id = t.participant_id
        JOIN referrer r ON r.municipality = t.municipality AND r.id = i.referrer_id
        LEFT JOIN placement p ON p.municipality = t.municipality AND p.id = t.placement_id
        LEFT JOIN LATERAL (
            -- Looked for only where somebody else has told something too.
            SELECT array_agg(x.other_code ORDER BY x.other_code COLLATE "C") AS codes, bool_or(x.is_open) AS is_open
            FROM contradicting_outcomes(t.municipality, t.placement_id) AS x
            WHERE x.outcome_id = t.id AND EXISTS (SELECT FROM outcome b
                WHERE b.municipality = t.municipality AND b.placement_id = t.placement_id
                    AND b.source IS DISTINCT FROM t.source)
        ) AS v ON true
        """
    }
}

extension Connection {
    /// Those of protected persons are only counted, in all: a count of one placement's would tell whose it is.
    package func outcomes(
        _ municipality: MunicipalityCode, placement: Code? = nil, of referral: ReferralLabel? = nil
    ) async throws -> (shown: [ToldOutcome], protected: Int) {
        let shown = try await query(
            """
            SELECT \(Outcome.columns) FROM outcome t \(Outcome.joins)
            WHERE t.municipality = \(municipality) AND NOT e.protected\(SQL.narrowed(
                by: placement.map { "p.code = \($0)" },
                referral.map { "r.code = \($0.referrer) AND i.reference = \($0.reference)" }))
            ORDER BY t.checked_on, t.code COLLATE "C"
            """, as: ToldOutcome.self)
        return (shown, try await protectedOutcomes(municipality))
    }

    /// In the order they were recorded. Those of protected persons are only counted, as in `outcomes`.
    package func outcomePage(
        _ municipality: MunicipalityCode, placement: Code?, _ request: PageRequest
    ) async throws -> (page: ListPage<ToldOutcome>, protected: Int)? {
        let narrowed: [SQL] =
            placement.map { code in
                [
                    """
                    t.placement_id = (SELECT id FROM placement
                        WHERE municipality = \(municipality) AND code = \(code))
                    """
                ]
            } ?? []
        let list = IndexedList(
            municipality, columns: Outcome.columns, table: "outcome t", joins: Outcome.joins, key: "t.id",
            conditions: narrowed + ["NOT e.protected"])
        guard let found = try await page(list, request, as: ToldOutcome.self) else { return nil }
        return (found, try await protectedOutcomes(municipality))
    }

    /// A placement's, oldest first, whoever's it is.
    package func outcomes(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [ToldOutcome] {
        try await query(
            """
            SELECT \(Outcome.columns) FROM outcome t \(Outcome.joins)
            WHERE t.municipality = \(municipality) AND t.placement_id = \(placement)
            ORDER BY t.checked_on, t.told_at, t.code COLLATE "C"
            """, as: ToldOutcome.self)
    }

    private func protectedOutcomes(_ municipality: MunicipalityCode) async throws -> Int {
        try await value(
            """
            SELECT count(*) FROM person e
            JOIN outcome t ON t.municipality = e.municipality AND t.person_id = e.id
            WHERE e.municipality = \(municipality) AND e.protected
            """, as: Int.self)
    }

    package func insert(
        _ outcome: Outcome, id: Identifier<Outcome>, participant: Identifier<Participant>,
        person: Identifier<Person>, placement: Identifier<Placement>?
    ) async throws {
        let aid: Bool? = outcome.studentAid == .unknown ? nil : outcome.studentAid == .yes
        _ = try await execute(
            """
            INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status,
                employer, form, subsidised, starts_on, ends_on, student_aid, source)
            VALUES (\(outcome.municipality), \(id), \(outcome.code), \(participant), \(person), \(placement),
                \(outcome.checkedOn), \(outcome.status), \(outcome.employer), \(outcome.form), \(outcome.subsidised),
                \(outcome.from), \(outcome.to), \(aid), \(outcome.source))
            """)
    }

    /// A code for a new outcome, `U-` and a number; numbers that an import has used are passed over.
    package func newOutcomeCode(_ municipality: MunicipalityCode) async throws -> Code {
        while true {
            let code = try Code("U-\(try await nextNumber("outcome", municipality))")
            let isUsed = try await value(
                "SELECT EXISTS (SELECT FROM outcome WHERE municipality = \(municipality) AND code = \(code))",
                as: Bool.self)
            if !isUsed { return code }
        }
    }
}
