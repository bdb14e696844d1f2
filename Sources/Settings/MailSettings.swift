public import Domain
import FoundationEssentials

/// Where mail is handed over, and whom it is from.
public struct MailSettings: Sendable, Hashable {
    public let host: String
    public let port: UInt16
    /// TLS from the first byte; else it is asked for after connecting.
    public let isImplicitTLS: Bool
    public let from: EmailAddress
    /// Whom the server knows us as; nil where it does not ask.
    public let user: String?
    /// A file with nothing but the password; read when the daemon starts.
    public let passwordFile: String?
    /// A PEM file with the certificates to trust instead of the system's.
    public let certificates: String?

    /// Whether the server is on this machine, so that nobody stands between; TLS is then not asked for, unless certificates to
    /// trust are named.
    public let isOnThisMachine: Bool

    /// Reads `PRAKTIK_SMTP_URL` (`smtp://host:port` or `smtps://host:port`) and `PRAKTIK_SMTP_FROM`, and where they are set
    /// `PRAKTIK_SMTP_USER` with `PRAKTIK_SMTP_PASSWORD_FILE`, and `PRAKTIK_SMTP_CERTIFICATES`; nil where there is no server.
    init?(environment: [String: String]) throws(SettingsError) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        guard let address = value("PRAKTIK_SMTP_URL") else {
            let others = ["FROM", "USER", "PASSWORD_FILE", "CERTIFICATES"].map { "PRAKTIK_SMTP_" + $0 }
            if let orphan = others.first(where: { value($0) != nil }) {
                throw .mailIncomplete(missing: "PRAKTIK_SMTP_URL", beside: orphan)
            }
            return nil
        }
        isImplicitTLS = address.hasPrefix("smtps://")
        let rest = isImplicitTLS ? address.dropFirst(8) : address.hasPrefix("smtp://") ? address.dropFirst(7) : ""
        guard let server = try? WebAddress("http://" + rest), server.rest.isEmpty || server.rest == "/" else {
            throw .mailServer(address)
        }
        host = server.host
        port = server.port ?? (isImplicitTLS ? 465 : server.isLoopback ? 25 : 587)
        isOnThisMachine = server.isLoopback
        guard let sender = value("PRAKTIK_SMTP_FROM") else {
            throw .mailIncomplete(missing: "PRAKTIK_SMTP_FROM", beside: "PRAKTIK_SMTP_URL")
        }
        guard let from = try? EmailAddress(sender) else { throw .mailSender(sender) }
        self.from = from
        user = value("PRAKTIK_SMTP_USER")
        passwordFile = value("PRAKTIK_SMTP_PASSWORD_FILE")
        switch (user, passwordFile) {
        case (_?, nil):
            throw .mailIncomplete(missing: "PRAKTIK_SMTP_PASSWORD_FILE", beside: "PRAKTIK_SMTP_USER")
        case (nil, _?):
            throw .mailIncomplete(missing: "PRAKTIK_SMTP_USER", beside: "PRAKTIK_SMTP_PASSWORD_FILE")
        default: break
        }
        certificates = value("PRAKTIK_SMTP_CERTIFICATES")
    }

    /// The password, without the line break at its file's end; nil where there is none.
    public func password() throws(SettingsError) -> String? {
        guard let passwordFile else { return nil }
        guard passwordFile.hasPrefix("/"), let data = try? Data(contentsOf: URL(filePath: passwordFile)),
            data.count <= 4096, var text = String(data: data, encoding: .utf8)
        else { throw .mailPasswordFile(passwordFile) }
        while text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty, !text.contains(where: \.isNewline), !text.contains("\0") else {
            throw .mailPasswordFile(passwordFile)
        }
        return text
    }
}
