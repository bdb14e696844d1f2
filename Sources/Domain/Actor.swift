/// Who asks for something, in what capacity and within what bounds; every operation takes one and audits it.
public struct Actor: Sendable, Hashable {
    /// The account's name, or the operating system's user; never a person's identity number.
    public var name: String
    public var role: Role
    public var municipality: MunicipalityCode
    /// A registrar's own unit, with the units below it.
    public var unit: Identifier<OrganisationUnit>?
    /// A referrer's own register.
    public var referrer: Identifier<Referrer>?
    public var supervisor: Identifier<Supervisor>?
    /// A participant's own person.
    public var person: Identifier<Person>?
    /// Whether the actor may see protected persons, where the role may at all: a right given by name.
    public var isNamedOfficer: Bool
    /// What a program's token is bounded to; nil for people, who are not.
    public var scopes: Set<TokenScope>?
    /// For whom the actor answers, where it is not for themselves.
    public var onBehalfOf: Role?
    /// Why, where a step demands it: acting for another, correcting a step.
    public var reason: Line?

    public init(
        name: String, role: Role, municipality: MunicipalityCode, unit: Identifier<OrganisationUnit>? = nil,
        referrer: Identifier<Referrer>? = nil, supervisor: Identifier<Supervisor>? = nil,
        person: Identifier<Person>? = nil, isNamedOfficer: Bool = false, scopes: Set<TokenScope>? = nil,
        onBehalfOf: Role? = nil, reason: Line? = nil
    ) {
        self.name = name
        self.role = role
        self.municipality = municipality
        self.unit = unit
        self.referrer = referrer
        self.supervisor = supervisor
        self.person = person
        self.isNamedOfficer = isNamedOfficer
        self.scopes = scopes
        self.onBehalfOf = onBehalfOf
        self.reason = reason
    }
}
