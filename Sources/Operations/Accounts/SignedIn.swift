public import Domain
public import FoundationEssentials
import Secrets
import Store

/// Whoever a session belongs to.
public struct SignedIn: Sendable, Hashable, CustomStringConvertible {
    public let actor: Actor
    public let account: Identifier<UserAccount>
    public let session: Identifier<UserSession>
    public let displayName: String
    /// Goes into every form and comes back with it (a synchroniser token), so that no other site's form is taken for ours. Before
    /// its point it says whose form it is, to whoever knows the account already.
    public let formToken: String
    /// The language its owner has chosen, where they have.
    public let language: Language?
    /// When the session ends at the latest.
    public let expiresAt: Date

    /// Without the form's secret.
    public var description: String { "(\(actor.name), session \(session))" }

    /// Whether a form was ours. The comparison's time tells nothing.
    public func accepts(formToken given: String) -> Bool {
        ConstantTime.areEqual(given, formToken)
    }

    /// Whether a form was made for the same account, in this session or another. No proof that it was: anybody may say so.
    public func isOwner(ofFormToken given: String) -> Bool {
        given.utf8.count == formToken.utf8.count && Self.owner(ofFormToken: given) == Self.owner(ofFormToken: formToken)
    }

    private static func owner(ofFormToken token: String) -> Substring { token.prefix { $0 != "." } }

    private static func formToken(_ account: Identifier<UserAccount>, _ secret: Secret) -> String {
        "\(Digest.hex(of: "form \(account)", bytes: 8)).\(secret.derived(for: formPurpose))"
    }
}

/// A session that was just opened; the only time its token is seen.
public struct NewSession: Sendable, CustomStringConvertible {
    /// For the cookie.
    public let token: String
    public let signedIn: SignedIn

    /// Without the secret.
    public var description: String { "(session \(signedIn.session))" }
}

extension SignedIn {
    init(_ bearer: BearerRow, token: Token) {
        self.init(
            actor: Actor(bearer, token.municipality), account: bearer.account, session: Identifier(token.id),
            displayName: bearer.displayName?.rawValue ?? bearer.name.rawValue,
            formToken: Self.formToken(bearer.account, token.secret), language: bearer.language,
            expiresAt: bearer.expiresAt)
    }

    init(_ user: UserRecord, token: Token, expiresAt: Date) {
        self.init(
            actor: Actor(user, token.municipality), account: user.id, session: Identifier(token.id),
            displayName: user.shownName, formToken: Self.formToken(user.id, token.secret),
            language: user.language, expiresAt: expiresAt)
    }

    private static let formPurpose: StaticString = "form"
}

extension Actor {
    /// Whoever the account stands for.
    init(_ user: UserRecord, _ municipality: MunicipalityCode) {
        self.init(
            name: user.name.rawValue, role: user.role, municipality: municipality, unit: user.unitID,
            referrer: user.referrerID, isNamedOfficer: user.isNamedOfficer)
    }

    init(_ bearer: BearerRow, _ municipality: MunicipalityCode) {
        self.init(
            name: bearer.name.rawValue, role: bearer.role, municipality: municipality, unit: bearer.unit,
            referrer: bearer.referrer, isNamedOfficer: bearer.isNamedOfficer,
            scopes: bearer.scopes.map { Set($0.compactMap(TokenScope.init)) })
    }

    /// Nobody yet: whoever tries to sign in.
    static func visitor(_ municipality: MunicipalityCode) -> Actor {
        Actor(name: "–", role: .visitor, municipality: municipality)
    }
}
