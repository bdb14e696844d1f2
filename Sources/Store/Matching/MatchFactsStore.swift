package import Domain
package import Postgres

extension SlotFacts: RowDecodable {
    package init(row: Row) throws {
        let withdrawnDays: [Day] = try row.value("withdrawal_days")
        let withdrawnPlaces: [Int] = try row.value("withdrawal_places")
        let takenFrom: [Day] = try row.value("taken_from")
        let takenTo: [Day] = try row.value("taken_to")
        self.init(
            code: try row.value("code"), unit: try row.value("unit"), title: try row.value("title"),
            state: try row.value("state"), ssyk: try row.value("ssyk"), kind: try row.value("kind"),
            purpose: try row.value("purpose"), period: try row.period(), places: try row.value("places"),
            withdrawals: zip(withdrawnDays, withdrawnPlaces).map { Withdrawal(on: $0, places: $1) },
            withdrawnOn: try row.value("withdrawn_on"), minutesPerDay: try row.value("minutes_per_day"),
            weekdays: try row.value("weekdays", as: Weekdays?.self) ?? .mondayToFriday,
            sfiRequired: try row.value("sfi_required"), licences: try row.value("licences"),
            minimumAge: try row.value("minimum_age"),
            recordCheck: try row.value("record_check", as: Bool?.self) ?? false,
            earmark: try row.value("earmark"), supervisor: try row.value("supervisor"),
            urgency: try row.value("urgency", as: Urgency?.self) ?? .normal,
            permanentPost: try row.value("permanent_post", as: Bool?.self) ?? false, area: try row.value("area"),
            taken: try zip(takenFrom, takenTo).map { try Period(from: $0, to: $1) },
            unconfirmedSince: try row.value("unconfirmed_since"), trainedFrom: try row.value("trained_from"),
            demandsTraining: try row.value("demands_training"))
    }
}

extension ReferralFacts: RowDecodable {
    package init(row: Row) throws {
        let type: IdentityType? = try row.value("identity_type")
        let number: String? = try row.value("identity")
        let identity = type.flatMap { type in number.map { IdentityNumber(stored: $0, type: type) } }
        self.init(
            referrer: try row.value("referrer"), reference: try row.value("reference"),
            // Of a number with an unknown month or day, the youngest the person can be.
            birthDate: try identity?.birthDate?.latest ?? row.value("birth_date"),
            sfiPassed: try row.value("sfi_passed", as: SFIPassed?.self) ?? .none,
            licences: try row.value("licences"), recordCheckShownOn: try row.value("record_check_shown_on"),
            occupations: try row.value("occupations"), wishes: try row.value("wishes"),
            availableFrom: try row.value("available_from"), availableTo: try row.value("available_to"),
            weekdays: try row.value("weekdays", as: Weekdays?.self) ?? .mondayToFriday,
            minutesPerDay: try row.value("minutes_per_day"), areas: try row.value("areas"),
            priority: try row.value("priority"), purpose: try row.value("purpose"),
            registeredOn: try row.value("registered_on"))
    }
}

/// A referral with the person it belongs to.
private struct ReferralRow: RowDecodable {
    let person: Identifier<Person>
    let isProtected: Bool
    let facts: ReferralFacts

    init(row: Row) throws {
        person = try row.value("person_id")
        isProtected = try row.value("person_protected")
        facts = try ReferralFacts(row: row)
    }
}

extension Connection {
    /// Slots as matching sees them, by their codes.
    ///
    /// - Parameters:
    ///   - earliestEnd: only those of a round, offered and not over before this day; of any state and time when nil.
    ///   - day: placements that are over before this day are not looked at.
    ///   - rules: what the municipality has settled about slots.
    ///   - code: only this slot.
    package func matchSlots(
        _ municipality: MunicipalityCode, endingFrom earliestEnd: Day?, takenFrom day: Day, rules: SlotRules,
        code: Code? = nil
    ) async throws -> [SlotFacts] {
        let inRound: SQL = earliestEnd.map { "AND s.state = 'offered' AND s.ends_on >= \($0)" } ?? ""
        let named: SQL = code.map { "AND s.code = \($0)" } ?? ""
        return try await query(
            """
            SELECT s.code, u.code AS unit, s.title, s.state, s.ssyk, s.kind, s.purpose, s.starts_on, s.ends_on, s.places,
                s.withdrawn_on, s.minutes_per_day, s.weekdays, s.sfi_required, s.licences, s.minimum_age, s.record_check,
                r.code AS earmark, v.code AS supervisor, s.urgency, s.permanent_post, s.area,
                array(SELECT w.withdrawn_on FROM slot_withdrawal w
                    WHERE w.municipality = s.municipality AND w.slot_id = s.id ORDER BY w.withdrawn_on, w.places)
                    AS withdrawal_days,
                array(SELECT w.places FROM slot_withdrawal w
                    WHERE w.municipality = s.municipality AND w.slot_id = s.id ORDER BY w.withdrawn_on, w.places)
                    AS withdrawal_places,
                coalesce(t.starts, '{}') AS taken_from, coalesce(t.ends, '{}') AS taken_to,
                CASE WHEN s.state = 'offered' AND \(SlotDetail.confirmed) <= \(rules.dormantBy)
                    THEN \(SlotDetail.confirmed) END AS unconfirmed_since,
                CASE WHEN \(rules.training) <> 'off' AND v.id IS NOT NULL
                    THEN coalesce(v.trained_on, \(Day.latest)) END AS trained_from,
                CASE WHEN \(rules.training) = 'block' AND v.id IS NOT NULL THEN true END AS demands_training
            FROM slot s
            JOIN organisation_unit u ON u.municipality = s.municipality AND u.id = s.unit_id
            LEFT JOIN referrer r ON r.municipality = s.municipality AND r.id = s.earmark_id
            LEFT JOIN supervisor v ON v.municipality = s.municipality AND v.id = s.supervisor_id
            LEFT JOIN LATERAL (
                SELECT array_agg(p.starts_on ORDER BY p.starts_on, p.ends_on, p.id) AS starts,
                    array_agg(coalesce(p.occupied_to, p.ends_on) ORDER BY p.starts_on, p.ends_on, p.id) AS ends
                FROM placement p
                WHERE p.municipality = s.municipality AND p.slot_id = s.id
                    AND (p.occupied_to >= \(day) OR (p.state = 'proposed' AND p.ends_on >= \(day)))
                    -- Somebody interrupted before the first day never took one.
                    AND coalesce(p.occupied_to, p.ends_on) >= p.starts_on
            ) t ON true
            WHERE s.municipality = \(municipality) \(inRound) \(named)
            ORDER BY s.code COLLATE "C"
            """, as: SlotFacts.self)
    }

    /// People as matching sees them, by their referrals.
    ///
    /// - Parameters:
    ///   - firstDay: only with the referrals of a round, which have not run out before this day; with all when nil.
    ///   - day: placements that are over before this day are not looked at.
    ///   - referral: only the person who has this one.
    package func matchPeople(
        _ municipality: MunicipalityCode, availableFrom firstDay: Day?, busyFrom day: Day,
        having referral: ReferralLabel? = nil
    ) async throws -> [PersonFacts] {
        let inRound: SQL = firstDay.map { "AND coalesce(t.available_to >= \($0), true)" } ?? ""
        let named: SQL =
            referral.map {
                """
                AND t.person_id IN (SELECT o.person_id FROM participant o
                    JOIN referrer q ON q.municipality = o.municipality AND q.id = o.referrer_id
                    WHERE o.municipality = \(municipality) AND o.reference = \($0.reference)
                        AND q.code = \($0.referrer))
                """
            } ?? ""
        let referrals = try await query(
            """
            SELECT t.person_id, e.protected AS person_protected, r.code AS referrer, t.reference, t.birth_date,
                i.type AS identity_type, i.value AS identity, t.sfi_passed, t.licences, t.record_check_shown_on,
                t.occupations, array(SELECT s.code::text FROM wish w
                    JOIN slot s ON s.municipality = w.municipality AND s.id = w.slot_id
                    WHERE w.municipality = t.municipality AND w.participant_id = t.id ORDER BY w.rank) AS wishes,
                t.available_from, t.available_to, t.weekdays, t.minutes_per_day, t.areas, t.priority, t.purpose,
                t.registered_on
            FROM participant t
            JOIN person e ON e.municipality = t.municipality AND e.id = t.person_id
            JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
            LEFT JOIN LATERAL (SELECT x.type, x.value FROM person_identifier x
                WHERE x.municipality = t.municipality AND x.person_id = t.person_id AND x.replaced_on IS NULL
                ORDER BY x.recorded_on DESC, x.id DESC LIMIT 1) i ON true
            WHERE t.municipality = \(municipality) \(inRound) \(named)
            ORDER BY r.code COLLATE "C", t.reference COLLATE "C"
            """, as: ReferralRow.self)
        let busy = try await busyDays(municipality, from: day)
        var order: [Identifier<Person>] = []
        var people: [Identifier<Person>: PersonFacts] = [:]
        for row in referrals {
            if people[row.person]?.referrals.append(row.facts) == nil {
                order.append(row.person)
                people[row.person] = PersonFacts(
                    isProtected: row.isProtected, referrals: [row.facts], busy: busy[row.person] ?? [])
            }
        }
        return order.compactMap { people[$0] }
    }

    /// The referrals of everybody protected, as runs name them: `REFERRER/REFERENCE`.
    package func protectedReferrals(_ municipality: MunicipalityCode) async throws -> Set<String> {
        let rows = try await query(
            """
            SELECT r.code || '/' || t.reference AS label FROM person e
            JOIN participant t ON t.municipality = e.municipality AND t.person_id = e.id
            JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
            WHERE e.municipality = \(municipality) AND e.protected
            """)
        return Set(try rows.map { try $0.value("label", as: String.self) })
    }

    /// The days on which people hold a place or are proposed for one, from a day on.
    private func busyDays(
        _ municipality: MunicipalityCode, from day: Day
    ) async throws -> [Identifier<Person>: [Period]] {
        let rows = try await query(
            """
            SELECT p.person_id, p.starts_on, coalesce(p.occupied_to, p.ends_on) AS ends_on FROM placement p
            WHERE p.municipality = \(municipality)
                AND (p.occupied_to >= \(day) OR (p.state = 'proposed' AND p.ends_on >= \(day)))
                AND coalesce(p.occupied_to, p.ends_on) >= p.starts_on
            ORDER BY p.starts_on, p.ends_on, p.id
            """)
        var busy: [Identifier<Person>: [Period]] = [:]
        for row in rows {
            busy[try row.value("person_id"), default: []].append(try row.period())
        }
        return busy
    }
}
