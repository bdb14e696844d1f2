/// What came back on a connection: answers of HTTP/1.1, one after the other.
struct WireAnswer {
    struct One {
        let status: Int
        let headers: [(name: String, value: String)]
        let body: ArraySlice<UInt8>

        /// The first header of a name in small letters.
        subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    var bytes: [UInt8] = []
    /// Whether the server hung up.
    var isClosed = false

    /// Whether one answer, leave to go on not counted, is there with all its body.
    var isWhole: Bool { !parsed.answers.isEmpty }

    var answers: [One] { parsed.answers }

    /// Bytes after the last whole answer.
    var rest: Int { parsed.rest }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    private var parsed: (answers: [One], rest: Int) {
        var answers: [One] = []
        var place = bytes.startIndex
        while let end = bytes[place...].firstRange(of: Array("\r\n\r\n".utf8)) {
            let lines = String(decoding: bytes[place..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
            let words = (lines.first ?? "").split(separator: " ", maxSplits: 2)
            guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else { break }
            let headers = lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (parts[0].lowercased(), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
            }
            guard status >= 200 else {
                place = end.upperBound
                continue
            }
            let length = headers.first { $0.0 == "content-length" }.flatMap { Int($0.1) } ?? 0
            guard bytes.endIndex - end.upperBound >= length else { break }
            answers.append(
                One(status: status, headers: headers, body: bytes[end.upperBound..<(end.upperBound + length)]))
            place = end.upperBound + length
        }
        return (answers, bytes.endIndex - place)
    }
}
