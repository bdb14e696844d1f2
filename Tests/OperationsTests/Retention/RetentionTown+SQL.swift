import Domain
import Statistics

extension RetentionTown {
    /// Writes everything as it stands, past the triggers: for a superuser.
    var script: String {
        "SET session_replication_role = replica;\n" + registers + people.map(rows).joined()
            + closedYears.map(snapshot).joined()
    }

    /// A closed year with a row for each of its people.
    private func snapshot(_ year: Int) -> String {
        let (id, digest) = (key(10, year), "repeat('0', 64)")
        let rows = people.filter { $0.year == year }.map { who in
            """
            INSERT INTO snapshot_row (municipality, snapshot_id, position, digest, salt, content, placement_id,
                participant_id) VALUES ('1485', \(id), \(who.number + 1), snapshot_row_digest('salt', '\(who.label)'), 'salt',
                '\(who.label)', \(key(6, who.number)), \(key(5, who.number)));

            """
        }
        return """
            INSERT INTO snapshot (municipality, id, period, kind, starts_on, ends_on, number, closed_on, closed_by,
                closed_role, rules, threshold, document, published, document_digest, published_digest, root_digest)
                VALUES ('1485', \(id), '\(year)', 'year', '\(year)-01-01', '\(year)-12-31', 1, '\(year + 1)-01-20', 'karin',
                'coordinator', '{}', 5, '{}', '{}', \(digest), \(digest), \(digest));
            \(rows.joined())
            """
    }

    private func key(_ kind: Int, _ number: Int) -> String {
        let digits = String(number)
        return "'0000\(kind + 10)00-0000-7000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)'"
    }

    private var registers: String {
        let slots = (2022...2026).map { year in
            """
            ('1485', \(key(3, year)), 'S\(year)', \(key(1, 1)), 'Park', 'arbetspraktik', '\(year)-01-10', '\(year)-05-29', 500,
                'offered')
            """
        }
        return """
            INSERT INTO organisation_unit (municipality, id, code, name, kind)
                VALUES ('1485', \(key(1, 1)), 'SB', 'Samhällsbyggnad', 'forvaltning');
            INSERT INTO referrer (municipality, id, code, name) VALUES ('1485', \(key(2, 1)), 'AMA', 'AMA');
            INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state)
                VALUES \(slots.joined(separator: ", "));
            INSERT INTO audit_head VALUES ('1485', 0, sha256(convert_to('1485', 'UTF8')));

            """
    }

    /// Each table that leads to a person, and more than one row where there may be.
    private func rows(_ who: RetentionPerson) -> String {
        let (m, n, y) = ("'1485'", who.number, who.year)
        let (person, referral, placement) = (key(4, n), key(5, n), key(6, n))
        let (outcome, link, message) = (key(7, n), key(8, n), key(9, n))
        return """
            INSERT INTO person VALUES (\(m), \(person), \(who.isProtected));
            INSERT INTO person_identifier (municipality, id, person_id, type, value, recorded_on)
                VALUES (\(m), uuid_v7(), \(person), 'personnummer', '\(who.identity)', '\(y)-01-02');
            INSERT INTO participant (municipality, id, person_id, referrer_id, reference, given_name, family_name, sex, email,
                phone, registered_on) VALUES (\(m), \(referral), \(person), \(key(2, 1)), '\(who.reference)',
                '\(who.givenName)', '\(who.familyName)', 'unknown', '\(who.email)', '\(who.phone)', '\(y)-01-02');
            INSERT INTO wish VALUES (\(m), \(referral), 1, \(key(3, y)));
            INSERT INTO course (municipality, id, participant_id, name, starts_on, ends_on, weekdays)
                VALUES (\(m), uuid_v7(), \(referral), 'Kurs för \(who.givenName)', '\(y)-01-05', '\(y)-02-01', 3);
            INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
                state_on, state_reason, started_on, ended_on) VALUES (\(m), \(placement), '\(who.placement)', \(referral),
                \(person), \(key(3, y)), '\(y)-02-02', '\(y)-05-29', 'completed', '\(y)-05-29', '\(who.words)',
                '\(y)-02-02', '\(y)-05-29');
            INSERT INTO placement_event (municipality, placement_id, ordinal, actor, to_state, correction, state_on, reason,
                slot_id, starts_on, ends_on) VALUES (\(m), \(placement), 1, '\(who.label)', 'completed', false,
                '\(y)-05-29', '\(who.words)', \(key(3, y)), '\(y)-02-02', '\(y)-05-29');
            INSERT INTO placement_answer (municipality, id, placement_id, party, answer, note, actor, role, answered_on)
                VALUES (\(m), uuid_v7(), \(placement), 'participant', 'accepted', '\(who.words)', '\(who.label)',
                'participant', '\(y)-01-20');
            INSERT INTO placement_ending (municipality, placement_id, attended_days, recorded_by)
                VALUES (\(m), \(placement), 40, 'karin');
            INSERT INTO agreement (municipality, placement_id, version, slot_id, starts_on, ends_on, goal, insurance, contact,
                minor, made_by) VALUES (\(m), \(placement), 1, \(key(3, y)), '\(y)-02-02', '\(y)-05-29',
                'Mål för \(who.givenName)', 'Kammarkollegiet', '\(who.phone)', false, 'karin');
            INSERT INTO agreement_approval (municipality, placement_id, version, party, approved_by, role)
                VALUES (\(m), \(placement), 1, 'participant', '\(who.label)', 'participant');
            INSERT INTO check_before_start (municipality, placement_id, version, check_name, done_on, recorded_by)
                VALUES (\(m), \(placement), 1, 'insurance', '\(y)-01-25', 'karin');
            INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status, source)
                VALUES (\(m), \(outcome), 'U\(n)', \(referral), \(person), \(placement), '\(y)-06-28', 'seeking',
                'coordinator');
            INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status, source,
                set_aside_by) VALUES (\(m), uuid_v7(), 'V\(n)', \(referral), \(person), \(placement), '\(y)-06-28',
                'unknown', 'host', \(outcome));
            INSERT INTO follow_up_report (municipality, id, placement_id, moment, source, note, outcome_id, told_on, actor,
                role) VALUES (\(m), uuid_v7(), \(placement), 30, 'coordinator', '\(who.words)', \(outcome), '\(y)-06-28',
                'karin', 'coordinator');
            INSERT INTO voice_answer (municipality, id, placement_id, occasion, tasks, alone, swedish, words, language,
                actor, role, answered_on) VALUES (\(m), uuid_v7(), \(placement), 'mid', 'no', 'no', 'no', '\(who.words)',
                'sv', '\(who.label)', 'participant', '\(y)-04-01');
            INSERT INTO complaint (municipality, id, code, placement_id, words, actor, role, made_on, handled_on, handled_by,
                note) VALUES (\(m), uuid_v7(), 'KL\(n)', \(placement), '\(who.words)', '\(who.label)', 'participant',
                '\(y)-04-01', \(held.contains(n) ? "NULL, NULL, NULL" : "'\(y)-04-02', 'karin', 'Talade med \(who.givenName)'"));
            INSERT INTO party_link (municipality, id, purpose, party, recipient_id, placement_id, created_at, expires_at)
                VALUES (\(m), \(link), 'voice', 'participant', \(referral), \(placement), '\(y)-04-01', '\(y)-05-01');
            INSERT INTO party_link_secret VALUES (\(m), \(link), sha256('\(n)'), '\(y)-04-01');
            INSERT INTO message (municipality, id, kind, party, recipient_id, placement_id, language, link_id, dedupe_key,
                state, posted_at, next_try_at, ended_at) VALUES (\(m), \(message), 'voice', 'participant', \(referral),
                \(placement), 'sv', \(link), 'voice \(who.placement)', 'sent', '\(y)-04-01', '\(y)-04-01', '\(y)-04-01');
            INSERT INTO message_attempt VALUES (\(m), \(message), 1, '\(y)-04-01', 'delivered', 250);

            """
    }
}
