import Domain
import Pictures

/// A piece of a page, written out as a literal: what is interpolated is escaped by its type, and a phrase stays in both
/// languages until the page is rendered, so that a text missing in one of them does not compile.
///
///     let row: HTML = "<td>\(slot.title)</td><td>\(sv: "Ledig", en: "Free")</td>"
struct HTML: Sendable, ExpressibleByStringInterpolation {
    fileprivate enum Piece: Sendable {
        /// Escaped already.
        case markup(String)
        case phrase(Phrase)
        /// Drawn, in each language, and so markup.
        case drawing(Phrase)
    }

    fileprivate var pieces: [Piece]

    static let empty = HTML(pieces: [])

    fileprivate init(pieces: [Piece]) {
        self.pieces = pieces
    }

    init(stringLiteral markup: StaticString) {
        pieces = [.markup("\(markup)")]
    }

    init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.finished()
    }

    /// A picture as wide as there is room. Its own words are escaped where it is drawn.
    init(drawn picture: some Picture) {
        pieces = [
            .drawing(
                Phrase(sv: picture.svg(.stretching, in: .swedish), en: picture.svg(.stretching, in: .english)))
        ]
    }

    /// Pieces one after the other, `separator` between them.
    init(_ parts: some Sequence<HTML>, separator: HTML = .empty) {
        pieces = []
        for (place, part) in parts.enumerated() {
            if place > 0 { pieces += separator.pieces }
            pieces += part.pieces
        }
    }

    var isEmpty: Bool { pieces.isEmpty }

    static func + (left: HTML, right: HTML) -> HTML { HTML(pieces: left.pieces + right.pieces) }

    static func += (left: inout HTML, right: HTML) { left.pieces += right.pieces }

    /// The markup as text in one language.
    func rendered(in language: Language) -> String {
        var text = ""
        text.reserveCapacity(pieces.count * 64)
        for piece in pieces {
            switch piece {
            case .markup(let markup): text += markup
            case .phrase(let phrase): text.appendEscaped(phrase[language])
            case .drawing(let drawing): text += drawing[language]
            }
        }
        return text
    }
}

extension HTML {
    struct StringInterpolation: StringInterpolationProtocol {
        private var pieces: [Piece] = []
        private var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            markup += "\(literal)"
        }

        mutating func appendInterpolation(_ text: some StringProtocol) {
            markup.appendEscaped(text)
        }

        mutating func appendInterpolation(_ text: (some StringProtocol)?) {
            if let text { markup.appendEscaped(text) }
        }

        mutating func appendInterpolation(_ number: some BinaryInteger) {
            markup += String(number)
        }

        mutating func appendInterpolation(_ number: (some BinaryInteger)?) {
            if let number { markup += String(number) }
        }

        /// Days, codes, periods and the like, by their description.
        mutating func appendInterpolation(_ value: some CustomStringConvertible & DomainText) {
            markup.appendEscaped(value.description)
        }

        mutating func appendInterpolation(_ value: (some CustomStringConvertible & DomainText)?) {
            if let value { markup.appendEscaped(value.description) }
        }

        mutating func appendInterpolation(_ phrase: Phrase) {
            flush()
            pieces.append(.phrase(phrase))
        }

        mutating func appendInterpolation(_ phrase: Phrase?) {
            if let phrase { appendInterpolation(phrase) }
        }

        mutating func appendInterpolation(sv: String, en: String) {
            appendInterpolation(Phrase(sv: sv, en: en))
        }

        mutating func appendInterpolation(_ html: HTML) {
            guard let first = html.pieces.first else { return }
            if html.pieces.count == 1, case .markup(let markup) = first {
                self.markup += markup
                return
            }
            flush()
            pieces += html.pieces
        }

        mutating func appendInterpolation(_ html: HTML?) {
            if let html { appendInterpolation(html) }
        }

        mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { appendInterpolation(part) }
        }

        /// A piece that is there only if something holds.
        mutating func appendInterpolation(_ html: HTML, if holds: Bool) {
            if holds { appendInterpolation(html) }
        }

        private mutating func flush() {
            guard !markup.isEmpty else { return }
            pieces.append(.markup(markup))
            markup = ""
        }

        fileprivate consuming func finished() -> [Piece] {
            flush()
            return pieces
        }
    }
}

/// A value whose description is meant for people, and may stand in a page.
protocol DomainText {}

extension Day: DomainText {}
extension ReportPeriod: DomainText {}
extension Code: DomainText {}
extension Line: DomainText {}
extension Amount: DomainText {}
extension MunicipalityCode: DomainText {}

extension String {
    /// Escapes what would be markup in an element or a quoted attribute; control characters that HTML does not know become
    /// U+FFFD.
    fileprivate mutating func appendEscaped(_ text: some StringProtocol) {
        if !text.utf8.contains(where: {
            $0 < 0x20 || $0 == 0x22 || (0x26...0x27).contains($0) || $0 == 0x3C || $0 == 0x3E
        }) {
            append(contentsOf: text)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "'": append("&#39;")
            case "\t", "\n", "\r": unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20: append("\u{FFFD}")
            default: unicodeScalars.append(scalar)
            }
        }
    }
}
