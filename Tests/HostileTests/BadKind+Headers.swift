import Domain

extension BadKind {
    /// Headers that say what is not so.
    static let misaddressed: [BadKind] = [
        BadKind("a host that is none") { random, _ in
            let hosts = random.pick([
                "", "Host: a\r\nHost: b\r\n", "Host: \r\n", "Host: <b id=louzi7>\r\n", "Host: a@b\r\n", "Host: a/b\r\n",
                "Host: a b\r\n", "Host: a,b\r\n", "Host: \(String(repeating: "a", count: 300))\r\n", "Host: å\r\n",
                "Host: a\r\nhost: a\r\n", "Host: a?b\r\n", "Host: \"a\"\r\n",
            ])
            return BadRequest("GET /sign-in HTTP/1.1\r\n\(hosts)\(Part.last)\r\n", .cutOff)
        },
        BadKind("a target of another scheme") { random, _ in
            let target = random.pick([
                "gopher://\(BadRequest.mark)/", "file:///etc/passwd", "javascript:alert(1)", "127.0.0.1:80", "a:b@c",
                "?q=1",
                "sign-in", "\\\\a\\b", "HTTP//x", "ftp://x/y",
            ])
            return BadRequest("GET \(target) HTTP/1.1\r\n\(Part.host)\(Part.last)\r\n", .cutOff)
        },
        BadKind("a target of another server") { random, _ in
            let target = random.pick([
                "http://louzi7.example", "https://louzi7.example", "http://127.0.0.1:1", "http://[::1]",
            ])
            return BadRequest(
                "GET \(target)/\(random.pick(["slots", "account", "//louzi7.example", ""])) HTTP/1.1\r\n\(Part.host)\(Part.last)\r\n"
            )
        },
        BadKind("cookies that are none of ours") { random, town in
            let cookie: String = random.pick([
                "praktik=\(BadRequest.mark); praktik=\(town.session)", "praktik=1485.\(BadRequest.mark)",
                "praktik=" + String(repeating: "1485.", count: 2_500), "praktik=\(town.session)x", "praktik",
                "__Host-praktik=\(BadRequest.mark); praktik=\(town.session)", "praktik=\"\(town.session)\"", "=",
                ";;;;",
                "praktik_message=\(String(repeating: "A", count: 5_000))", "praktik_language=\(BadRequest.markup)",
                (0..<400).map { "c\($0)=1" }.joined(separator: "; "),
                "praktik=1485.\(town.session.dropFirst(5).dropLast())",
                "praktik=0000.\(town.session.dropFirst(5))",
            ])
            return BadRequest(Part.get("/account", "Cookie: \(cookie)\r\n"))
        },
        BadKind("a proxy's headers from a stranger") { random, _ in
            let name = random.pick([
                "X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-URL",
                "X-Rewrite-URL", "X-HTTP-Method-Override", "True-Client-IP",
            ])
            let value = random.pick([
                BadRequest.markup, "127.0.0.1", "::1", "/audit", "DELETE", "louzi7.example", "for=_louzi7",
            ])
            return BadRequest(Part.get("/audit", "\(name): \(value)\r\n"))
        },
        BadKind("a post from another site") { random, town in
            let headers = random.pick([
                "Origin: https://louzi7.example\r\n", "Sec-Fetch-Site: cross-site\r\n", "Sec-Fetch-Site: same-site\r\n",
                "Origin: null\r\n", "",
            ])
            let token = random.pick(["", "form_token=&", "form_token=\(BadRequest.mark)&"])
            return BadRequest(
                Part.post("/slots/new", Part.form + town.cookie + headers, "\(token)title=\(BadRequest.mark)"))
        },
        BadKind("a bearer of nothing") { random, town in
            let value = random.pick([
                "Bearer", "Bearer \(BadRequest.mark)", "Basic YTpi", "Bearer \(town.bearer)x", "Bearer \(town.session)",
                "bearer  \(town.bearer) \(BadRequest.mark)", "Bearer praktik_\(town.session)",
                "Bearer "
                    + String(
                        repeating: "a", count: 9_000), "Negotiate \(BadRequest.mark)",
            ])
            return BadRequest(Part.get("/api/v1/participants", "Authorization: \(value)\r\n"))
        },
    ]

    /// Content that is something else than it says, or nothing that is taken.
    static let mistyped: [BadKind] = [
        BadKind("content of a type that is not taken") { random, town in
            let type = random.pick([
                "", "Content-Type: text/plain\r\n", "Content-Type: application/xml\r\n",
                "Content-Type: \(BadRequest.markup)\r\n",
                "Content-Type: application/x-www-form-urlencoded-\(BadRequest.mark)\r\n", "Content-Type: ;\r\n",
            ])
            let body = "form_token=\(town.formToken)&title=\(BadRequest.mark)"
            return BadRequest(
                Bool.random(using: &random)
                    ? Part.post("/slots/new", type + town.cookie, body)
                    : Part.post("/api/v1/slots", type + town.authorization, "{}"))
        },
        BadKind("content that is packed") { random, town in
            let encoding =
                "Content-Encoding: \(random.pick(["gzip", "deflate", "br", "zstd", "gzip, gzip", BadRequest.mark]))\r\n"
            let body: [UInt8] = [0x1F, 0x8B, 8, 0] + random.bytes(100)
            return BadRequest(
                Bool.random(using: &random)
                    ? Part.post("/slots/new", Part.form + encoding + town.cookie, body)
                    : Part.post("/api/v1/slots", Part.json + encoding + town.authorization, body))
        },
        BadKind("a form in parts that are none") { random, town in
            let type = random.pick([
                "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=B",
                "multipart/form-data; boundary=\"B",
                "multipart/form-data; boundary=\(String(repeating: "B", count: 100))",
                "multipart/mixed; boundary=B",
            ])
            let body = random.pick([
                "--B", "--B\r\n", "--B--", "--B\r\n\r\n\r\n--B--",
                "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../\(BadRequest.mark)\"\r\n\r\nx",
                "--B\nContent-Disposition: form-data; name=\"a\"\n\nx\n--B--", "B\r\n\r\n", "--C\r\n\r\n--C--",
                String(repeating: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", count: 60)
                    + "--B--",
            ])
            return BadRequest(Part.post("/imports", "Content-Type: \(type)\r\n\(town.cookie)", body))
        },
        BadKind("conditions and ranges that are none") { random, town in
            let headers = random.pick([
                "Range: bytes=0-,0-,0-,0-\r\n", "Range: \(BadRequest.mark)\r\n",
                "If-None-Match: \(BadRequest.markup)\r\n",
                "If-Modified-Since: \(BadRequest.mark)\r\n",
                "Accept-Language: " + String(repeating: "louzi7,", count: 3_000) + "\r\n",
                "Accept: \(BadRequest.markup)\r\n", "Expect: \(BadRequest.mark)\r\n", "TE: \(BadRequest.mark)\r\n",
            ])
            return BadRequest(Part.get(random.pick(["/slots", "/api/v1/slots"]), headers + town.cookie), .harmless)
        },
        BadKind("a change by the API that is none") { random, town in
            let headers = random.pick([
                "Idempotency-Key: \(String(repeating: "k", count: 300))\r\n", "Idempotency-Key: a b\r\n",
                "If-Match: \(BadRequest.mark)\r\n",
                "Accept: text/html\r\n", "",
            ])
            let method = random.pick(["POST", "PUT", "PATCH", "DELETE"])
            let path = random.pick([
                "/api/v1/slots", "/api/v1/slots/S1", "/api/v1/slots/\(BadRequest.mark)", "/api/v1/louzi7",
            ])
            return BadRequest(
                Part.post(
                    path, Part.json + headers + town.authorization,
                    Array("{\"\(BadRequest.mark)\":\"\(BadRequest.number)\"}".utf8), method: method))
        },
    ]

    /// Who wants to speak something else.
    static let otherProtocols: [BadKind] = [
        BadKind("another protocol at once") { random, _ in
            let bytes: [UInt8] = random.pick([
                Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0],
                [0x16, 3, 1, 0, 0xC8, 1, 0, 0, 0xC4, 3, 3] + random.bytes(193),
                Array("EHLO \(BadRequest.mark)\r\n\r\n".utf8), Array("SSH-2.0-\(BadRequest.mark)\r\n\r\n".utf8),
                [0, 0, 0, 8, 4, 0xD2, 0x16, 0x2F], Array("*1\r\n$4\r\nPING\r\n\r\n".utf8), [5, 1, 0],
                Array("PROXY TCP4 6.6.6.6 127.0.0.1 1 2\r\n\(Part.get("/sign-in"))".utf8),
            ])
            return BadRequest(bytes + Array("\r\n\r\n".utf8), .cutOff)
        },
        BadKind("another protocol by request") { random, _ in
            let headers = random.pick([
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n",
                "Connection: Upgrade\r\nUpgrade: \(BadRequest.mark)\r\n", "Upgrade: TLS/1.3\r\nConnection: upgrade\r\n",
            ])
            return BadRequest(
                "GET /account HTTP/1.1\r\n\(Part.host)\(headers)\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
        },
    ]
}
