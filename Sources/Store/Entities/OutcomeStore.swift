public import Domain
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

extension Outcome {
    fileprivate static var columns: SQL {
        """
        t.municipality, t.id, t.code, p.code AS placement, r.code AS referrer, i.reference AS participant,
            t.checked_on, t.status, t.employer, t.form, t.subsidised, t.starts_on, t.ends_on, t.student_aid, t.source
        """
    }

    fileprivate static var joins: SQL {
        """
        JOIN person e ON e.municipality = t.municipality AND e.id = t.person_id
        JOIN participant i ON i.municipality = t.municipality AND i.id = t.participant_id
        JOIN referrer r ON r.municipality = t.municipality AND r.id = i.referrer_id
        LEFT JOIN placement p ON p.municipality = t.municipality AND p.id = t.placement_id
        """
    }
}

extension Connection {
    /// Those of protected persons are only counted, in all: a count of one placement's would tell whose it is.
    package func outcomes(
        _ municipality: MunicipalityCode, placement: Code? = nil
    ) async throws -> (shown: [Stored<Outcome>], protected: Int) {
        let shown = try await query(
            """
            SELECT \(Outcome.columns) FROM outcome t \(Outcome.joins)
            WHERE t.municipality = \(municipality) AND NOT e.protected\(SQL.narrowed(by: placement.map { "p.code = \($0)" }))
            ORDER BY t.checked_on, t.code COLLATE "C"
            """, as: Stored<Outcome>.self)
        return (shown, try await protectedOutcomes(municipality))
    }

    /// In the order they were recorded. Those of protected persons are only counted, as in `outcomes`.
    package func outcomePage(
        _ municipality: MunicipalityCode, placement: Code?, _ request: PageRequest
    ) async throws -> (page: ListPage<Stored<Outcome>>, protected: Int)? {
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
        guard let found = try await page(list, request, as: Stored<Outcome>.self) else { return nil }
        return (found, try await protectedOutcomes(municipality))
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
