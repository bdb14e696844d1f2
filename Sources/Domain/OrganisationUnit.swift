/// A unit that hosts: a department or division of the municipality, its company or foundation, or a firm.
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct OrganisationUnit: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var code: Code
    public var name: Line
    public var kind: UnitKind
    public var parent: Code?
    public var email: EmailAddress?
    public var validFrom: Day?
    public var validTo: Day?
    public var successor: Code?

    public init(
        municipality: MunicipalityCode, code: Code, name: Line, kind: UnitKind, parent: Code? = nil,
        email: EmailAddress? = nil, validFrom: Day? = nil, validTo: Day? = nil, successor: Code? = nil
    ) {
        self.municipality = municipality
        self.code = code
        self.name = name
        self.kind = kind
        self.parent = parent
        self.email = email
        self.validFrom = validFrom
        self.validTo = validTo
        self.successor = successor
    }
}
