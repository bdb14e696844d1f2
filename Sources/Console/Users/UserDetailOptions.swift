import ArgumentParser
import Domain
import Operations

/// What an account is, apart from its role.
struct UserDetailOptions: ParsableArguments {
    @Option(help: .phrase(sv: "Registratorns enhet.", en: "The registrar's unit."), transform: value { try Code($0) })
    var unit: Code?
    @Option(help: .phrase(sv: "Anvisaren.", en: "The referrer."), transform: value { try Code($0) })
    var referrer: Code?
    @Option(
        help: .phrase(sv: "Vad personen heter.", en: "What the person is called.", valueName: "name"),
        transform: value { try Line($0) })
    var displayName: Line?
    @Option(
        help: .phrase(
            sv: "E-postadress; en extern inloggning hittar kontot på den.",
            en: "E-mail address; a sign-in through a provider finds the account by it.", valueName: "address"),
        transform: value { try EmailAddress($0) })
    var email: EmailAddress?
    @Flag(
        inversion: .prefixedNo,
        help: .phrase(
            sv: "Samordnaren får se personer med skyddade uppgifter.",
            en: "The coordinator may see persons with protected identity."))
    var namedOfficer: Bool?

    /// These over what an account has; another role takes what bound the old one away.
    func applied(to present: UserDetails, role: Role) -> UserDetails {
        UserDetails(
            role: role, unit: unit ?? (role == .registrar ? present.unit : nil),
            referrer: referrer ?? (role == .referrer ? present.referrer : nil),
            displayName: displayName ?? present.displayName, email: email ?? present.email, language: present.language,
            isNamedOfficer: namedOfficer ?? (role == .coordinator && present.isNamedOfficer))
    }
}

/// Reads a role that an account may have.
let accountRole: @Sendable (String) throws -> Role = { text in
    let role = try word(Role.self)(text)
    guard Role.ofAccounts.contains(role) else {
        let words = Role.ofAccounts.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            Phrase(
                sv: "Rollen har inget konto: välj bland \(words).",
                en: "The role has no account: choose among \(words)."
            )
            .help)
    }
    return role
}
