import StrictJSON

/// Writes a JSON value as YAML 1.2 in blocks, for people to read: what needs quotes stands in JSON's, which YAML takes too.
struct YAMLWriter {
    private var text = ""

    static func write(_ value: JSON) -> String {
        var writer = YAMLWriter()
        writer.block(value, indent: 0)
        return writer.text
    }

    private mutating func block(_ value: JSON, indent: Int) {
        let space = String(repeating: " ", count: indent)
        switch value {
        case .object(let members) where !members.isEmpty:
            for member in members {
                text += space + scalar(member.name) + ":"
                nested(member.value, indent: indent + 2)
            }
        case .array(let elements) where !elements.isEmpty:
            for element in elements {
                if case .object(let members) = element, !members.isEmpty {
                    // The first member stands on the dash's own line.
                    var inner = YAMLWriter()
                    inner.block(element, indent: indent + 2)
                    text += space + "- " + inner.text.dropFirst(indent + 2)
                } else {
                    text += space + "-"
                    nested(element, indent: indent + 2)
                }
            }
        default: text += space + flow(value) + "\n"
        }
    }

    private mutating func nested(_ value: JSON, indent: Int) {
        switch value {
        case .object(let members) where !members.isEmpty:
            text += "\n"
            block(value, indent: indent)
        case .array(let elements) where !elements.isEmpty:
            text += "\n"
            block(value, indent: indent)
        default: text += " " + flow(value) + "\n"
        }
    }

    private func flow(_ value: JSON) -> String {
        if case .string(let text) = value { return scalar(text) }
        var json = JSONWriter()
        json.value(value)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Plain where no reader could take it for anything else.
    private func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map { Self.letters.contains($0) || $0 == UInt8(ascii: "/") } ?? false
            && text.utf8.allSatisfy { Self.letters.contains($0) || Self.others.contains($0) }
        if isPlain, !Self.taken.contains(text.lowercased()) { return text }
        var json = JSONWriter()
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let others = Set("0123456789_-./+".utf8)
    private static let taken: Set = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"]
}
