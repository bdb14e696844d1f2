public import Domain
public import Secrets

/// What accounts, links and tokens refuse. No sentence says whether an account exists to who may not know.
public enum AccountRefusal: PhrasedError, Equatable {
    /// The identity provider vouches for somebody who has no account here.
    case externalUnknown
    /// A link that is unknown, used, taken back or too old.
    case linkInvalid
    /// The password that is to be changed was not the right one.
    case passwordWrong
    /// A new password that is not taken.
    case password(PasswordFault)
    /// An account of a role that does not sign in, such as the operator's.
    case cannotSignIn(Role)
    /// Only a registrar's account has a unit, only a referrer's a referrer, and those must.
    case scope
    /// A role that is not the actor's to give or change.
    case roleNotYours(Role)
    /// The named officer's right for an account that is no coordinator's.
    case namedOfficerNeedsCoordinator
    /// A change to one's own account that would lock oneself out.
    case own
    case disabled
    case emailTaken
    /// A token's scope that its owner's role has no use for.
    case scopeNotYours(TokenScope)
    case scopesMissing
    case tokenNameTaken
    /// A token is made by its owner, or at the console.
    case tokenOfAnother
    /// A token that would let somebody in.
    case linkByToken
    /// How long a token may last.
    case tokenLife(days: Int)

    /// The refusal's name in the audit log and in JSON.
    public var code: String {
        switch self {
        case .externalUnknown: "external_unknown"
        case .linkInvalid: "link_invalid"
        case .passwordWrong: "password_wrong"
        case .password: "password"
        case .cannotSignIn: "cannot_sign_in"
        case .scope: "account_scope"
        case .roleNotYours: "role_not_yours"
        case .namedOfficerNeedsCoordinator: "named_officer_needs_coordinator"
        case .own: "own_account"
        case .disabled: "account_disabled"
        case .emailTaken: "email_taken"
        case .scopeNotYours: "scope_not_yours"
        case .scopesMissing: "scopes_missing"
        case .tokenNameTaken: "token_name_taken"
        case .tokenOfAnother: "token_of_another"
        case .linkByToken: "link_by_token"
        case .tokenLife: "token_life"
        }
    }

    public var phrase: Phrase {
        switch self {
        case .externalUnknown:
            Phrase(
                sv:
                    "Inloggningen lyckades, men här finns inget öppet konto för dig. Be kommunens administratör om ett.",
                en:
                    "You are signed in there, but have no open account here. Ask the municipality's administrator for one."
            )
        case .linkInvalid:
            Phrase(
                sv: "Länken gäller inte längre: den är använd, för gammal eller utbytt. Be administratören om en ny.",
                en: "The link is no longer valid: used, too old or replaced. Ask the administrator for a new one.")
        case .passwordWrong:
            Phrase(
                sv: "Det nuvarande lösenordet stämmer inte; skriv det igen.",
                en: "The present password is wrong; type it again.")
        case .password(let fault):
            fault.phrase
        case .cannotSignIn(let role):
            Phrase(
                sv: "Ett konto med rollen \(role.label.sv) loggar inte in.",
                en: "An account with the role \(role.label.en) does not sign in.")
        case .scope:
            Phrase(
                sv: "En registrator behöver en enhet, en anvisares handläggare en anvisare, andra roller ingetdera.",
                en: "A registrar needs a unit, a referrer's officer a referrer, other roles neither.")
        case .roleNotYours(let role):
            Phrase(
                sv: "Rollen \(role.label.sv) kan bara ges och ändras på serverns konsol.",
                en: "The role \(role.label.en) can be given and changed only at the server's console.")
        case .namedOfficerNeedsCoordinator:
            Phrase(
                sv: "Bara en samordnare kan få rätt att se skyddade personer.",
                en: "Only a coordinator can be given the right to protected persons.")
        case .own:
            Phrase(
                sv: "Du kan inte stänga av ditt eget konto eller byta din egen roll; be en annan administratör.",
                en: "You cannot disable your own account or change your own role; ask another administrator.")
        case .disabled:
            Phrase(sv: "Kontot är avstängt; öppna det först.", en: "The account is disabled; enable it first.")
        case .emailTaken:
            Phrase(
                sv: "Ett annat konto har redan e-postadressen; ange en annan.",
                en: "Another account has the e-mail address already; give another.")
        case .scopeNotYours(let scope):
            Phrase(
                sv: "Kontots roll, eller nyckeln du använder, räcker inte till behörigheten \(scope.rawValue).",
                en: "The account's role, or the token you use, does not reach to the scope \(scope.rawValue).")
        case .tokenNameTaken:
            Phrase(
                sv: "Kontot har redan en nyckel med det namnet; välj ett annat eller återkalla den.",
                en: "The account has a token of that name already; choose another or revoke it.")
        case .scopesMissing:
            Phrase(
                sv: "Välj minst en behörighet för nyckeln.", en: "Choose at least one scope for the token.")
        case .tokenOfAnother:
            Phrase(
                sv: "En nyckel skapas av den som ska äga den, eller på serverns konsol.",
                en: "A token is made by whoever is to own it, or at the server's console.")
        case .linkByToken:
            Phrase(
                sv: "Ett program kan inte göra länkar att logga in med; gör den på användarens sida.",
                en: "A program can make no links to sign in by; make it on the user's page.")
        case .tokenLife(let days):
            Phrase(
                sv: "En nyckel gäller minst 1 och högst \(days) dagar.",
                en: "A token lasts at least 1 and at most \(days) days.")
        }
    }
}
