/// What a client asked of a server of the tests.
package struct ServedRequest: Sendable {
    package let method: String
    /// Without the query.
    package let path: String
    /// Decoded.
    package let query: [String: String]
    /// By names in small letters.
    package let headers: [String: String]
    package let body: String

    /// The fields of a form that was posted.
    package var form: [String: String] { Self.fields(body[...]) }

    package init?(head: String, body: String) {
        var lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        let words = lines.removeFirst().split(separator: " ")
        guard words.count == 3 else { return nil }
        let parts = words[1].split(separator: "?", maxSplits: 1)
        method = String(words[0])
        path = String(parts.first ?? "/")
        query = parts.count > 1 ? Self.fields(parts[1]) : [:]
        var headers: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers[line[..<colon].lowercased()] = String(value)
        }
        self.headers = headers
        self.body = body
    }

    /// `name=value&…`, decoded.
    package static func fields(_ text: Substring) -> [String: String] {
        let pairs = text.split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
