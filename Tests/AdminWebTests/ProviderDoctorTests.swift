import AdminWeb
import Domain
import FoundationEssentials
import IdentityProviders
import OpenIDConnect
import Operations
import Settings
import Testing

/// What `praktik doctor` says of the identity provider.
@Suite(.serialized)
struct ProviderDoctorTests {
    private func look(_ issuer: String) async throws -> [Finding] {
        let file = "/tmp/praktik-secret-\(UUID().uuidString)"
        try Data("hemligt\n".utf8).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let settings = try WebSettings(
            environment: [
                "PRAKTIK_BASE_URL": "http://127.0.0.1:8080", "PRAKTIK_OIDC_ISSUER": issuer,
                "PRAKTIK_OIDC_CLIENT_ID": "praktik", "PRAKTIK_OIDC_CLIENT_SECRET_FILE": file,
            ], municipality: try MunicipalityCode("1485"))
        return await ProviderDoctor.look(settings)
    }

    private func summary(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.part) \($0.verdict.rawValue)" }
    }

    @Test func `without a provider there is nothing to say`() async {
        #expect(await ProviderDoctor.look(WebSettings()) == [])
    }

    @Test func `a right one is well, and its clock is compared`() async throws {
        let played = try PlayedProvider()
        defer { played.stop() }
        #expect(summary(try await look(played.issuer)) == ["provider ok", "provider-keys ok"])
        for (lead, verdict) in [(0.0, "ok"), (-30, "warn"), (3_600, "fail")] {
            played.change { $0.clockLead = lead }
            let findings = try await look(played.issuer)
            #expect(summary(findings) == ["provider ok", "provider-keys ok", "provider-clock \(verdict)"])
        }
    }

    @Test func `what is wrong is said, with what to do`() async throws {
        for misbehaviour in Misbehaviour.allCases where "\(misbehaviour)".hasPrefix("metadata") {
            guard misbehaviour != .metadataSlow else { continue }
            let played = try PlayedProvider(misbehaviour)
            let findings = try await look(played.issuer)
            played.stop()
            #expect(summary(findings) == ["provider fail"], "\(misbehaviour)")
            #expect(findings.first?.sentence.en.hasPrefix(played.issuer) == true)
        }
        for misbehaviour in [Misbehaviour.keysMalformed, .keysEmpty, .keysSymmetric, .keysTooLarge] {
            let played = try PlayedProvider(misbehaviour)
            #expect(summary(try await look(played.issuer)) == ["provider ok", "provider-keys fail"])
            played.stop()
        }
        let away = try await look("http://127.0.0.1:\(PlainServer.freePort())")
        #expect(summary(away) == ["provider fail"])
        #expect(away.first?.sentence.en.contains("firewall") == true)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("Sun, 31 Feb 1994 08:49:37 GMT", nil), ("", nil),
        ("Sun, 06 Nov 1994 24:00:00 GMT", nil), ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
    ])
    func `a date is read in the one form that is sent`(text: String, seconds: Double?) {
        #expect(HTTPDate.seconds(text) == seconds)
    }
}
