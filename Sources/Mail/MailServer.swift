import Domain

/// Where mail is handed over (RFC 5321), and as whom.
public struct MailServer: Sendable {
    public enum Security: Sendable, Hashable {
        /// TLS is asked for after connecting (RFC 3207); a server that has none gets no mail.
        case startTLS
        /// TLS from the first byte (RFC 8314).
        case implicit
        /// For a server on this machine only.
        case none
    }

    public let host: String
    public let port: UInt16
    public let security: Security
    /// Where the server wants to know who we are.
    public let credentials: MailCredentials?
    /// A PEM file with the certificates to trust instead of the system's.
    public let certificates: String?

    /// - Parameters:
    ///   - host: a name or address, an IPv6 address in its brackets.
    ///   - security: anything but TLS is refused for another machine than this one: nil is the answer then.
    public init?(
        host: String, port: UInt16, security: Security, credentials: MailCredentials? = nil,
        certificates: String? = nil
    ) {
        guard let address = try? WebAddress("http://\(host):\(port)"), address.rest.isEmpty,
            security != .none || address.isLoopback
        else { return nil }
        self.host = address.host
        self.port = port
        self.security = security
        self.credentials = credentials
        self.certificates = certificates
    }

    var address: String { "\(security == .implicit ? "smtps" : "smtp")://\(host):\(port)" }
}

/// A user name and its password. It never describes itself.
public struct MailCredentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    let user: String
    let password: String

    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    public var description: String { "(mail credentials)" }
    public var debugDescription: String { description }
}

/// How long a server may take. Times are counted in whole milliseconds.
public struct MailPatience: Sendable {
    /// Finding the server, connecting, and agreeing on TLS.
    public var connecting: Duration
    /// From the beginning until the message is taken. Long: a message given up while the server was writing it down comes
    /// twice.
    public var total: Duration

    public init(connecting: Duration = .seconds(15), total: Duration = .seconds(180)) {
        self.connecting = connecting
        self.total = total
    }
}
