import Domain

extension BadKind {
    static let oversized: [BadKind] = [
        BadKind("a long request line") { random, _ in
            BadRequest(Part.get("/\(BadRequest.mark)" + letters(17_000...200_000, &random)))
        },
        BadKind("a long query") { random, _ in
            BadRequest(Part.get("/sign-in?back=\(BadRequest.mark)" + letters(17_000...60_000, &random)))
        },
        BadKind("a long header") { random, _ in
            BadRequest(Part.get("/", "X-A: \(BadRequest.mark)" + letters(17_000...80_000, &random) + "\r\n"))
        },
        BadKind("a long header's name") { random, _ in
            BadRequest(Part.get("/", letters(17_000...80_000, &random) + ": 1\r\n"))
        },
        BadKind("many headers") { random, _ in
            let count = Int.random(in: 101...2_000, using: &random)
            return BadRequest(Part.get("/", (0..<count).map { "X-\($0): 1\r\n" }.joined()))
        },
        BadKind("headers that are long together") { random, _ in
            let count = Int.random(in: 34...90, using: &random)
            return BadRequest(
                Part.get("/", (0..<count).map { "X-\($0): \(letters(1_000...1_100, &random))\r\n" }.joined()))
        },
        BadKind("a body that says it is too long") { random, town in
            let length = random.pick(["2000000", "99999999", "2147483648", "9223372036854775807"])
            let (path, headers) = random.pick(takers(town))
            return BadRequest(
                "POST \(path) HTTP/1.1\r\n\(Part.host)\(headers)Content-Length: \(length)\r\n\r\nx=1", .cutOff)
        },
        BadKind("a body whose length is no number") { random, town in
            let length = random.pick([
                "99999999999999999999999", "-1", "+3", "0x3", "3.0", "3 3", "", "٣", "1e3", "3,3",
                "3;\(BadRequest.mark)",
            ])
            let (path, headers) = random.pick(takers(town))
            return BadRequest(
                "POST \(path) HTTP/1.1\r\n\(Part.host)\(headers)Content-Length: \(length)\r\n\r\nx=1", .cutOff)
        },
        BadKind("a body in chunks that is too long") { random, town in
            let (path, headers) = random.pick(takers(town))
            let size = Int.random(in: 70_000...90_000, using: &random)
            let chunk = String(size, radix: 16) + "\r\n" + String(repeating: "a", count: size) + "\r\n"
            let head = "POST \(path) HTTP/1.1\r\n\(Part.host)\(Part.last)\(headers)Transfer-Encoding: chunked\r\n\r\n"
            return BadRequest(head + String(repeating: chunk, count: 15) + "0\r\n\r\n")
        },
        BadKind("a form of thousands of fields") { random, town in
            let count = Int.random(in: 2_001...20_000, using: &random)
            return BadRequest(
                Part.post("/slots/new", Part.form + town.cookie, (0..<count).map { "a\($0)=1&" }.joined()))
        },
    ]

    /// Where a body is taken, with the headers that lead so far. None takes more than a million bytes, and a few.
    private static func takers(_ town: ServedTown) -> [(path: String, headers: String)] {
        [
            ("/sign-in", Part.form), ("/slots/new", Part.form + town.cookie), ("/accessibility", Part.form),
            ("/api/v1/slots", Part.json + town.authorization),
        ]
    }

    private static func letters(_ counts: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
        String(repeating: random.pick(["a", "%20", "0", "."]), count: Int.random(in: counts, using: &random))
    }
}
