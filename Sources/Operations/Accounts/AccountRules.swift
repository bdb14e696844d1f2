public import Secrets

/// How long sign-ins and what leads to them last, and how often one may try.
public struct AccountRules: Sendable {
    /// How long a session may rest.
    public var idle: Duration = .seconds(60 * 60)
    /// How long a session lasts at most, however busy.
    public var lifetime: Duration = .seconds(12 * 60 * 60)
    /// How long an invitation or password reset is open.
    public var linkLife: Duration = .seconds(72 * 60 * 60)
    /// Attempts for one name, in one window.
    public var attemptsByAccount = 10
    /// Attempts from one address, in one window: more, since a whole town hall may stand behind one.
    public var attemptsByAddress = 60
    public var attemptWindow: Duration = .seconds(15 * 60)
    /// In days.
    public var longestTokenLife = 366
    public var hasher: PasswordHasher

    public init(hasher: PasswordHasher) {
        self.hasher = hasher
    }

    public static let standard = AccountRules(hasher: .shared)

    /// Uses are noted so often only, so that reading pages does not write rows.
    static let usesNotedEvery: Duration = .seconds(60)
}

extension Duration {
    /// In seconds.
    var interval: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
