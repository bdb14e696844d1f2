import Domain
import Postgres
import Store

extension StatedTown {
    /// Writes it all; the rows in another order where that is asked for, which must not change a figure.
    static func make(_ pool: Pool, reversed: Bool = false) async throws {
        func ordered<T>(_ rows: [T]) -> [T] { reversed ? rows.reversed() : rows }
        try await pool.transaction(for: MunicipalityCode(code), by: "test", as: .operator) { connection in
            for statement in registers { try await connection.execute(statement) }
            for slot in ordered(slots) { try await connection.execute(insert(slot)) }
            for (number, person) in ordered(Array(people.enumerated())) {
                for statement in try insert(person, number) { try await connection.execute(statement) }
            }
            // What was agreed elsewhere, as an import states it.
            try await connection.execute("SELECT set_config('praktik.import', 'on', true)")
            for placement in ordered(placements) {
                try await connection.execute(
                    """
                    INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on,
                        state, state_on)
                    SELECT i.municipality, uuid_v7(), \(placement.code), i.id, i.person_id, s.id, \(try Day(placement.from)),
                        \(try Day(placement.to)), 'proposed', \(try Day(placement.from))
                    FROM participant i, slot s WHERE i.reference = \(placement.person) AND s.code = \(placement.slot)
                    """)
                for (state, on) in placement.steps {
                    try await connection.execute(
                        """
                        UPDATE placement SET state = \(state), state_on = \(try Day(on)), state_reason = 'skäl'
                        WHERE code = \(placement.code)
                        """)
                }
            }
            for statement in withdrawals { try await connection.execute(statement) }
            try await connection.execute(
                """
                INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status,
                    employer, form, starts_on, ends_on, student_aid)
                SELECT '1485', uuid_v7(), o.code, i.id, i.person_id, p.id, o.checked_on::date, o.status, o.employer, o.form,
                    o.starts_on::date, o.ends_on::date, o.student_aid
                FROM (\(outcomes)) AS o (code, participant, placement, checked_on, status, employer, form, starts_on,
                    ends_on, student_aid)
                JOIN participant i ON i.reference = o.participant
                LEFT JOIN placement p ON p.code = o.placement
                """)
        }
    }

    private static let registers: [SQL] = [
        """
        INSERT INTO organisation_unit (municipality, id, code, name, kind) VALUES
            ('1485', uuid_v7(), 'SB', 'Samhällsbyggnad', 'forvaltning'),
            ('1485', uuid_v7(), 'KLK', 'Kommunledningskontoret', 'forvaltning'),
            ('1485', uuid_v7(), 'KF', 'Kultur och fritid', 'forvaltning'),
            ('1485', uuid_v7(), 'UE', 'Uddevalla Energi', 'bolag')
        """,
        """
        INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id, valid_to, successor_id)
        SELECT '1485', uuid_v7(), v.code, v.name, v.kind, CASE WHEN v.code = 'SB-P' THEN u.id END, v.valid_to::date,
            CASE WHEN v.code = 'TEK' THEN u.id END
        FROM organisation_unit u
        CROSS JOIN (VALUES ('SB-P', 'Park', 'avdelning', NULL), ('TEK', 'Tekniska', 'forvaltning', '2026-06-30'))
            AS v (code, name, kind, valid_to)
        WHERE u.code = 'SB'
        """,
        """
        INSERT INTO referrer (municipality, id, code, name) VALUES
            ('1485', uuid_v7(), 'AMA', 'Arbetsmarknadsavdelningen'), ('1485', uuid_v7(), 'INV', 'Invandrarservice')
        """,
    ]

    /// After the placements, since places must not be withdrawn from under people.
    private static let withdrawals: [SQL] = [
        """
        UPDATE slot SET state = 'withdrawn', withdrawn_reason = 'Handledaren slutar', withdrawn_on = '2026-02-01'
        WHERE code = 'H'
        """,
        """
        INSERT INTO slot_withdrawal (municipality, id, slot_id, places, withdrawn_on, reason)
        SELECT '1485', uuid_v7(), s.id, 1, '2026-09-01', 'Färre handledare' FROM slot s WHERE s.code = 'B'
        """,
    ]

    private static func insert(_ slot: Slot) throws -> SQL {
        """
        INSERT INTO slot (municipality, id, code, unit_id, title, kind, purpose, ssyk, urgency, starts_on, ends_on, places,
            state)
        SELECT '1485', uuid_v7(), \(slot.code), u.id, 'Plats', \(slot.kind), \(slot.purpose), \(slot.ssyk), \(slot.urgency),
            \(try Day(slot.from)), \(try Day(slot.to)), \(slot.places), \(slot.state)
        FROM organisation_unit u WHERE u.code = \(slot.unit)
        """
    }

    private static func insert(_ person: Person, _ number: Int) throws -> [SQL] {
        let key = "00000000-0000-7000-8000-0000000000\(number + 10)"
        return [
            "INSERT INTO person (municipality, id) VALUES ('1485', \(key)::text::uuid)",
            """
            INSERT INTO participant (municipality, id, person_id, referrer_id, reference, given_name, sex, birth_date,
                registered_on, sfi_passed, sfi_passed_on, introduction_ended_on)
            SELECT '1485', uuid_v7(), \(key)::text::uuid, r.id, \(person.name), 'Namn', \(person.sex),
                \(try person.born.map { try Day($0) }), \(try Day(person.registered)), \(person.sfi),
                \(try person.sfiOn.map { try Day($0) }), \(try person.introduced.map { try Day($0) })
            FROM referrer r WHERE r.code = \(person.referrer)
            """,
        ]
    }
}
