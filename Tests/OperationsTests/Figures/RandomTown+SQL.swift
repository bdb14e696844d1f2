import Domain

extension RandomTown {
    /// Writes everything as it stands, past the triggers: for a superuser.
    func script() throws -> String {
        "SET session_replication_role = replica;" + (try registers()) + (try slotRows()) + (try peopleRows())
            + (try placementRows()) + (try outcomeRows())
    }

    private func key(_ kind: Int, _ number: Int) -> String {
        let digits = String(number)
        return "'0000000\(kind)-0000-7000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)'"
    }

    private func day(_ number: Int?) throws -> String {
        guard let number else { return "NULL" }
        return "'\(try Day("2025-01-01").adding(number))'"
    }

    private func word(_ word: String?) -> String { word.map { "'\($0)'" } ?? "NULL" }

    private static func other(_ sfi: SFIPassed) -> String? { sfi == .notNeeded ? sfi.rawValue : nil }

    private func insert(_ table: String, _ columns: String, _ rows: [String]) -> String {
        rows.isEmpty
            ? "" : "INSERT INTO \(table) (municipality, id, \(columns)) VALUES \(rows.joined(separator: ","));\n"
    }

    private func registers() throws -> String {
        try insert(
            "organisation_unit", "code, name, kind, parent_id, valid_from, valid_to, successor_id",
            Self.parents.enumerated().map { unit, parent in
                let life = lives[unit]
                let kind = unit == 2 ? "bolag" : parent == nil ? "forvaltning" : "avdelning"
                return "('1485', \(key(1, unit)), 'E\(unit)', 'E', '\(kind)', \(parent.map { key(1, $0) } ?? "NULL"),"
                    + "\(try day(life.from)), \(try day(life.to)), \(life.successor.map { key(1, $0) } ?? "NULL"))"
            })
            + insert(
                "referrer", "code, name", (0..<Self.referrers).map { "('1485', \(key(2, $0)), 'A\($0)', 'A')" })
    }

    private func slotRows() throws -> String {
        try insert(
            "slot",
            "code, unit_id, title, kind, starts_on, ends_on, places, earmark_id, purpose, ssyk, urgency, state, withdrawn_on",
            slots.map {
                "('1485', \(key(3, $0.number)), 'S\($0.number)', \(key(1, $0.unit)), 'S', '\($0.kind.rawValue)',"
                    + "\(try day($0.from)), \(try day($0.to)), \($0.places),"
                    + "\($0.earmark.map { key(2, $0) } ?? "NULL"), \(word($0.purpose?.rawValue)), \(word($0.ssyk)),"
                    + "\(word($0.urgency?.rawValue)), '\($0.state.rawValue)', \(try day($0.withdrawnOn)))"
            })
            + insert(
                "slot_withdrawal", "slot_id, places, withdrawn_on, reason",
                slots.flatMap { slot in
                    try slot.withdrawals.map {
                        "('1485', \(key(9, slot.number)), \(key(3, slot.number)), \($0.places), \(try day($0.on)), 'x')"
                    }
                })
    }

    private func peopleRows() throws -> String {
        let persons = Set(participants.map(\.person)).sorted()
        return "INSERT INTO person (municipality, id) VALUES "
            + persons.map { "('1485', \(key(4, $0)))" }.joined(separator: ",") + ";\n"
            + (try insert(
                "participant",
                "person_id, referrer_id, reference, sex, registered_on, introduction_ended_on, birth_date, sfi_passed,"
                    + "sfi_passed_on",
                participants.map {
                    "('1485', \(key(5, $0.number)), \(key(4, $0.person)), \(key(2, $0.referrer)), 'D\($0.number)',"
                        + "'\($0.sex.rawValue)', \(try day($0.registeredOn)), \(try day($0.introductionEndedOn)),"
                        + "\(word($0.birthDate?.description)), \(word($0.sfi.course?.rawValue ?? Self.other($0.sfi))),"
                        + "\(try day($0.sfiOn)))"
                }))
    }

    private func placementRows() throws -> String {
        try insert(
            "placement",
            "code, participant_id, person_id, slot_id, starts_on, ends_on, state, state_on, state_reason, started_on,"
                + "ended_on",
            placements.map {
                "('1485', \(key(6, $0.number)), 'K\($0.number)', \(key(5, $0.participant)), \(key(4, $0.person)),"
                    + "\(key(3, $0.slot)), \(try day($0.from)), \(try day($0.to)), '\($0.state.rawValue)',"
                    + "\(try day($0.stateOn)), 'x', \(try day($0.startedOn)), \(try day($0.endedOn)))"
            })
    }

    private func outcomeRows() throws -> String {
        try insert(
            "outcome",
            "code, participant_id, person_id, placement_id, checked_on, status, form, employer, starts_on, ends_on,"
                + "student_aid",
            outcomes.map {
                "('1485', \(key(7, $0.number)), '\($0.code)', \(key(5, $0.participant)), \(key(4, $0.person)),"
                    + "\($0.placement.map { key(6, $0) } ?? "NULL"), \(try day($0.checkedOn)), '\($0.status.rawValue)',"
                    + "\(word($0.form?.rawValue)), \(word($0.employer?.rawValue)), \(try day($0.from)), \(try day($0.to)),"
                    + "\($0.studentAid.map(String.init) ?? "NULL"))"
            })
    }
}

extension RandomTown.Outcome {
    /// As long as the others, so that codes and numbers sort alike.
    var code: String { "U\(1_000 + number)" }
}
