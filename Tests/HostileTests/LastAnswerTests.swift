import Testing

/// Behind an answer that is the last, nothing is begun: whoever sent it would not learn what came of it.
@Suite(.serialized)
struct LastAnswerTests {
    private static let patience = ["PRAKTIK_PATIENCE": "60,60,60,60"]

    private static func change(_ town: ServedTown, _ code: String) -> [UInt8] {
        let body = #"{"code":"\#(code)","name":"X","kind":"forvaltning"}"#
        let head = "POST /api/v1/units HTTP/1.1\r\n\(Part.host)\(Part.json)\(town.authorization)"
        return Array("\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
    }

    private static func units(_ town: ServedTown) async -> String {
        await ServedTown.apart {
            let wire = try? Wire(port: town.port)
            wire?.send(Part.get("/api/v1/units", town.authorization).utf8)
            return wire?.exchange(toTheEnd: true).text ?? ""
        }
    }

    @Test func `what follows the rest of a body that was refused is not done, and the connection ends with that body`()
        async throws
    {
        try await ServedTown.with(Self.patience) { town in
            let (answer, rest) = await ServedTown.apart { () -> (WireAnswer?, WireAnswer?) in
                guard let wire = try? Wire(port: town.port) else { return (nil, nil) }
                let length = 2_000_000
                wire.send("POST /sign-in HTTP/1.1\r\n\(Part.host)\(Part.form)Content-Length: \(length)\r\n\r\nx".utf8)
                let answer = wire.exchange()
                wire.send(Array(repeating: UInt8(ascii: "x"), count: length - 1) + Self.change(town, "EFTER"))
                return (answer, wire.exchange(toTheEnd: true))
            }
            #expect(answer?.answers.first?.status == 413)
            #expect(answer?.answers.first?["connection"] == "close")
            #expect(rest?.isClosed == true && rest?.answers.isEmpty == true)
            #expect(await town.failures(of: 5) == 0)
            #expect(!(await Self.units(town)).contains("EFTER"))
        }
    }

    @Test func `what was sent along with a request whose answer is the last is not done`() async throws {
        try await ServedTown.with(Self.patience) { town in
            // A form that cannot be read, all of it there.
            let bad = "POST /sign-in HTTP/1.1\r\n\(Part.host)\(Part.form)Content-Length: 3\r\n\r\n%zz"
            for number in 0..<10 {
                let answer = await ServedTown.apart {
                    let wire = try? Wire(port: town.port)
                    wire?.send(Array(bad.utf8) + Self.change(town, "EFTER-\(number)"))
                    return wire?.exchange(toTheEnd: true)
                }
                #expect(answer?.answers.map(\.status) == [400] && answer?.isClosed == true && answer?.rest == 0)
            }
            #expect(await town.failures(of: 5) == 0)
            #expect(!(await Self.units(town)).contains("EFTER"))
        }
    }

    @Test func `what is sent all at once is done in its order, also by a client that says no more`() async throws {
        try await ServedTown.with(Self.patience) { town in
            let answer = await ServedTown.apart {
                let wire = try? Wire(port: town.port)
                let changes = (0..<20).flatMap { Self.change(town, "RAD-\($0)") }
                wire?.send(changes + Array(Part.get("/api/v1/units", town.authorization).utf8))
                wire?.endSending()
                return wire?.exchange(toTheEnd: true)
            }
            #expect(answer?.answers.map(\.status) == Array(repeating: 201, count: 20) + [200])
            #expect(answer?.rest == 0 && answer?.text.contains("RAD-19") == true)
        }
    }
}
