public import Domain

/// How mail is sent, and from where.
public struct MailOffice: Sendable {
    /// Whom messages are from.
    public let sender: EmailAddress
    /// What links begin with, no slash at the end.
    public let base: String
    public var rules = MailRules()

    public init(sender: EmailAddress, base: String, rules: MailRules = MailRules()) {
        self.sender = sender
        self.base = base
        self.rules = rules
    }
}

/// How often and for how long a message is tried.
public struct MailRules: Sendable {
    /// After the first attempt; twice as long after each that follows.
    public var firstPause: Duration = .seconds(60)
    public var longestPause: Duration = .seconds(4 * 60 * 60)
    /// After the first attempt; a message that has not been taken by then is given up.
    public var givenUpAfter: Duration = .seconds(3 * 24 * 60 * 60)
    /// When an attempt of which nothing more is heard may be made again, its daemon having died.
    public var silence: Duration = .seconds(15)
    /// So many messages a recipient is sent on one day; the others wait for the next.
    public var perRecipientAndDay = 10
    /// When an ending daemon breaks off what it is sending.
    public var lastPatience: Duration = .seconds(10)

    public init() {}

    /// How long to wait after so many attempts, between half and the whole of what doubling gives, so that messages that failed
    /// together do not all come back together.
    func pause(after attempts: Int, chance: Double) -> Double {
        let doubled = firstPause.interval * Double(1 << min(max(attempts - 1, 0), 20))
        return min(doubled, longestPause.interval) * (0.5 + 0.5 * chance)
    }
}
