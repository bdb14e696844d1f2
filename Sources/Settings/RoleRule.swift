public import Domain

/// A value of the claim with roles, and what whoever has it is here: `VALUE=ROLE`, `VALUE=registrar@UNIT`,
/// `VALUE=referrer@REFERRER`, and `VALUE=coordinator+named` for the right to protected persons.
public struct RoleRule: Sendable, Hashable {
    public let value: String
    public let role: Role
    /// A registrar's unit or a referrer's officer's referrer; nil for the others.
    public let place: Code?
    public let isNamedOfficer: Bool

    private static let named = "+named"

    init(_ text: String) throws(SettingsError) {
        // The last one: a value may have `=` in it, as the names of groups in directories do.
        guard let equals = text.lastIndex(of: "=") else { throw .oidcRole(text) }
        value = Self.trimmed(text[..<equals])
        var rest = Self.trimmed(text[text.index(after: equals)...])
        isNamedOfficer = rest.hasSuffix(Self.named)
        if isNamedOfficer { rest.removeLast(Self.named.count) }
        let parts = rest.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let role = Role(rawValue: String(parts[0])), Role.signingIn.contains(role), !value.isEmpty,
            !isNamedOfficer || role == .coordinator
        else { throw .oidcRole(text) }
        self.role = role
        if parts.count > 1 {
            guard let code = try? Code(String(parts[1])) else { throw .oidcRole(text) }
            place = code
        } else {
            place = nil
        }
        guard (place != nil) == (role == .registrar || role == .referrer) else { throw .oidcRole(text) }
    }

    private static func trimmed(_ text: Substring) -> String {
        let head = text.drop { $0 == " " }
        return String(head.reversed().drop { $0 == " " }.reversed())
    }
}
