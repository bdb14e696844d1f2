import Domain
import Postgres

// What an import of participants writes beside the referrals: the persons, their wishes, numbers and protection.

extension StagedParticipants {
    /// A new person has the key that the first row of theirs brought.
    static func writePersons(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO person (municipality, id, protected)
            SELECT \(scope.municipality), person_id, protected FROM import_next WHERE person_id = fresh_person
            """)
        _ = try await connection.execute(
            """
            INSERT INTO person_identifier (municipality, id, person_id, type, value, recorded_on)
            SELECT \(scope.municipality), number_id, person_id, identity_type, identity, \(scope.today)
            FROM import_next WHERE person_id = fresh_person AND identity IS NOT NULL
            """)
    }

    static func writeWishes(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            DELETE FROM wish w USING import_change c
            WHERE w.municipality = \(scope.municipality) AND w.participant_id = c.id AND c.change = 'updated'
            """)
        _ = try await connection.execute(
            """
            INSERT INTO wish (municipality, participant_id, rank, slot_id)
            SELECT n.municipality, n.id, w.rank, x.id
            FROM import_next n
            JOIN import_change c ON c.id = n.id
            CROSS JOIN LATERAL unnest(n.wishes) WITH ORDINALITY w (code, rank)
            JOIN slot x ON x.municipality = \(scope.municipality) AND x.code = w.code
            WHERE n.wishes <> '{}'
            """)
    }

    /// Numbers that changed: the new one holds, the ones before are kept as history under the same person.
    static func writeNumbers(_ connection: Connection, _ scope: ImportScope) async throws {
        let m = scope.municipality
        _ = try await connection.execute(
            """
            UPDATE person_identifier i SET person_id = n.person_id, replaced_on = coalesce(i.replaced_on, \(scope.today))
            FROM import_next n
            WHERE i.municipality = \(m) AND n.present_person <> n.person_id AND i.person_id = n.present_person
                AND NOT EXISTS (SELECT FROM participant a WHERE a.municipality = \(m) AND a.person_id = i.person_id)
            """)
        _ = try await connection.execute(
            """
            UPDATE person_identifier i SET replaced_on = \(scope.today)
            FROM import_number x
            WHERE i.municipality = \(m) AND i.person_id = x.person_id AND x.is_last AND i.replaced_on IS NULL
            """)
        _ = try await connection.execute(
            """
            INSERT INTO person_identifier (municipality, id, person_id, type, value, recorded_on, replaced_on)
            SELECT DISTINCT ON (x.person_id, x.type, x.value) \(m), x.number_id, x.person_id, x.type, x.value,
                \(scope.today), CASE WHEN NOT x.is_last THEN \(scope.today)::date END
            FROM import_number x WHERE NOT x.known ORDER BY x.person_id, x.type, x.value, x.line DESC
            """)
        _ = try await connection.execute(
            """
            UPDATE person_identifier i SET replaced_on = NULL
            FROM import_number x
            WHERE i.municipality = \(m) AND i.person_id = x.person_id AND i.type = x.type AND i.value = x.value
                AND x.known AND x.is_last
            """)
    }

    /// Protected by any referral's word; also the person a referral left.
    static func writeProtection(_ connection: Connection, _ scope: ImportScope) async throws {
        let m = scope.municipality
        _ = try await connection.execute(
            """
            UPDATE person e SET protected = true FROM import_next n
            WHERE e.municipality = \(m) AND e.id = n.person_id AND n.protected AND NOT e.protected
            """)
        _ = try await connection.execute(
            """
            UPDATE person e SET protected = false
            FROM import_change c JOIN import_next n ON n.id = c.id
            WHERE c.change = 'updated' AND e.municipality = \(m) AND e.id IN (n.person_id, n.present_person)
                AND e.protected AND NOT EXISTS (SELECT FROM participant a
                    WHERE a.municipality = \(m) AND a.person_id = e.id AND a.protected)
            """)
    }
}
