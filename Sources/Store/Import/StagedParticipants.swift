package import Domain
package import Postgres

/// Referrals, and the persons behind them.
///
/// A national number says who a person is, whichever referrer states it: the holder of the number now, else its holder
/// before, else the person whose referral now states it for the first time. Without one, a referral that is there keeps its
/// person, and a new one brings a new person. Nothing here tells one referrer of another.
package enum StagedParticipants: StagedImport {
    package static let entity = "participant"

    package static var tables: [SQL] {
        [
            """
            CREATE TEMPORARY TABLE import_row (line integer, id uuid, fresh_person uuid, number_id uuid, referrer text,
                reference text, identity_type text, identity text, birth_date date, sex text, given_name text,
                family_name text, email text, phone text, language text, protected boolean, sfi_passed text,
                licences text[], record_check_shown_on date, occupations text[], wishes text[], available_from date,
                available_to date, weekdays smallint, minutes_per_day smallint, areas text[], priority smallint,
                purpose text, registered_on date, introduction_ended_on date, sfi_passed_on date) ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.*, 0 AS line, true AS is_new, t.person_id AS present_person, t.person_id AS fresh_person,
                t.id AS number_id, ''::text AS identity_type, ''::text AS identity, '{}'::text[] AS wishes
            FROM participant t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget(
        "import_row", "line", "id", "fresh_person", "number_id", "referrer", "reference", "identity_type", "identity",
        "birth_date", "sex", "given_name", "family_name", "email", "phone", "language", "protected", "sfi_passed",
        "licences", "record_check_shown_on", "occupations", "wishes", "available_from", "available_to", "weekdays",
        "minutes_per_day", "areas", "priority", "purpose", "registered_on", "introduction_ended_on",
        "sfi_passed_on")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL {
        """
        SELECT s.line, 'reference' AS at_column, 'duplicate' AS problem, d.first AS other FROM import_row s
        JOIN (SELECT referrer, reference, min(line) AS first FROM import_row GROUP BY referrer, reference
            HAVING count(*) > 1) d ON d.referrer = s.referrer AND d.reference = s.reference
        WHERE s.line > d.first
        \(Staged.missing("referrer", in: "referrer", "no_referrer", m))
        UNION ALL SELECT s.line, 'wishes', 'no_slot', NULL FROM import_row s
        WHERE s.wishes <> '{}' AND EXISTS (SELECT FROM unnest(s.wishes) w (code)
            LEFT JOIN slot x ON x.municipality = \(m) AND x.code = w.code WHERE x.id IS NULL)
        """
    }

    package static func resolve(_ scope: ImportScope) -> SQL {
        let m = scope.municipality
        return """
            INSERT INTO import_next (municipality, id, person_id, referrer_id, reference, given_name, family_name,
                birth_date, sex, email, phone, language, protected, sfi_passed, licences, record_check_shown_on,
                occupations, available_from, available_to, weekdays, minutes_per_day, areas, priority, purpose,
                registered_on, introduction_ended_on, sfi_passed_on, line, is_new, present_person, fresh_person, number_id,
                identity_type, identity, wishes)
            WITH numbered AS (
                SELECT DISTINCT ON (s.identity COLLATE "C") s.identity,
                    coalesce(i.person_id, t.person_id, s.fresh_person) AS person_id
                FROM import_row s
                JOIN referrer r ON r.municipality = \(m) AND r.code = s.referrer
                LEFT JOIN participant t ON t.municipality = \(m) AND t.referrer_id = r.id AND t.reference = s.reference
                LEFT JOIN person_identifier i ON i.municipality = \(m) AND i.value = s.identity
                    AND i.type <> 'reservnummer'
                WHERE s.identity IS NOT NULL AND s.identity_type <> 'reservnummer'
                ORDER BY s.identity COLLATE "C", i.id IS NULL, i.replaced_on IS NOT NULL, i.recorded_on DESC,
                    t.id IS NULL, s.line
            )
            SELECT \(m), coalesce(t.id, s.id), coalesce(o.person_id, t.person_id, s.fresh_person), r.id, s.reference,
                \(scope.pick("given_name", "s.given_name", else: "t.given_name")),
                \(scope.pick("family_name", "s.family_name", else: "t.family_name")),
                CASE WHEN s.birth_date IS NULL AND s.identity IS NULL AND t.id IS NOT NULL THEN t.birth_date
                    ELSE s.birth_date END,
                CASE WHEN s.sex = 'unknown' AND t.id IS NOT NULL AND NOT \(scope.columns.contains("sex")) THEN t.sex
                    ELSE s.sex END,
                \(scope.pick("email", "s.email", else: "t.email")), \(scope.pick("phone", "s.phone", else: "t.phone")),
                \(scope.pick("language", "s.language", else: "t.language")),
                \(scope.pick("protected", "s.protected", else: "t.protected")),
                \(scope.pick("sfi_passed", "s.sfi_passed", else: "t.sfi_passed")),
                \(scope.pick("licences", "s.licences", else: "t.licences")),
                \(scope.pick("record_check_shown_on", "s.record_check_shown_on", else: "t.record_check_shown_on")),
                \(scope.pick("occupations", "s.occupations", else: "t.occupations")),
                \(scope.pick("available_from", "s.available_from", else: "t.available_from")),
                \(scope.pick("available_to", "s.available_to", else: "t.available_to")),
                \(scope.pick("weekdays", "s.weekdays", else: "t.weekdays")),
                \(scope.pick("hours_per_day", "s.minutes_per_day", else: "t.minutes_per_day")),
                \(scope.pick("areas", "s.areas", else: "t.areas")),
                \(scope.pick("priority", "s.priority", else: "t.priority")),
                \(scope.pick("purpose", "s.purpose", else: "t.purpose")), s.registered_on,
                \(scope.pick("introduction_ended_on", "s.introduction_ended_on", else: "t.introduction_ended_on")),
                \(passedOn(scope)),
                s.line, t.id IS NULL, t.person_id, s.fresh_person, s.number_id, s.identity_type, s.identity, s.wishes
            FROM import_row s
            JOIN referrer r ON r.municipality = \(m) AND r.code = s.referrer
            LEFT JOIN participant t ON t.municipality = \(m) AND t.referrer_id = r.id AND t.reference = s.reference
            LEFT JOIN numbered o ON o.identity = s.identity AND s.identity_type <> 'reservnummer'
            """
    }

    /// The day of a course passed goes with the course: one that is stated anew without its day has none.
    private static func passedOn(_ scope: ImportScope) -> SQL {
        guard !scope.columns.contains("sfi_passed_on") else { return "s.sfi_passed_on" }
        guard scope.columns.contains("sfi_passed") else {
            return "CASE WHEN t.id IS NULL THEN s.sfi_passed_on ELSE t.sfi_passed_on END"
        }
        return "CASE WHEN s.sfi_passed = t.sfi_passed THEN t.sfi_passed_on END"
    }

    package static func recordFaults(_ scope: ImportScope) -> [SQL] {
        let m = scope.municipality
        // A number that moves a referral to another person brings its placements along; they must not overlap.
        return [
            """
            SELECT DISTINCT n.line, 'identity' AS at_column, 'person_taken' AS problem, NULL::integer AS other
            FROM import_next n
            JOIN placement p ON p.municipality = \(m) AND p.participant_id = n.id AND p.occupied_to IS NOT NULL
            JOIN placement q ON q.municipality = \(m) AND q.person_id = n.person_id AND q.participant_id <> n.id
                AND q.starts_on <= p.occupied_to AND q.occupied_to >= p.starts_on
            WHERE n.present_person <> n.person_id
            """
        ]
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        let m = scope.municipality
        let wishes = scope.columns.contains("wishes")
        return [
            Staged.created,
            """
            CREATE TEMPORARY TABLE import_number (line integer, person_id uuid, number_id uuid, type text, value text,
                known boolean, is_last boolean) ON COMMIT DROP
            """,
            // What is stated of people who are there already and is not their number now. A reserve number does not
            // replace a national one, and a number from before comes back only where nobody else states another.
            """
            INSERT INTO import_number (line, person_id, number_id, type, value, known, is_last)
            SELECT n.line, n.person_id, n.number_id, n.identity_type, n.identity, i.id IS NOT NULL,
                row_number() OVER (PARTITION BY n.person_id ORDER BY n.line DESC) = 1
            FROM import_next n
            LEFT JOIN person_identifier i ON i.municipality = \(m) AND i.person_id = n.person_id
                AND i.type = n.identity_type AND i.value = n.identity
            WHERE n.identity IS NOT NULL AND n.person_id <> n.fresh_person
                AND NOT EXISTS (SELECT FROM import_next f WHERE f.fresh_person = n.person_id)
                AND (i.id IS NULL OR i.replaced_on IS NOT NULL AND NOT n.is_new AND (SELECT count(*) FROM participant a
                    WHERE a.municipality = \(m) AND a.person_id = n.person_id) = 1)
                AND (n.identity_type <> 'reservnummer' OR NOT EXISTS (SELECT FROM person_identifier c
                    WHERE c.municipality = \(m) AND c.person_id = n.person_id AND c.replaced_on IS NULL
                        AND c.type <> 'reservnummer'))
            """,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id}'::text[]
            FROM import_next n JOIN participant t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND ((t.person_id, t.given_name, t.family_name, t.birth_date, t.sex, t.email, t.phone,
                    t.language, t.protected, t.sfi_passed, t.licences, t.record_check_shown_on, t.occupations,
                    t.available_from, t.available_to, t.weekdays, t.minutes_per_day, t.areas, t.priority, t.purpose,
                    t.registered_on, t.introduction_ended_on, t.sfi_passed_on)
                IS DISTINCT FROM (n.person_id, n.given_name, n.family_name, n.birth_date, n.sex, n.email, n.phone,
                    n.language, n.protected, n.sfi_passed, n.licences, n.record_check_shown_on, n.occupations,
                    n.available_from, n.available_to, n.weekdays, n.minutes_per_day, n.areas, n.priority, n.purpose,
                    n.registered_on, n.introduction_ended_on, n.sfi_passed_on)
                OR \(wishes) AND n.wishes IS DISTINCT FROM array(SELECT x.code::text FROM wish w
                    JOIN slot x ON x.municipality = w.municipality AND x.id = w.slot_id
                    WHERE w.municipality = \(m) AND w.participant_id = n.id ORDER BY w.rank)
                OR EXISTS (SELECT FROM import_number x WHERE x.line = n.line))
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        try await writePersons(connection, scope)
        _ = try await connection.execute(
            """
            INSERT INTO participant (municipality, id, person_id, referrer_id, reference, given_name, family_name,
                birth_date, sex, email, phone, language, protected, sfi_passed, licences, record_check_shown_on,
                occupations, available_from, available_to, weekdays, minutes_per_day, areas, priority, purpose,
                registered_on, introduction_ended_on, sfi_passed_on)
            SELECT municipality, id, person_id, referrer_id, reference, given_name, family_name, birth_date, sex, email,
                phone, language, protected, sfi_passed, licences, record_check_shown_on, occupations, available_from,
                available_to, weekdays, minutes_per_day, areas, priority, purpose, registered_on,
                introduction_ended_on, sfi_passed_on
            FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE participant t SET person_id = n.person_id, given_name = n.given_name, family_name = n.family_name,
                birth_date = n.birth_date, sex = n.sex, email = n.email, phone = n.phone, language = n.language,
                protected = n.protected, sfi_passed = n.sfi_passed, licences = n.licences,
                record_check_shown_on = n.record_check_shown_on, occupations = n.occupations,
                available_from = n.available_from, available_to = n.available_to, weekdays = n.weekdays,
                minutes_per_day = n.minutes_per_day, areas = n.areas, priority = n.priority, purpose = n.purpose,
                registered_on = n.registered_on, introduction_ended_on = n.introduction_ended_on,
                sfi_passed_on = n.sfi_passed_on
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
        if scope.columns.contains("wishes") { try await writeWishes(connection, scope) }
        try await writeNumbers(connection, scope)
        try await writeProtection(connection, scope)
    }
}
