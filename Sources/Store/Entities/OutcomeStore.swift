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

extension Connection {
    /// Those of protected persons are only counted.
    package func outcomes(
        _ municipality: MunicipalityCode, placement: Code? = nil
    ) async throws -> (shown: [Stored<Outcome>], protected: Int) {
        let rows = try await query(
            """
            SELECT o.municipality, o.id, o.code, p.code AS placement, r.code AS referrer, t.reference AS participant,
                o.checked_on, o.status, o.employer, o.form, o.subsidised, o.starts_on, o.ends_on, o.student_aid, o.source,
                e.protected
            FROM outcome o
            JOIN person e ON e.municipality = o.municipality AND e.id = o.person_id
            JOIN participant t ON t.municipality = o.municipality AND t.id = o.participant_id
            JOIN referrer r ON r.municipality = o.municipality AND r.id = t.referrer_id
            LEFT JOIN placement p ON p.municipality = o.municipality AND p.id = o.placement_id
            WHERE o.municipality = \(municipality) AND (\(placement)::text IS NULL OR p.code = \(placement))
            ORDER BY o.checked_on, o.code COLLATE "C"
            """)
        let shown = try rows.filter { try !$0.value("protected", as: Bool.self) }.map { try Stored<Outcome>(row: $0) }
        return (shown, rows.count - shown.count)
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
