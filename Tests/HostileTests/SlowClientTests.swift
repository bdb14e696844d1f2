import Glibc
import HTTPClient
import TestSupport
import Testing

/// Clients that take their time hold nobody else up, and are let go.
@Suite(.serialized)
struct SlowClientTests {
    /// Long enough that all of them are there at once, and the good requests between them.
    private static let patience = 12
    /// Beyond that, on a machine that is busy with other things.
    private static let margin = 60

    @Test func `five hundred slow clients do not keep a good one waiting, and are cut off`() async throws {
        let seconds = "\(Self.patience)"
        try await ServedTown.with(["PRAKTIK_PATIENCE": [seconds, seconds, seconds, seconds].joined(separator: ",")]) {
            town in
            #expect(await town.failures(of: 50) == 0)
            // A few first, so that what is made once is made.
            let few = Crowd(50, town)
            #expect(await ServedTown.apart { few.step(for: Self.patience + Self.margin) } == [:])
            let warm = try town.residentSize()
            let crowd = Crowd(500, town)
            let hanging = await ServedTown.apart { crowd.step(for: 1) }
            #expect(hanging.values.reduce(0, +) > 0)
            // Among them, people do their work.
            #expect(await town.failures(of: 20) == 0)
            let left = await ServedTown.apart { crowd.step(for: Self.patience + Self.margin) }
            #expect(left == [:])
            #expect(await town.failures(of: 5) == 0)
            try await town.expectMemoryBack(to: warm, after: "500 slow clients")
            #expect(kill(town.process, 0) == 0)
        }
    }

    @Test func `behind TLS too, whether the handshake is never begun, never ended, or all there is`() async throws {
        let folder = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-tls-XXXXXX"])
        try await TestProgram.run([
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "\(folder)/key.pem", "-out",
            "\(folder)/cert.pem", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2",
        ])
        let variables = [
            "PRAKTIK_PATIENCE": "3,3,3,3", "PRAKTIK_TLS_CERTIFICATE": "\(folder)/cert.pem",
            "PRAKTIK_TLS_KEY": "\(folder)/key.pem",
        ]
        try await ServedTown.with(variables, scheme: "https") { town in
            // A handshake with somebody who trusts nobody but the certificate's issuer.
            let client = HTTPClient(trust: .file("\(folder)/cert.pem"))
            let page = try await client.perform(HTTPRequest(.get, "https://127.0.0.1:\(town.port)/sign-in"))
            #expect(page.status == 200)
            #expect(page[header: "strict-transport-security"] != nil)
            let choice = try await client.perform(
                HTTPRequest(
                    .post(Array("language=en".utf8)), "https://127.0.0.1:\(town.port)/language",
                    headers: [("Content-Type", "application/x-www-form-urlencoded")]))
            #expect(choice[header: "set-cookie"]?.contains("; Secure") == true)
            await #expect(throws: HTTPClientError.untrusted) {
                try await HTTPClient().perform(HTTPRequest(.get, "https://127.0.0.1:\(town.port)/sign-in"))
            }
            // The beginning of a handshake, and of a request to somebody who speaks TLS.
            let port = town.port
            for bytes in [[], [0x16, 3, 1], [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3], Array("GET / HT".utf8)]
                as [[UInt8]]
            {
                let isClosed = await ServedTown.apart {
                    let wire = try? Wire(port: port, patience: Self.margin)
                    wire?.send(bytes)
                    return wire?.exchange(toTheEnd: true).isClosed == true
                }
                #expect(isClosed, "\(bytes)")
            }
            // A whole handshake and then silence: the program ends when the server hangs up, or is killed and fails.
            try await TestProgram.run(["mkfifo", "\(folder)/silence"])
            try await TestProgram.run([
                "timeout", "\(Self.margin)", "bash", "-c",
                "openssl s_client -connect 127.0.0.1:\(town.port) -quiet 0<>\(folder)/silence 2>/dev/null || [ $? != 124 ]",
            ])
            let again = try await client.perform(HTTPRequest(.get, "https://127.0.0.1:\(town.port)/sign-in"))
            #expect(again.status == 200)
        }
        try await TestProgram.run(["rm", "-r", folder])
    }

    @Test func `who writes a proxy's header is not believed, a trusted proxy is`() async throws {
        let limit = ["PRAKTIK_API_LIMIT": "5"]
        for (trusted, isLimited) in [("", true), ("192.0.2.1", true), ("127.0.0.0/8", false)] {
            try await ServedTown.with(limit.merging(["PRAKTIK_TRUSTED_PROXIES": trusted]) { $1 }) { town in
                let port = town.port
                let statuses = await ServedTown.apart {
                    (1...12).map { number in
                        let wire = try? Wire(port: port)
                        // A guess without a token is counted by its address; each says it is somebody else.
                        wire?.send(Part.get("/api/v1/slots", "X-Forwarded-For: 198.51.100.\(number)\r\n").utf8)
                        return wire?.exchange(toTheEnd: true).answers.first?.status ?? 0
                    }
                }
                #expect(Set(statuses) == (isLimited ? [401, 429] : [401]), "\(trusted)")
            }
        }
    }
}

/// Slow clients of all manners, moved by whoever calls.
private final class Crowd: @unchecked Sendable {
    private let clients: [SlowClient]

    init(_ count: Int, _ town: ServedTown) {
        let manners = SlowClient.Manner.allCases
        clients = (0..<count).compactMap { try? SlowClient(manners[$0 % manners.count], port: town.port, town) }
    }

    /// Steps four times a second until so many seconds have passed or nobody is left; answers who is.
    func step(for seconds: Int) -> [SlowClient.Manner: Int] {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            for client in clients { client.step() }
            let open = clients.filter(\.isOpen)
            guard !open.isEmpty, ContinuousClock.now < end else {
                return Dictionary(grouping: open) { $0.manner }.mapValues(\.count)
            }
            usleep(250_000)
        }
    }
}
