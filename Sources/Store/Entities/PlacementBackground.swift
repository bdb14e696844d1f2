public import Domain
public import Postgres

/// What stands around a placement: the unit by name, who comes and with what, and whom to ask.
public struct PlacementBackground: Sendable, RowDecodable {
    public let unitName: String
    public let supervisorName: String?
    /// Who stands in for the supervisor.
    public let deputyName: String?
    /// When the supervisor was trained; nil where that is not known, or there is none.
    public let supervisorTrainedOn: Day?
    /// The first of its days on which the supervisor has more people than they take.
    public let supervisorFullOn: Day?
    public let givenName: Line?
    /// Nil for hosts, who are told the first name.
    public internal(set) var familyName: Line?
    public let sfiPassed: SFIPassed
    public let licences: [Keyword]
    /// What the person wants to learn.
    public let occupations: [SSYK]
    /// The coordinator who proposed it, by the account; nil if there is none of the name any more.
    public let proposer: String?
    public let proposerEmail: EmailAddress?

    public init(row: Row) throws {
        unitName = try row.value("unit_name")
        supervisorName = try row.value("supervisor_name")
        deputyName = try row.value("deputy_name")
        supervisorTrainedOn = try row.value("trained_on")
        supervisorFullOn = try row.value("full_on")
        givenName = try row.value("given_name")
        familyName = try row.value("family_name")
        sfiPassed = try row.value("sfi_passed", as: SFIPassed?.self) ?? .none
        licences = try row.value("licences")
        occupations = try row.value("occupations")
        proposer = try row.value("proposer")
        proposerEmail = try row.value("proposer_email")
    }

    /// As a host sees it.
    package var withoutFamilyName: PlacementBackground {
        var background = self
        background.familyName = nil
        return background
    }
}

extension Connection {
    package func placementBackground(
        _ id: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> PlacementBackground? {
        try await queryFirst(
            """
            SELECT u.name AS unit_name, v.name AS supervisor_name, d.name AS deputy_name, v.trained_on,
                supervisor_overfull_on(p.municipality, v.id, p.starts_on, coalesce(p.occupied_to, p.ends_on)) AS full_on, t.given_name, t.family_name, t.sfi_passed, t.licences,
                t.occupations, coalesce(a.display_name, a.name) AS proposer, a.email AS proposer_email
            FROM placement p
            JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
            JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
            JOIN organisation_unit u ON u.municipality = s.municipality AND u.id = s.unit_id
            LEFT JOIN supervisor v ON v.municipality = s.municipality AND v.id = \(.guide)
            LEFT JOIN supervisor d ON d.municipality = v.municipality AND d.id = v.deputy_id
            LEFT JOIN placement_event h ON h.municipality = p.municipality AND h.placement_id = p.id AND h.ordinal = 1
            LEFT JOIN user_account a ON a.municipality = p.municipality AND a.name = h.actor AND a.role = 'coordinator'
                AND a.disabled_on IS NULL
            WHERE p.municipality = \(municipality) AND p.id = \(id)
            """, as: PlacementBackground.self)
    }
}
