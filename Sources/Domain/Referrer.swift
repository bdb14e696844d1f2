/// Who refers participants: adult education, the labour-market department, social services …
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct Referrer: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var code: Code
    public var name: Line
    public var email: EmailAddress?

    public init(
        municipality: MunicipalityCode, code: Code, name: Line, email: EmailAddress? = nil
    ) {
        self.municipality = municipality
        self.code = code
        self.name = name
        self.email = email
    }
}
