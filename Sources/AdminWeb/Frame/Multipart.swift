/// `multipart/form-data` (RFC 7578), as browsers send files: held whole in memory, within the body's limit.
enum Multipart {
    static let partLimit = 50

    /// The boundary that a content type names, or nil where it is another type or names none.
    static func boundary(of contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.trimmingSpace() }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        for part in parts.dropFirst() where part.lowercased().hasPrefix("boundary=") {
            let value = part.dropFirst("boundary=".count).trimmingQuotes()
            return value.isEmpty || value.utf8.count > 70 ? nil : String(value)
        }
        return nil
    }

    /// Nil for what is not that format.
    static func decode(_ bytes: [UInt8], boundary: String) -> FormData? {
        let delimiter = Array(("--" + boundary).utf8)
        guard bytes.starts(with: delimiter) else { return nil }
        let separator = [13, 10] + delimiter
        var pairs: [(name: String, value: String)] = []
        var files: [FormData.File] = []
        var place = delimiter.count
        while true {
            guard place + 1 < bytes.count else { return nil }
            if bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == UInt8(ascii: "-") {
                return FormData(pairs: pairs, files: files)
            }
            guard bytes[place] == 13, bytes[place + 1] == 10, pairs.count + files.count < partLimit,
                let headEnd = find([13, 10, 13, 10], in: bytes, from: place),
                let end = find(separator, in: bytes, from: headEnd + 2),
                let head = String(validating: bytes[(place + 2)..<max(place + 2, headEnd)], as: UTF8.self),
                let (name, fileName) = disposition(head)
            else { return nil }
            let content = bytes[min(headEnd + 4, end)..<end]
            if let fileName {
                files.append(.init(name: name, fileName: fileName, bytes: Array(content)))
            } else {
                guard let value = String(validating: content, as: UTF8.self) else { return nil }
                pairs.append((name, value))
            }
            place = end + separator.count
        }
    }

    private static func disposition(_ head: String) -> (name: String, fileName: String?)? {
        for line in head.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-disposition" else {
                continue
            }
            var name: String?
            var fileName: String?
            for part in line[line.index(after: colon)...].split(separator: ";").map({ $0.trimmingSpace() }) {
                if part.hasPrefix("name=") { name = String(part.dropFirst(5).trimmingQuotes()) }
                if part.hasPrefix("filename=") { fileName = String(part.dropFirst(9).trimmingQuotes()) }
            }
            return name.map { ($0, fileName) }
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard start >= 0, bytes.count - needle.count >= start else { return nil }
        var place = start
        let last = bytes.count - needle.count
        while place <= last {
            if bytes[place] == needle[0], bytes[place..<(place + needle.count)].elementsEqual(needle) { return place }
            place += 1
        }
        return nil
    }
}

extension StringProtocol {
    func trimmingSpace() -> SubSequence {
        var rest = self[...]
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }

    fileprivate func trimmingQuotes() -> SubSequence {
        let text = trimmingSpace()
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
        return text.dropFirst().dropLast()
    }
}
