package import Domain
package import Postgres

// Each looks up the codes it names in the statement, and answers false where one of them is not there.

extension Connection {
    /// Takes the row of that code, if there is one, for the rest of the transaction.
    package func lockRegister(_ table: StaticString, _ code: Code, _ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            """
            SELECT 1 FROM \(raw: table) WHERE municipality = \(municipality) AND code = \(code) FOR NO KEY UPDATE
            """)
    }

    package func insert(_ unit: OrganisationUnit, id: Identifier<OrganisationUnit>) async throws -> Bool {
        try await execute(
            """
            INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id, email, valid_from, valid_to,
                successor_id)
            SELECT \(unit.municipality), \(id), \(unit.code), \(unit.name), \(unit.kind), p.id, \(unit.email),
                \(unit.validFrom), \(unit.validTo), s.id
            FROM (SELECT) AS one
            LEFT JOIN organisation_unit p ON p.municipality = \(unit.municipality) AND p.code = \(unit.parent)
            LEFT JOIN organisation_unit s ON s.municipality = \(unit.municipality) AND s.code = \(unit.successor)
            WHERE (\(unit.parent)::text IS NULL OR p.id IS NOT NULL)
                AND (\(unit.successor)::text IS NULL OR s.id IS NOT NULL)
            """) == 1
    }

    package func update(_ unit: OrganisationUnit, id: Identifier<OrganisationUnit>) async throws -> Bool {
        try await execute(
            """
            UPDATE organisation_unit u SET name = \(unit.name), kind = \(unit.kind), parent_id = n.parent_id,
                email = \(unit.email), valid_from = \(unit.validFrom), valid_to = \(unit.validTo),
                successor_id = n.successor_id
            FROM (SELECT p.id AS parent_id, s.id AS successor_id FROM (SELECT) AS one
                LEFT JOIN organisation_unit p ON p.municipality = \(unit.municipality) AND p.code = \(unit.parent)
                LEFT JOIN organisation_unit s ON s.municipality = \(unit.municipality) AND s.code = \(unit.successor)
            ) AS n
            WHERE u.municipality = \(unit.municipality) AND u.id = \(id)
                AND (\(unit.parent)::text IS NULL OR n.parent_id IS NOT NULL)
                AND (\(unit.successor)::text IS NULL OR n.successor_id IS NOT NULL)
            """) == 1
    }

    package func insert(_ supervisor: Supervisor, id: Identifier<Supervisor>) async throws -> Bool {
        try await execute(
            """
            INSERT INTO supervisor (municipality, id, code, unit_id, name, email, trained_on, capacity, deputy_id)
            SELECT \(supervisor.municipality), \(id), \(supervisor.code), u.id, \(supervisor.name), \(supervisor.email),
                \(supervisor.trainedOn), \(supervisor.capacity), d.id
            FROM organisation_unit u
            LEFT JOIN supervisor d ON d.municipality = u.municipality AND d.code = \(supervisor.deputy)
            WHERE u.municipality = \(supervisor.municipality) AND u.code = \(supervisor.unit)
                AND (\(supervisor.deputy)::text IS NULL OR d.id IS NOT NULL)
            """) == 1
    }

    package func update(_ supervisor: Supervisor, id: Identifier<Supervisor>) async throws -> Bool {
        try await execute(
            """
            UPDATE supervisor v SET unit_id = n.unit_id, name = \(supervisor.name), email = \(supervisor.email),
                trained_on = \(supervisor.trainedOn), capacity = \(supervisor.capacity), deputy_id = n.deputy_id
            FROM (SELECT u.id AS unit_id, d.id AS deputy_id FROM organisation_unit u
                LEFT JOIN supervisor d ON d.municipality = u.municipality AND d.code = \(supervisor.deputy)
                WHERE u.municipality = \(supervisor.municipality) AND u.code = \(supervisor.unit)) AS n
            WHERE v.municipality = \(supervisor.municipality) AND v.id = \(id)
                AND (\(supervisor.deputy)::text IS NULL OR n.deputy_id IS NOT NULL)
            """) == 1
    }

    package func insert(_ referrer: Referrer, id: Identifier<Referrer>) async throws {
        _ = try await execute(
            """
            INSERT INTO referrer (municipality, id, code, name, email)
            VALUES (\(referrer.municipality), \(id), \(referrer.code), \(referrer.name), \(referrer.email))
            """)
    }

    package func update(_ referrer: Referrer, id: Identifier<Referrer>) async throws {
        _ = try await execute(
            """
            UPDATE referrer SET name = \(referrer.name), email = \(referrer.email)
            WHERE municipality = \(referrer.municipality) AND id = \(id)
            """)
    }

    /// What a slot says; its code and its steps are not touched.
    package func update(_ slot: Slot, id: Identifier<Slot>) async throws -> Bool {
        try await execute(
            """
            UPDATE slot s SET unit_id = n.unit_id, title = \(slot.title), ssyk = \(slot.ssyk), kind = \(slot.kind),
                purpose = \(slot.purpose), starts_on = \(slot.period.from), ends_on = \(slot.period.to),
                places = \(slot.places), minutes_per_day = \(slot.hoursPerDay), weekdays = \(slot.weekdays),
                sfi_required = \(slot.sfiRequired), licences = \(slot.licences), minimum_age = \(slot.minimumAge),
                record_check = \(slot.recordCheck), earmark_id = n.earmark_id, supervisor_id = n.supervisor_id,
                urgency = \(slot.urgency), permanent_post = \(slot.permanentPost), area = \(slot.area)
            FROM (SELECT u.id AS unit_id, r.id AS earmark_id, v.id AS supervisor_id FROM organisation_unit u
                LEFT JOIN referrer r ON r.municipality = u.municipality AND r.code = \(slot.earmark)
                LEFT JOIN supervisor v ON v.municipality = u.municipality AND v.code = \(slot.supervisor)
                WHERE u.municipality = \(slot.municipality) AND u.code = \(slot.unit)) AS n
            WHERE s.municipality = \(slot.municipality) AND s.id = \(id)
                AND (\(slot.earmark)::text IS NULL OR n.earmark_id IS NOT NULL)
                AND (\(slot.supervisor)::text IS NULL OR n.supervisor_id IS NOT NULL)
            """) == 1
    }

    package func lockParticipant(_ id: Identifier<Participant>, _ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            "SELECT 1 FROM participant WHERE municipality = \(municipality) AND id = \(id) FOR NO KEY UPDATE")
    }
}
