import Foundation
import HTTPTypes
import Operations
import Testing

@testable import AdminWeb

/// Somebody with an account, and what is another's.
struct Stranger {
    let name: String
    let session: NewSession
    let token: String
    /// What is another's, by its name in a probe, and what could be but is not there.
    let others: [String: String]
    private(set) var missing: [String: String]
    /// Words that stand in what is another's.
    let hidden: [String]

    /// - Parameters:
    ///   - account: which of the own town's.
    ///   - knows: what may be known to be there, though it is not theirs.
    ///   - sees: markers of the other's that they may come upon.
    init(
        _ account: String, of own: StrangerTown, before other: StrangerTown, knows: Set<String> = [],
        sees: Set<String> = []
    ) throws {
        name = "\(own.letter) \(account)"
        session = try #require(own.sessions[account])
        token = try #require(own.tokens[account])
        var others = other.named
        others["ownunit"] = "\(own.letter)-VARD"
        self.others = others
        missing = others.reduce(into: [:]) { missing, pair in
            missing[pair.key] =
                knows.contains(pair.key) || pair.key == "ownunit" ? pair.value : Self.missing(pair.key, pair.value)
        }
        missing["label"] = "\(missing["referrer"] ?? "")/\(missing["reference"] ?? "")"
        hidden = StrangerTown.markers.filter { !sees.contains($0) }.map(other.marker)
    }

    /// The names of what may not be known to be there.
    var unknown: Set<String> { Set(others.keys.filter { others[$0] != missing[$0] }) }

    /// Of the same make, as long, and nobody's.
    private static func missing(_ name: String, _ value: String) -> String {
        switch name {
        case "reference": "ZX-9"
        case "run": "M-9"
        case "link": value.prefix(value.count - 12) + "aaaaaaaaaaaa"
        case "word", "title": String(repeating: "q", count: value.count)
        default: UUID(uuidString: value) == nil ? "Z" + value.dropFirst() : value.dropLast(12) + "aaaaaaaaaaaa"
        }
    }

    /// Asks a route, of what is another's or of what is not there.
    func ask(_ method: HTTPRequest.Method, _ probe: Probe, _ values: [String: String], isAPI: Bool, _ web: WebTester)
        async throws -> WebTester.Answer
    {
        let path = fill(probe.path, values).replacing(" ", with: "%20")
        guard isAPI else {
            return try await web.ask(method, path, as: session, form: probe.form.map { pairs($0, values) })
        }
        var headers: HTTPFields = [.authorization: "Bearer \(token)"]
        if method == .put || method == .patch { headers[.ifMatch] = "\"0123456789abcdef-0\"" }
        if probe.json != nil { headers[.contentType] = "application/json" }
        return try await web.ask(
            method, APIRouter.root + path, headers: headers, body: probe.json.map { Array(fill($0, values).utf8) })
    }

    /// An answer without the request's number and without what was asked for, which is told back to whoever asked.
    func told(_ answer: WebTester.Answer, _ values: [String: String]) -> String {
        var fields = answer.headers
        let number = fields[.requestID] ?? ""
        fields[.requestID] = nil
        fields = HTTPFields(fields.filter { !$0.name.canonicalName.hasPrefix("ratelimit") })
        var text = "\(answer.status)\n" + fields.map { "\($0.name): \($0.value)" }.sorted().joined(separator: "\n")
        text += "\n\n" + answer.body
        if !number.isEmpty { text = text.replacing(number, with: "#") }
        // The longest first: a code may be part of another.
        for (name, value) in values.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) })
        where unknown.contains(name) && name != "label" {
            for written in [value, URLEncoded.encode(value)] { text = text.replacing(written, with: "§") }
        }
        return text
    }

    private func fill(_ text: String, _ values: [String: String]) -> String {
        let parts = text.split(separator: "§", omittingEmptySubsequences: false)
        return parts.enumerated().map { place, part in
            place.isMultiple(of: 2) ? String(part) : values[String(part)] ?? "?"
        }.joined()
    }

    private func pairs(_ form: String, _ values: [String: String]) -> [(name: String, value: String)] {
        form.split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(sides[0]), fill(String(sides.last ?? ""), values))
        }
    }
}
