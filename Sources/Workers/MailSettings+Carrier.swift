public import Mail
public import Operations
public import Settings

extension MailSettings {
    /// The server as the settings describe it. Reads the password's file.
    public func carrier() throws(SettingsError) -> any MailCarrier {
        let security: MailServer.Security =
            isImplicitTLS ? .implicit : isOnThisMachine && certificates == nil ? .none : .startTLS
        let credentials = try password().flatMap { password in
            user.map { MailCredentials(user: $0, password: password) }
        }
        let server = MailServer(
            host: host, port: port, security: security, credentials: credentials, certificates: certificates)
        guard let server else { throw .mailServer(host) }
        return SMTPClient(server)
    }

    /// - Parameter base: where people reach the service.
    public func office(_ base: BaseAddress) -> MailOffice {
        MailOffice(sender: from, base: base.rawValue)
    }
}
