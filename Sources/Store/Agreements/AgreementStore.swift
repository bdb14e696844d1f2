public import Domain
public import FoundationEssentials
public import Postgres

/// One version of a placement's agreement, with the names that people know and what it lacks.
public struct AgreementVersion: Sendable, RowDecodable {
    public let number: Int
    public let terms: AgreementTerms
    public let slotTitle: String
    public let slotKind: SlotKind
    public let unitName: String
    public let supervisorName: String?
    public let deputyName: String?
    /// Whether the participant is under 18 on the first day.
    public let isMinor: Bool
    public let madeAt: Date
    /// The account's name; nil for hosts, where it is not their own.
    public internal(set) var madeBy: String?
    /// Since when it holds; nil where it does not yet, or never did.
    public let inForceAt: Date?
    /// Whose word is missing.
    public let missingApprovals: [AgreementParty]
    public let missingChecks: [CheckBeforeStart]

    public init(row: Row) throws {
        number = try row.value("version")
        terms = try AgreementTerms(
            slot: row.value("slot"), period: row.period(), hoursPerDay: row.value("minutes_per_day"),
            beginsAt: row.value("begins_at"), weekdays: row.value("weekdays"), supervisor: row.value("supervisor"),
            deputy: row.value("deputy"), goal: row.value("goal"), languageGoal: row.value("language_goal"),
            insurance: row.value("insurance"), contact: row.value("contact"))
        slotTitle = try row.value("title")
        slotKind = try row.value("kind")
        unitName = try row.value("unit_name")
        supervisorName = try row.value("supervisor_name")
        deputyName = try row.value("deputy_name")
        isMinor = try row.value("minor")
        madeAt = try row.value("made_at")
        madeBy = try row.value("made_by")
        inForceAt = try row.value("in_force_at")
        missingApprovals = try row.value("missing_approvals", as: [String].self).compactMap(AgreementParty.init)
        missingChecks = try row.value("missing_checks", as: [String].self).compactMap(CheckBeforeStart.init)
    }

    /// As whoever has that account sees it, told of nobody else's.
    package func namingOnly(_ account: String) -> AgreementVersion {
        var version = self
        if madeBy != account { version.madeBy = nil }
        return version
    }
}

/// One party's word on a version.
public struct AgreementApproval: Sendable, RowDecodable {
    public let version: Int
    public let party: AgreementParty
    public let at: Date
    /// The account's name; nil for hosts, where it is not their own.
    public internal(set) var by: String?
    /// Why somebody else gave it, where somebody did.
    public let ground: AnswerGround?

    public init(row: Row) throws {
        version = try row.value("version")
        party = try row.value("party")
        at = try row.value("approved_at")
        by = try row.value("approved_by")
        ground = try row.value("ground")
    }

    /// As whoever has that account sees it, told of nobody else's.
    package func namingOnly(_ account: String) -> AgreementApproval {
        var approval = self
        if by != account { approval.by = nil }
        return approval
    }
}

extension Connection {
    /// Oldest first.
    package func agreementVersions(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [AgreementVersion] {
        try await query(
            """
            SELECT a.version, s.code AS slot, s.title, s.kind, u.name AS unit_name, a.starts_on, a.ends_on,
                a.minutes_per_day, a.begins_at, a.weekdays, v.code AS supervisor, v.name AS supervisor_name,
                d.code AS deputy, d.name AS deputy_name, a.goal, a.language_goal, a.insurance, a.contact, a.minor,
                a.made_at, a.made_by, a.in_force_at,
                agreement_missing_approvals(a.municipality, a.placement_id, a.version) AS missing_approvals,
                agreement_missing_checks(a.municipality, a.placement_id, a.version) AS missing_checks
            FROM agreement a
            JOIN slot s ON s.municipality = a.municipality AND s.id = a.slot_id
            JOIN organisation_unit u ON u.municipality = s.municipality AND u.id = s.unit_id
            LEFT JOIN supervisor v ON v.municipality = a.municipality AND v.id = a.supervisor_id
            LEFT JOIN supervisor d ON d.municipality = a.municipality AND d.id = a.deputy_id
            WHERE a.municipality = \(municipality) AND a.placement_id = \(placement)
            ORDER BY a.version
            """, as: AgreementVersion.self)
    }

    /// The unit that the newest version is made with, where it is not in force and can be approved.
    package func unitAwaited(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> Identifier<OrganisationUnit>? {
        try await query(
            """
            SELECT s.unit_id FROM agreement a
            JOIN placement p ON p.municipality = a.municipality AND p.id = a.placement_id
            JOIN slot s ON s.municipality = a.municipality AND s.id = a.slot_id
            WHERE a.municipality = \(municipality) AND a.placement_id = \(placement) AND a.in_force_at IS NULL
                AND p.state IN ('accepted', 'agreed', 'started') AND NOT EXISTS (SELECT FROM agreement n
                    WHERE n.municipality = a.municipality AND n.placement_id = a.placement_id AND n.version > a.version)
            """
        ).first?.value("unit_id")
    }

    /// In the order they were given.
    package func agreementApprovals(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [AgreementApproval] {
        try await query(
            """
            SELECT version, party, approved_at, approved_by, ground FROM agreement_approval
            WHERE municipality = \(municipality) AND placement_id = \(placement) ORDER BY approved_at, party
            """, as: AgreementApproval.self)
    }

    /// Writes a new version; its codes are looked up in the statement. Returns false when its slot or supervisors are not
    /// there.
    package func insertAgreement(
        _ terms: AgreementTerms, _ placement: Identifier<Placement>, _ municipality: MunicipalityCode, version: Int,
        isMinor: Bool, by actor: String
    ) async throws -> Bool {
        try await execute(
            """
            INSERT INTO agreement (municipality, placement_id, version, slot_id, starts_on, ends_on, minutes_per_day,
                begins_at, weekdays, supervisor_id, deputy_id, goal, language_goal, insurance, contact, minor, made_by)
            SELECT \(municipality), \(placement), \(version), s.id, \(terms.period.from), \(terms.period.to),
                \(terms.hoursPerDay), \(terms.beginsAt), \(terms.weekdays), v.id, d.id, \(terms.goal),
                \(terms.languageGoal), \(terms.insurance), \(terms.contact), \(isMinor), \(actor)
            FROM slot s
            LEFT JOIN supervisor v ON v.municipality = s.municipality AND v.code = \(terms.supervisor)
            LEFT JOIN supervisor d ON d.municipality = s.municipality AND d.code = \(terms.deputy)
            WHERE s.municipality = \(municipality) AND s.code = \(terms.slot)
                AND (\(terms.supervisor)::text IS NULL OR v.id IS NOT NULL)
                AND (\(terms.deputy)::text IS NULL OR d.id IS NOT NULL)
            """) == 1
    }

    package func insertApproval(
        _ party: AgreementParty, _ placement: Identifier<Placement>, _ municipality: MunicipalityCode, version: Int,
        by actor: Actor, ground: AnswerGround?
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO agreement_approval (municipality, placement_id, version, party, approved_by, role, ground)
            VALUES (\(municipality), \(placement), \(version), \(party), \(actor.name), \(actor.role), \(ground))
            """)
    }

    /// From now on the version holds: the placement's slot and days are its own, and its state the one given. The database
    /// refuses a version that lacks anything, and days or places that are taken.
    package func bringIntoForce(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode, version: Int, state: PlacementState,
        on day: Day, reason: Line?
    ) async throws {
        _ = try await execute(
            """
            UPDATE agreement SET in_force_at = clock_timestamp()
            WHERE municipality = \(municipality) AND placement_id = \(placement) AND version = \(version)
            """)
        // Asked of the days as they were; the new ones are asked about in their time.
        _ = try await execute(
            """
            UPDATE party_link l SET revoked_at = clock_timestamp()
            FROM placement p, agreement a
            WHERE l.municipality = \(municipality) AND l.placement_id = \(placement) AND l.used_at IS NULL
                AND l.revoked_at IS NULL AND l.purpose IN ('start_report', 'end_report')
                AND p.municipality = l.municipality AND p.id = l.placement_id AND a.municipality = l.municipality
                AND a.placement_id = l.placement_id AND a.version = \(version)
                AND (a.slot_id, a.starts_on, a.ends_on) <> (p.slot_id, p.starts_on, p.ends_on)
            """)
        _ = try await execute(
            """
            UPDATE placement p SET slot_id = a.slot_id, starts_on = a.starts_on, ends_on = a.ends_on,
                state = \(state), state_on = CASE WHEN p.state = \(state) THEN p.state_on ELSE \(day) END,
                state_reason = CASE WHEN p.state = \(state) THEN p.state_reason ELSE \(reason) END
            FROM agreement a
            WHERE p.municipality = \(municipality) AND p.id = \(placement) AND a.municipality = p.municipality
                AND a.placement_id = p.id AND a.version = \(version)
            """)
    }
}
