import Domain

/// Something that no client should send, and what must come of it.
struct BadRequest: Sendable {
    enum Verdict: Sendable {
        /// A status of 4xx, or no answer and the connection closed, or off to the sign-in page.
        case refused
        /// As above, with the connection closed and nothing behind it taken for a request.
        case cutOff
        /// Whatever it is answered, it is no fault of ours.
        case harmless
    }

    let bytes: [UInt8]
    let verdict: Verdict

    init(_ bytes: [UInt8], _ verdict: Verdict = .refused) {
        self.bytes = bytes
        self.verdict = verdict
    }

    init(_ text: String, _ verdict: Verdict = .refused) {
        self.init(Array(text.utf8), verdict)
    }

    /// Stands in everything sent: a sign that must come back nowhere unescaped, and a name and number that no log may have. The
    /// number is one of those that the Tax Agency has set aside for tests. The sign has letters that a request's number never has.
    static let mark = "louzi7"
    static let markup = "\"'><b id=louzi7>"
    static let number = "19121212-1212"
    static let secrets = ["louzi7", "121212-1212", "1212121212"]

    /// What is wrong with an answer; nil where nothing is.
    func fault(in answer: WireAnswer) -> String? {
        let text = answer.text
        if text.contains("<b id=louzi7") { return "echoes unescaped" }
        if text.contains(#"{"status":"live"}"#), verdict != .harmless { return "answers what was smuggled in" }
        let statuses = answer.answers.map(\.status)
        if let status = statuses.first(where: { $0 >= 500 }) { return "answers \(status)" }
        if statuses.isEmpty, !answer.isClosed { return "says nothing" }
        if answer.isClosed, answer.rest > 0 { return "breaks off in an answer after \(statuses)" }
        if verdict == .harmless { return nil }
        if let one = answer.answers.first, !(400..<500).contains(one.status) {
            guard one.status == 303, one["location"]?.hasPrefix("/sign-in") == true, verdict == .refused else {
                return "answers \(one.status)"
            }
        }
        if verdict == .cutOff, !answer.isClosed || answer.answers.count > 1 {
            return "goes on after \(statuses)"
        }
        return nil
    }
}

/// A family of bad requests; a seed makes one of them.
struct BadKind: Sendable {
    let name: String
    let make: @Sendable (_ random: inout SplitMix64, _ town: ServedTown) -> BadRequest

    init(
        _ name: String, _ make: @escaping @Sendable (_ random: inout SplitMix64, _ town: ServedTown) -> BadRequest
    ) {
        self.name = name
        self.make = make
    }

    static let all: [BadKind] =
        oversized + malformed + smuggled + misencoded + traversing + misaddressed + mistyped + otherProtocols
}

extension SplitMix64 {
    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}

/// The parts of requests that would be right.
enum Part {
    static let host = "Host: 127.0.0.1\r\n"
    static let last = "Connection: close\r\n"
    static let form = "Content-Type: application/x-www-form-urlencoded\r\n"
    static let json = "Content-Type: application/json\r\n"

    static func get(_ path: String, _ headers: String = "") -> String {
        "GET \(path) HTTP/1.1\r\n\(host)\(headers)\(last)\r\n"
    }

    static func post(_ path: String, _ headers: String, _ body: [UInt8], method: String = "POST") -> [UInt8] {
        Array("\(method) \(path) HTTP/1.1\r\n\(host)\(headers)\(last)Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }

    static func post(_ path: String, _ headers: String, _ body: String) -> [UInt8] {
        post(path, headers, Array(body.utf8))
    }
}

extension ServedTown {
    var cookie: String { "Cookie: praktik=\(session)\r\n" }
    var authorization: String { "Authorization: Bearer \(bearer)\r\n" }
}
