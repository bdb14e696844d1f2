import Domain
import Foundation
import Mail
import MailServers
import TestSupport
import Testing

/// Against a real mail server in a process of its own.
struct SMTPClientTests {
    private static let patience = MailPatience(connecting: .seconds(10), total: .seconds(20))

    private func message(_ body: String = "Hej", subject: String = "Hej") throws -> MailMessage {
        let sender = try EmailAddress("praktik@example.se")
        return MailMessage(
            id: MessageID(UUID(), of: sender), from: MailSender(sender, name: try Line("Praktik, Uddevalla kommun")),
            to: try EmailAddress("eva@example.se"), subject: try Line(subject), body: body, language: .swedish,
            date: Date())
    }

    private func with(_ behaviour: String, _ body: (MailServerProcess) async throws -> Void) async throws {
        let server = try await MailServerProcess.start(behaving: behaviour)
        defer { server.remove() }
        try await body(server)
    }

    @Test func `Swedish letters, long lines and lone dots arrive as they were written`() async throws {
        try await with("take") { server in
            let client = SMTPClient(try server.server, patience: Self.patience)
            let body =
                "Någon börjar på måndag. \n.\n..\n\n" + String(repeating: "räksmörgås ", count: 50) + "\nFrom x\n"
            let subject =
                "Förslag till praktik på Samhällsbyggnad – och en mycket lång rad om ”åäö” som aldrig tar slut"
            let sent = try message(body, subject: subject)
            #expect(await client.carry(sent) == .delivered)
            let received = try server.received()
            #expect(received.count == 1)
            let mail = try #require(received.first)
            #expect(mail.from == "praktik@example.se" && mail.to == "eva@example.se")
            #expect(mail.header("Message-ID") == sent.id.description)
            #expect(mail.header("Auto-Submitted") == "auto-generated")
            #expect(try await mail.text().replacing("\r\n", with: "\n") == body)
            #expect(try await mail.subject() == subject)
            #expect(try await mail.sender() == "\"Praktik, Uddevalla kommun\" <praktik@example.se>")
        }
    }

    @Test(arguments: [
        ("refuse", MailOutcome.refused(code: 550)), ("spam", .refused(code: 554)),
        ("defer", .postponed(.deferred(code: 451))), ("die", .postponed(.unreachable)),
        ("vanish", .postponed(.unreachable)),
    ])
    func `what the server does is told apart`(_ behaviour: String, _ expected: MailOutcome) async throws {
        try await with(behaviour) { server in
            let client = SMTPClient(try server.server, patience: Self.patience)
            #expect(await client.carry(try message()) == expected)
            #expect(try server.received().count == (behaviour == "vanish" ? 1 : 0))
        }
    }

    @Test func `a server that hangs is given up, and left when the task is cancelled`() async throws {
        try await with("hang") { server in
            let hasty = SMTPClient(try server.server, patience: MailPatience(total: .milliseconds(300)))
            #expect(await hasty.carry(try message()) == .postponed(.tooSlow))
            let patient = SMTPClient(try server.server, patience: MailPatience(total: .seconds(600)))
            let mail = try message()
            let task = Task { await patient.carry(mail) }
            try await Task.sleep(for: .milliseconds(200))
            task.cancel()
            #expect(await task.value == .postponed(.interrupted))
        }
    }

    @Test func `nobody there is unreachable`() async throws {
        let server = try await MailServerProcess.start()
        let client = SMTPClient(try server.server, patience: Self.patience)
        server.remove()
        #expect(await client.carry(try message()) == .postponed(.unreachable))
    }

    @Test func `without TLS only to this machine`() {
        #expect(MailServer(host: "mail.example.se", port: 25, security: .none) == nil)
        #expect(MailServer(host: "127.0.0.1.example.se", port: 25, security: .none) == nil)
        #expect(MailServer(host: "127.0.0.1", port: 25, security: .none) != nil)
        #expect(MailServer(host: "mail.example.se", port: 587, security: .startTLS) != nil)
        #expect(MailServer(host: "mail.example.se/x", port: 587, security: .startTLS) == nil)
    }

    @Test(arguments: [MailServer.Security.startTLS, .implicit])
    func `TLS is held to its certificate, and the server to its user`(_ security: MailServer.Security) async throws {
        let folder = try await TestProgram.run(["mktemp", "-d"])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (certificate, key) = ("\(folder)/cert.pem", "\(folder)/key.pem")
        try await TestProgram.run([
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days",
            "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
        ])
        let process = try await MailServerProcess.start(
            tls: (certificate, key), isImplicit: security == .implicit)
        defer { process.remove() }
        func outcome(_ certificates: String?, _ password: String, _ security: MailServer.Security) async throws
            -> MailOutcome
        {
            let server = try #require(
                MailServer(
                    host: "127.0.0.1", port: process.port, security: security,
                    credentials: MailCredentials(user: "praktik", password: password), certificates: certificates))
            return await SMTPClient(server, patience: Self.patience).carry(try message())
        }
        #expect(try await outcome(certificate, "lösen", security) == .delivered)
        #expect(try process.received().map(\.user) == ["praktik"])
        #expect(try await outcome(nil, "lösen", security) == .postponed(.untrusted))
        #expect(try await outcome(certificate, "fel", security) == .postponed(.denied(code: 535)))
        #expect(try process.received().count == 1)
    }

    @Test func `a server without TLS gets nothing where TLS is wanted`() async throws {
        try await with("take") { process in
            let server = try #require(MailServer(host: "127.0.0.1", port: process.port, security: .startTLS))
            #expect(await SMTPClient(server, patience: Self.patience).carry(try message()) == .postponed(.untrusted))
            #expect(try process.received().isEmpty)
        }
    }
}
