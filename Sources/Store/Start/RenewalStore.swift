package import Domain
package import Postgres

/// A supervisor's number and how much of it the slots on offer would take.
package struct SupervisorLoadFacts: Sendable, RowDecodable {
    package let code: Code
    package let name: String
    package let capacity: Int?
    package let isTrained: Bool
    /// The supervisor's slots that are or may be on offer: their days and places.
    package let slots: [(period: Period, places: Int)]

    package init(row: Row) throws {
        code = try row.value("code")
        name = try row.value("name")
        capacity = try row.value("capacity")
        isTrained = try row.value("is_trained")
        let starts: [Day] = try row.value("starts")
        let ends: [Day] = try row.value("ends")
        let places: [Int] = try row.value("places")
        slots = try zip(zip(starts, ends), places).map { (try Period(from: $0.0, to: $0.1), $1) }
    }
}

/// A slot of a year and what has become of it in the next.
package struct RenewalStanding: Sendable, RowDecodable {
    package let detail: SlotDetail
    /// The slot that it was renewed as.
    package let renewedAs: Code?
    /// Why it is not offered again, where its unit has said so.
    package let declined: NoRenewalReason?

    package init(row: Row) throws {
        detail = try SlotDetail(row: row)
        renewedAs = try row.value("renewed_as")
        declined = try row.value("declined")
    }
}

extension Connection {
    /// Takes the rows of the units' slots that begin in a period, in the order of their keys.
    package func lockSlots(
        beginningIn period: Period, units: Set<Identifier<OrganisationUnit>>, _ m: MunicipalityCode
    ) async throws {
        _ = try await execute(
            """
            SELECT 1 FROM slot WHERE municipality = \(m) AND starts_on BETWEEN \(period.from) AND \(period.to)
                AND unit_id = ANY (\(Array(units))) ORDER BY id FOR UPDATE
            """)
    }

    /// The units' slots that begin in a period, by their first day and code.
    package func renewals(
        _ m: MunicipalityCode, beginningIn period: Period, units: Set<Identifier<OrganisationUnit>>
    ) async throws -> [RenewalStanding] {
        try await query(
            """
            SELECT \(SlotDetail.columns), d.reason AS declined, (SELECT n.code FROM slot n
                WHERE n.municipality = s.municipality AND n.renewed_from_id = s.id ORDER BY n.starts_on LIMIT 1)
                AS renewed_as
            FROM \(SlotDetail.source(m)) \(SlotDetail.joins)
            LEFT JOIN slot_not_renewed d ON d.municipality = s.municipality AND d.slot_id = s.id
            WHERE s.starts_on BETWEEN \(period.from) AND \(period.to) AND s.unit_id = ANY (\(Array(units)))
            ORDER BY s.starts_on, s.code COLLATE "C"
            """, as: RenewalStanding.self)
    }

    /// Slots that may be offered again: offered or closed, over or about to be, whose days a year later still lie ahead or
    /// have only just begun, neither renewed nor said to come no more.
    package func renewableSlots(
        _ m: MunicipalityCode, units: Set<Identifier<OrganisationUnit>>?, today: Day
    ) async throws -> [SlotDetail] {
        let narrowed = SQL.narrowed(by: units.map { "s.unit_id = ANY (\(Array($0)))" })
        return try await query(
            """
            SELECT \(SlotDetail.columns) FROM \(SlotDetail.source(m)) \(SlotDetail.joins)
            WHERE s.state IN ('offered', 'closed') AND s.kind <> 'extratjanst' AND s.ends_on <= \(today.adding(60))
                AND s.starts_on >= \(today.adding(-395))\(narrowed)
                AND NOT EXISTS (SELECT FROM slot n WHERE n.municipality = s.municipality AND n.renewed_from_id = s.id)
                AND NOT EXISTS (SELECT FROM slot_not_renewed d WHERE d.municipality = s.municipality AND d.slot_id = s.id)
            ORDER BY u.name COLLATE "sv-x-icu", s.starts_on, s.title COLLATE "sv-x-icu", s.code COLLATE "C"
            LIMIT 500
            """, as: SlotDetail.self)
    }

    /// Which of the codes slots have already.
    package func takenSlotCodes(_ codes: [Code], _ m: MunicipalityCode) async throws -> Set<Code> {
        let rows = try await query(
            "SELECT code FROM slot WHERE municipality = \(m) AND code::text = ANY (\(codes))")
        return Set(try rows.map { try $0.value("code") })
    }

    package func supervisorLoads(_ m: MunicipalityCode, _ codes: [Code]) async throws -> [SupervisorLoadFacts] {
        try await query(
            """
            SELECT v.code, v.name, v.capacity, v.trained_on IS NOT NULL AS is_trained,
                coalesce(array_agg(s.starts_on) FILTER (WHERE s.id IS NOT NULL), '{}') AS starts,
                coalesce(array_agg(s.ends_on) FILTER (WHERE s.id IS NOT NULL), '{}') AS ends,
                coalesce(array_agg(s.places::bigint) FILTER (WHERE s.id IS NOT NULL), '{}') AS places
            FROM supervisor v
            LEFT JOIN slot s ON s.municipality = v.municipality AND s.supervisor_id = v.id AND s.state = 'offered'
            WHERE v.municipality = \(m) AND v.code::text = ANY (\(codes))
            GROUP BY v.municipality, v.id ORDER BY v.code COLLATE "C"
            """, as: SupervisorLoadFacts.self)
    }

    package func insertNotRenewed(
        _ slot: Identifier<Slot>, _ m: MunicipalityCode, on day: Day, _ reason: NoRenewalReason
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO slot_not_renewed (municipality, slot_id, decided_on, reason)
            VALUES (\(m), \(slot), \(day), \(reason))
            ON CONFLICT (municipality, slot_id) DO UPDATE SET decided_on = EXCLUDED.decided_on, reason = EXCLUDED.reason
            """)
    }

    /// Whether there was such a word to take back.
    package func deleteNotRenewed(_ slot: Identifier<Slot>, _ m: MunicipalityCode) async throws -> Bool {
        try await execute("DELETE FROM slot_not_renewed WHERE municipality = \(m) AND slot_id = \(slot)") == 1
    }
}
