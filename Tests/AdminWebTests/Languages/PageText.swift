/// A rendered page as a sequence of its elements and what people read in them: text, and the attributes that are read aloud.
struct PageText {
    enum Piece: Equatable {
        case element(String)
        case text(String)
        /// What programs read, the same in both languages: a column's name, an address of the API.
        case code(String)
    }

    private(set) var pieces: [Piece] = []
    /// What the page says its language is.
    private(set) var language = ""
    /// Text that stands in cells of numbers.
    private(set) var numbers: [String] = []
    /// What there is to choose from, a list for each select and datalist, without its prompt.
    private(set) var choices: [[String]] = []

    private static let read: Set<String> = ["aria-label", "alt", "placeholder", "data-label", "title"]
    private static let empty: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    init(_ html: String) {
        var rest = html[...]
        // Elements that name a language of their own are in that language on every page.
        var foreign: [String] = []
        var open: [(name: String, isNumber: Bool)] = []
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
            take(rest[..<start], isForeign: !foreign.isEmpty, in: open.last)
            guard let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: ">")) else { break }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
            guard !name.hasPrefix("!") else { continue }
            if tag.hasPrefix("/") {
                if !foreign.isEmpty { foreign.removeLast() }
                if let place = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(place...) }
                continue
            }
            let attributes = Self.attributes(tag)
            let closes = Self.empty.contains(name) || tag.hasSuffix("/")
            if !foreign.isEmpty {
                if !closes { foreign.append(name) }
                continue
            }
            if name == "html" {
                language = attributes["lang"] ?? ""
            } else if attributes["lang"] != nil {
                if !closes { foreign.append(name) }
                continue
            }
            pieces.append(.element(name))
            if name == "select" || name == "datalist" { choices.append([]) }
            for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) where Self.read.contains(attribute) {
                pieces.append(.text(value))
            }
            let isNumber = name != "th" && (attributes["class"]?.split(separator: " ").contains("number") ?? false)
            if !closes { open.append((name, isNumber || (open.last?.isNumber ?? false))) }
        }
    }

    /// Every piece of text.
    var texts: [String] {
        pieces.compactMap { piece in
            if case .text(let text) = piece { text } else { nil }
        }
    }

    private mutating func take(_ raw: Substring, isForeign: Bool, in element: (name: String, isNumber: Bool)?) {
        let text = Self.plain(raw).split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }).joined(separator: " ")
        guard !text.isEmpty, !isForeign else { return }
        pieces.append(element?.name == "code" ? .code(text) : .text(text))
        if element?.isNumber ?? false { numbers.append(text) }
        if element?.name == "option", !choices.isEmpty { choices[choices.count - 1].append(text) }
    }

    private static func plain(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    static func attributes(_ tag: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        // `name="value"` after `name="value"`: what stands before a quote ends with the name and `=`.
        let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
        for place in stride(from: 0, to: parts.count - 1, by: 2) {
            guard let name = parts[place].split(separator: " ").last, name.hasSuffix("=") else { continue }
            attributes[String(name.dropLast())] = plain(parts[place + 1])
        }
        return attributes
    }
}
