import Domain

extension BadKind {
    /// Not HTTP/1.1, or not quite.
    static let malformed: [BadKind] = [
        BadKind("a request line that is none") { random, _ in
            let line = random.pick([
                " /sign-in HTTP/1.1", "GET /sign-in", "GET", "", "\t", "GET /sign-in HTTP/1.1 x",
                "GET\t/sign-in\tHTTP/1.1",
                "get /sign-in HTTP/1.1", "\(BadRequest.mark) /sign-in HTTP/1.1", "GET /sign-in http/1.1",
                "GET /sign-in HTTPS/1.1", "GET /sign-in HTTP/1.2", "GET /sign-in HTTP/0.9", "GET /sign-in HTTP/2.0",
                "GET /sign-in HTTP/11.1", "GET /sign-in HTTP/1,1", "GET sign-in HTTP/1.1", "GET / sign-in HTTP/1.1",
                "GET /sign\0in HTTP/1.1", "GE T /sign-in HTTP/1.1", "G\u{7F}T /sign-in HTTP/1.1", "(){ :;}; / HTTP/1.1",
            ])
            // An empty line before a request is passed over, and what comes next is none.
            return BadRequest("\(line)\r\n\(Part.host)\(Part.last)\r\n", .cutOff)
        },
        BadKind("a header line that is none") { random, _ in
            let line = random.pick([
                " Folded: \(BadRequest.mark)", "X-A : 1", "X-A\t: 1", ": 1", "X-A", "X A: 1", "X-A: a\0b",
                "X-A: a\u{7F}b",
                "X-\u{1}: 1", "X-Å: 1", "X-A: 1\r\n folded", "X-A: 1\r\n\tfolded", "X-A: a\rb", "X-(A): 1", "\"X\": 1",
                "X-A: a\u{8}b",
            ])
            return BadRequest("GET /sign-in HTTP/1.1\r\n\(Part.host)\(line)\r\n\(Part.last)\r\n", .cutOff)
        },
        BadKind("lines that end otherwise") { random, _ in
            let right = Part.get("/sign-in", "X-A: \(BadRequest.mark)\r\n")
            let other = random.pick(["\n", "\r", "\r\r\n", "\n\r"])
            if Bool.random(using: &random) { return BadRequest(right.replacing("\r\n", with: other), .cutOff) }
            let lines = right.split(separator: "\r\n", omittingEmptySubsequences: false)
            let place = Int.random(in: 0..<(lines.count - 2), using: &random)
            let text = lines.enumerated().map { $1 + ($0 == place ? other : "\r\n") }.joined()
            return BadRequest(text, .cutOff)
        },
        BadKind("bytes without sense") { random, _ in
            // With an end that makes a head of them, whatever they are.
            let count = Int.random(in: 1...3_000, using: &random)
            return BadRequest(random.bytes(count) + Array("\r\n\r\n\r\n\r\n".utf8), .cutOff)
        },
        BadKind("a right request with bytes changed") { random, town in
            var bytes = Array(
                random.pick([
                    Part.get("/sign-in", "X-A: \(BadRequest.mark)\r\n"), Part.get("/slots?q=louzi7", town.cookie),
                    Part.get("/api/v1/slots", town.authorization),
                ]).utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<(bytes.count - 4), using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            // What is left may be right after all, and it may say that more is to come: then that comes too.
            return BadRequest(bytes + Array("\r\n\r\n".utf8) + [UInt8](repeating: 0, count: 2_000), .harmless)
        },
        BadKind("a method that is not served") { random, town in
            let method = random.pick([
                "PUT", "PATCH", "DELETE", "PROPFIND", "OPTIONS", "TRACE", "CONNECT", "MKCOL", "PURGE",
            ])
            let path = random.pick(["/sign-in", "/slots", "/look/\(BadRequest.mark)", "/health/live", "/metrics", "*"])
            return BadRequest(
                "\(method) \(path) HTTP/1.1\r\n\(Part.host)\(town.cookie)X-A: \(BadRequest.mark)\r\n\(Part.last)\r\n")
        },
        BadKind("a path asked for by the wrong method") { random, town in
            let path = random.pick(["/slots", "/account", "/audit", "/figures", "/start/none", "/", "/imports/none"])
            return BadRequest(
                Part.post(path, Part.form + town.cookie, "form_token=\(town.formToken)&q=\(BadRequest.mark)"))
        },
    ]

    /// What one reader takes for one request and another for two.
    static let smuggled: [BadKind] = [
        BadKind("lengths that contradict each other") { random, _ in
            let headers = random.pick([
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n", "Content-Length: 0\r\nContent-Length: 44\r\n",
                "Content-Length: 4, 5\r\n", "Content-Length: 4\r\ncontent-length: 5\r\n",
                "Content-Length : 4\r\n", "Content-Length\t: 4\r\n", "Content-Length:\r\n 4\r\n",
            ])
            return smuggling(headers, "0\r\n\r\n")
        },
        BadKind("encodings that others may not know") { random, _ in
            let headers = random.pick([
                "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding:\u{B}chunked\r\n",
                "Transfer-Encoding: \"chunked\"\r\n", "Transfer-Encoding:\r\n chunked\r\n",
                "Transfer-Encoding: chunked;q=1\r\n",
                "Transfer-Encoding : chunked\r\n", "Transfer-Encoding: ,chunked\r\n",
                "Transfer-Encoding: chunkedchunked\r\n",
            ])
            return smuggling(headers, "0\r\n\r\n")
        },
        BadKind("chunks in the older version") { _, _ in
            BadRequest(
                "POST /sign-in HTTP/1.0\r\n\(Part.host)\(Part.form)Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "0\r\n\r\n" + behind, .cutOff)
        },
        BadKind("chunks that are none") { random, town in
            let body = random.pick([
                "zz\r\nabc\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\r\nabc0\r\n\r\n", "-3\r\nabc\r\n0\r\n\r\n",
                "fffffffffffffffffff\r\nabc\r\n0\r\n\r\n", "0x3\r\nabc\r\n0\r\n\r\n", "3 3\r\nabc\r\n0\r\n\r\n",
                "3\nabc\n0\n\n", "3\r\nabc\n0\r\n\r\n", "\r\n\r\n\r\n", "3\r\nabc\r\n0\r\nX Å: 1\r\n\r\n",
                ";a\r\nabc\r\n0\r\n\r\n",
            ])
            let path = random.pick([
                "/sign-in HTTP/1.1\r\n\(Part.form)", "/slots/new HTTP/1.1\r\n\(Part.form)\(town.cookie)",
                "/nothing HTTP/1.1\r\n", "/api/v1/slots HTTP/1.1\r\n\(Part.json)\(town.authorization)",
                "/api/v1/slots HTTP/1.1\r\n\(Part.json)",
            ])
            return BadRequest("POST \(path)\(Part.host)Transfer-Encoding: chunked\r\n\r\n\(body)\(behind)", .cutOff)
        },
    ]

    private static let behind = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"

    private static func smuggling(_ headers: String, _ body: String) -> BadRequest {
        BadRequest("POST /sign-in HTTP/1.1\r\n\(Part.host)\(Part.form)\(headers)\r\n\(body)\(behind)", .cutOff)
    }
}
