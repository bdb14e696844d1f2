public import Domain
public import Postgres

/// Somebody who may be named with `--as`: a role, and for some roles the unit or referrer that bounds it.
public struct UserRecord: Sendable, RowDecodable {
    public let id: Identifier<UserAccount>
    public let name: Code
    public let role: Role
    public let unit: Code?
    public let unitID: Identifier<OrganisationUnit>?
    public let referrer: Code?
    public let referrerID: Identifier<Referrer>?
    public let disabledOn: Day?

    public init(row: Row) throws {
        id = try row.value("id")
        name = try row.value("name")
        role = try row.value("role")
        unit = try row.value("unit")
        unitID = try row.value("unit_id")
        referrer = try row.value("referrer")
        referrerID = try row.value("referrer_id")
        disabledOn = try row.value("disabled_on")
    }
}

extension Connection {
    package func users(_ municipality: MunicipalityCode, name: Code? = nil) async throws -> [UserRecord] {
        try await query(
            """
            SELECT a.id, a.name, a.role, u.code AS unit, a.unit_id, r.code AS referrer, a.referrer_id, a.disabled_on
            FROM user_account a
            LEFT JOIN organisation_unit u ON u.municipality = a.municipality AND u.id = a.unit_id
            LEFT JOIN referrer r ON r.municipality = a.municipality AND r.id = a.referrer_id
            WHERE a.municipality = \(municipality) AND (\(name)::text IS NULL OR a.name = \(name))
            ORDER BY a.name COLLATE "C"
            """, as: UserRecord.self)
    }

    package func insertUser(
        _ municipality: MunicipalityCode, id: Identifier<UserAccount>, name: Code, role: Role,
        unit: Identifier<OrganisationUnit>?, referrer: Identifier<Referrer>?
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO user_account (municipality, id, name, role, unit_id, referrer_id)
            VALUES (\(municipality), \(id), \(name), \(role), \(unit), \(referrer))
            """)
    }

    package func disableUser(_ id: Identifier<UserAccount>, _ municipality: MunicipalityCode, on day: Day) async throws
    {
        _ = try await execute(
            "UPDATE user_account SET disabled_on = \(day) WHERE municipality = \(municipality) AND id = \(id)")
    }
}
