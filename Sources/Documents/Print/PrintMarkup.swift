/// A piece of a printed page: what is interpolated as text is escaped by its type.
public struct PrintMarkup: Sendable, ExpressibleByStringInterpolation {
    public private(set) var text: String

    public init(stringLiteral text: StaticString) {
        self.text = "\(text)"
    }

    public init(stringInterpolation interpolation: StringInterpolation) {
        text = interpolation.text
    }

    /// A picture, whose own words are escaped where it is drawn.
    public init(drawn svg: String) {
        text = svg
    }

    /// Words within a quoted string of a style sheet, where nothing but letters, digits and space stands for itself.
    init(style words: String) {
        text = words.unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || scalar == " " || (0x30...0x39).contains(scalar.value)
                ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        }.joined()
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: StaticString) { text += "\(literal)" }

        public mutating func appendInterpolation(_ words: String) {
            for character in words {
                switch character {
                case "&": text += "&amp;"
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "\"": text += "&quot;"
                case "'": text += "&#39;"
                default: text.append(character)
                }
            }
        }

        public mutating func appendInterpolation(_ number: Int) { text += String(number) }

        public mutating func appendInterpolation(_ markup: PrintMarkup) { text += markup.text }

        public mutating func appendInterpolation(_ parts: [PrintMarkup]) {
            for part in parts { text += part.text }
        }
    }
}

/// A whole page to print, in Swedish, with the sheet that every printed document shares.
public struct PrintPage: Sendable {
    public let text: String

    /// - Parameters:
    ///   - title: The document's, which readers show and say; its first heading too.
    ///   - foot: Stands at the foot of every sheet.
    public init(title: String, author: String, foot: String, _ body: PrintMarkup) {
        let page: PrintMarkup = """
            <!doctype html>
            <html lang="sv"><head><meta charset="utf-8"><title>\(title)</title><meta name="author" content="\(author)">
            <style>\(Self.sheet) @page { @bottom-left { content: "\(PrintMarkup(style: foot))"; } }</style></head>
            <body><main><h1>\(title)</h1>
            \(body)
            </main></body></html>
            """
        text = page.text
    }

    private static let sheet: PrintMarkup = """
        @page { size: A4; margin: 22mm 20mm 24mm 24mm;
            @bottom-left { font-size: 8.5pt; color: #444; }
            @bottom-right { content: "Sida " counter(page) " av " counter(pages); font-size: 8.5pt; color: #444; } }
        html { font: 10.5pt/1.45 "Noto Sans", "DejaVu Sans", "Liberation Sans", sans-serif; color: #000; hyphens: none; }
        body { margin: 0; }
        h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 4mm; }
        h2 { font-size: 12.5pt; margin: 7mm 0 2mm; break-after: avoid; }
        p { margin: 0 0 2.5mm; orphans: 3; widows: 3; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; }
        caption { text-align: left; font-size: 9pt; color: #333; padding: 0 0 1mm; }
        th, td { text-align: left; vertical-align: top; padding: 1.6mm 3mm 1.6mm 0; border-bottom: 0.3mm solid #999; }
        tr { break-inside: avoid; }
        tbody th { width: 42mm; font-weight: bold; }
        figure { margin: 0 0 5mm; break-inside: avoid; }
        figcaption { font-weight: bold; margin: 0 0 1.5mm; break-after: avoid; }
        svg { display: block; max-width: 100%; }
        .figures { font-size: 8pt; line-height: 1.3; margin: 0 0 5mm; }
        .whole { break-inside: avoid; }
        .figures caption { font-size: 9.5pt; color: #000; break-after: avoid; }
        .figures thead { display: table-header-group; }
        .figures th, .figures td { padding: 1.1mm 1mm 1.1mm 0; }
        .figures thead th { font-size: 7pt; }
        .figures tr > :last-child { padding-right: 0; }
        .figures tbody th { width: auto; font-weight: normal; }
        .figures .number { text-align: right; }
        .note { border-left: 1mm solid #000; padding: 0 0 0 3mm; font-weight: bold; }
        .line { display: block; border-bottom: 0.3mm solid #000; height: 7mm; }
        .sign { margin-top: 14mm; width: 80mm; border-top: 0.3mm solid #000; padding-top: 1mm; break-inside: avoid; }
        """
}
