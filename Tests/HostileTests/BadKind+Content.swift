import Domain

extension BadKind {
    /// Text that is none.
    static let misencoded: [BadKind] = [
        BadKind("a path that is wrongly encoded") { random, town in
            let path = random.pick([
                "/invitation/", "/slots/", "/units/", "/placements/", "/rounds/", "/api/v1/slots/", "/figures/",
                "/jobs/",
            ])
            let headers = path.hasPrefix("/api") ? town.authorization : town.cookie
            return BadRequest(Part.get(path + random.pick(wrong) + BadRequest.mark, headers))
        },
        BadKind("a path with bytes above ASCII") { random, town in
            let raw: [UInt8] = random.pick([[0xFF, 0xFE], [0xC3, 0xA5], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80]])
            return BadRequest(
                Array("GET /slots/".utf8) + raw + Array(" HTTP/1.1\r\n\(Part.host)\(town.cookie)\(Part.last)\r\n".utf8))
        },
        BadKind("a query that is wrongly encoded") { random, town in
            let path = random.pick([
                "/sign-in", "/slots", "/figures", "/participants", "/sign-in/oidc", "/api/v1/slots",
            ])
            let headers = path.hasPrefix("/api") ? town.authorization : town.cookie
            return BadRequest(Part.get("\(path)?q=\(random.pick(wrong))\(BadRequest.mark)", headers))
        },
        BadKind("a form that is wrongly encoded") { random, town in
            let body = "form_token=\(town.formToken)&title=\(BadRequest.mark)\(random.pick(wrong))"
            return BadRequest(Part.post("/slots/new", Part.form + town.cookie, body))
        },
        BadKind("a form with bytes that are no text") { random, town in
            let raw: [UInt8] = random.pick([[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0], [0xF5, 0x80, 0x80, 0x80]])
            return BadRequest(
                Part.post(
                    "/slots/new", Part.form + town.cookie, Array("form_token=\(town.formToken)&title=".utf8) + raw))
        },
        BadKind("JSON that is none") { random, town in
            let body: [UInt8] = random.pick([
                Array("{]}".utf8), [0xEF, 0xBB, 0xBF, 0x7B, 0x7D],
                Array("{\"title\":\"".utf8) + [0xFF] + Array("\"}".utf8),
                Array("{\"title\":\"\\u0000\"}".utf8), Array("{\"title\":\"\\ud800\"}".utf8), Array("{'a':1}".utf8),
                Array("{\"a\":1,\"a\":2}".utf8), Array("{\"a\":1e999999}".utf8), Array("NaN".utf8), [0xC0, 0xAF], [],
                Array(String(repeating: "[", count: 100_000).utf8), Array("{\"a\":01}".utf8), Array("{\"a\":1,}".utf8),
                Array(String(repeating: "{\"a\":", count: 50_000).utf8), Array("\"\(BadRequest.markup)\"".utf8), [0],
                Array("{\"title\":\"\(BadRequest.mark) \(BadRequest.number)\"}".utf8), Array("null".utf8),
            ])
            let path = random.pick(["/api/v1/slots", "/api/v1/participants", "/api/v1/placements"])
            return BadRequest(Part.post(path, Part.json + town.authorization, body))
        },
        BadKind("markup where text belongs") { random, town in
            let text = String(
                BadRequest.markup.utf8.flatMap { ["%", Character(hex($0 >> 4)), Character(hex($0 & 15))] })
            let path = random.pick([
                "/slots?q=", "/slots?sort=", "/nothing/", "/units/", "/sign-in?back=", "/participants?q=",
                "/figures?year=",
                "/placements?cursor=", "/invitation/", "/sign-in?municipality=",
            ])
            return BadRequest(Part.get(path + text, Bool.random(using: &random) ? town.cookie : ""), .harmless)
        },
        BadKind("a form with markup in it") { _, town in
            let text = "%22%27%3E%3Cb%20id%3Dlouzi7%3E"
            return BadRequest(
                Part.post(
                    "/slots/new", Part.form + town.cookie,
                    "form_token=\(town.formToken)&title=\(text)&unit=\(text)&places=\(text)&number=\(BadRequest.number)"
                ))
        },
    ]

    /// Files that are not ours to give.
    static let traversing: [BadKind] = [
        BadKind("a way out of every folder that is served") { random, town in
            let folder = random.pick([
                "/", "/look/", "/figures/2026/", "/figures/", "/api/", "/api/v1/", "/invitation/", "/imports/",
                "/health/",
                "/jobs/", "/rounds/", "/slots/", "//", "/./",
            ])
            let up = random.pick([
                "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "..;/", "....//", "..%252f", "%c0%ae%c0%ae/",
                "..%00/", ".%2e/", "..%c1%9c", "%uff0e%uff0e/",
            ])
            let file = random.pick([
                "etc/passwd", "proc/self/environ", "Package.swift", "etc/passwd%00.css", ".git/config",
            ])
            let times = Int.random(in: 1...12, using: &random)
            return BadRequest(Part.get(folder + String(repeating: up, count: times) + file, town.cookie))
        },
        BadKind("files that others leave about") { random, town in
            let path = random.pick([
                "/.env", "/.git/HEAD", "/wp-login.php", "/server-status", "/favicon.ico/..",
                "/index.php?x=\(BadRequest.mark)",
                "/cgi-bin/sh", "/actuator/env", "/debug/pprof", "/.well-known/../etc", "/praktik.css", "/backup.sql",
            ])
            return BadRequest(Part.get(path, town.cookie))
        },
    ]

    private static let wrong = [
        "%", "%4", "%zz", "%ff%fe", "%00", "%c0%ae", "%c0%af", "%ed%a0%80", "%f5%80%80%80", "%80", "%e2%82", "%u0041",
    ]

    private static func hex(_ nibble: UInt8) -> String { String(nibble, radix: 16) }
}
