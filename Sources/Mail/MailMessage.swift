public import Domain
public import FoundationEssentials

/// Plain text to one recipient. Every part of its head is of a type that holds no line break, so that no value can add a header.
public struct MailMessage: Sendable {
    public let id: MessageID
    public let from: MailSender
    public let to: EmailAddress
    public let subject: Line
    /// Lines end with `\n`.
    public let body: String
    public let language: Language
    public let date: Date

    public init(
        id: MessageID, from: MailSender, to: EmailAddress, subject: Line, body: String, language: Language, date: Date
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.language = language
        self.date = date
    }
}

/// Who a message is from, and is answered to.
public struct MailSender: Sendable, Hashable {
    public let address: EmailAddress
    public let name: Line?

    public init(_ address: EmailAddress, name: Line? = nil) {
        self.address = address
        self.name = name
    }
}

/// A message's own name, the same however often it is sent: a recipient's server can tell that it has it already.
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// With its brackets (RFC 5322 §3.6.4).
    public let description: String

    /// - Parameter sender: whose domain it is made in.
    public init(_ id: UUID, of sender: EmailAddress) {
        let domain = sender.rawValue.drop { $0 != "@" }.dropFirst()
        let isPlain = domain.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>[]\\\"@".utf8.contains($0) }
        description = "<\(id.uuidString.lowercased())@\(isPlain ? String(domain) : "praktik.invalid")>"
    }
}

/// What became of handing a message over.
public enum MailOutcome: Sendable, Hashable {
    case delivered
    /// The server will never take this message for this recipient: its code, 500…599.
    case refused(code: Int)
    /// Not now; later it may succeed.
    case postponed(MailTrouble)
}

/// Why a message was not taken now. Names no address and nothing that was sent or received, so it may be logged.
public enum MailTrouble: Sendable, Hashable {
    /// The server says so itself, of this message: 400…499.
    case deferred(code: Int)
    /// No such machine, nobody listens there, or the connection broke.
    case unreachable
    case tooSlow
    /// TLS is not there, could not be agreed on, or the certificate is not one to trust.
    case untrusted
    /// The server does not let us in, or not send as we do; its code.
    case denied(code: Int)
    /// What came is not SMTP, or the settings cannot be used.
    case broken
    /// Broken off by us.
    case interrupted

    /// Whether it is about the server, so that another message would fare no better.
    public var isOfServer: Bool {
        if case .deferred = self { false } else { true }
    }
}
