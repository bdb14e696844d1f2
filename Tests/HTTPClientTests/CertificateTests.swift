import HTTPClient
import IdentityProviders
import TestSupport
import Testing

/// Who is believed to be who they say, against a server with TLS made by others.
@Suite(.serialized)
struct CertificateTests {
    /// `openssl s_server` with a certificate of its own for a name.
    private struct SecureServer {
        let process: WatchedProcess
        let folder: String
        let port: UInt16

        var certificate: String { "\(folder)/cert.pem" }

        init(name: String, days: Int = 2, options: [String] = []) async throws {
            folder = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-tls-XXXXXX"])
            try await TestProgram.run(
                [
                    "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "\(folder)/key.pem",
                    "-out", "\(folder)/cert.pem", "-subj", "/CN=test", "-addext", "subjectAltName=\(name)", "-days",
                    "\(days)",
                ])
            port = try PlainServer.freePort()
            process = try WatchedProcess(
                [
                    "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", "\(folder)/cert.pem", "-key",
                    "\(folder)/key.pem", "-www", "-quiet",
                ] + options)
        }

        /// Asks until somebody listens.
        func ask(_ trust: HTTPClient.Trust) async throws -> Int {
            let client = HTTPClient(trust: trust)
            for _ in 0..<200 {
                do {
                    return try await client.perform(HTTPRequest(.get, "https://127.0.0.1:\(port)/")).status
                } catch HTTPClientError.unreachable {
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            throw HTTPClientError.unreachable
        }

        func end() async throws {
            process.end()
            try await TestProgram.run(["rm", "-rf", folder])
        }
    }

    @Test func `a certificate is believed only if it is trusted, and made out to the name`() async throws {
        let right = try await SecureServer(name: "IP:127.0.0.1")
        #expect(try await right.ask(.file(right.certificate)) == 200)
        await #expect(throws: HTTPClientError.untrusted) { try await right.ask(.system) }
        await #expect(throws: HTTPClientError.badRequest) { try await right.ask(.file("/nowhere.pem")) }
        let other = try await SecureServer(name: "DNS:id.example.com")
        await #expect(throws: HTTPClientError.untrusted) { try await other.ask(.file(other.certificate)) }
        await #expect(throws: HTTPClientError.untrusted) { try await right.ask(.file(other.certificate)) }
        try await right.end()
        try await other.end()
    }

    @Test func `an old TLS is not spoken`() async throws {
        let old = try await SecureServer(name: "IP:127.0.0.1", options: ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
        await #expect(throws: HTTPClientError.untrusted) { try await old.ask(.file(old.certificate)) }
        try await old.end()
    }
}
