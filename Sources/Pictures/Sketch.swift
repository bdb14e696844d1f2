public import Domain

/// Collects the marks of a picture.
public struct Sketch: Sendable {
    public enum Fill: String, Sendable {
        case solid, light, hatched
    }

    public enum Line: String, Sendable {
        case axis, grid, target, expected, bound, before
    }

    public enum Anchor: String, Sendable {
        case start, middle, end
    }

    public let language: Language
    private let frame: PictureFrame
    private let hatch: String
    private(set) var marks = ""

    init(frame: PictureFrame, language: Language, hatch: String) {
        self.frame = frame
        self.language = language
        self.hatch = hatch
    }

    public mutating func bar(_ fill: Fill, from x: Share, width: Share, y: Int, height: Int) {
        guard height > 0, width.hundredths > 0 else { return }
        let colour =
            switch fill {
            case .solid: "#444"
            case .light: "#ccc"
            case .hatched: "url(#\(hatch))"
            }
        marks += """
            <rect class="shape \(fill.rawValue)" x="\(frame.place(x))" y="\(y)" width="\(frame.place(width))" \
            height="\(height)" fill="\(colour)" stroke="#000"/>
            """
    }

    public mutating func line(_ style: Line, from x: Share, _ y: Int, to other: Share, _ otherY: Int) {
        let look =
            switch style {
            case .axis: "stroke=\"#000\" stroke-width=\"1\""
            case .grid: "stroke=\"#999\" stroke-width=\"0.5\""
            case .target: "stroke=\"#000\" stroke-width=\"2.5\""
            case .expected: "stroke=\"#000\" stroke-width=\"2\" stroke-dasharray=\"6 3\""
            case .bound: "stroke=\"#000\" stroke-width=\"1\" stroke-dasharray=\"2 3\""
            case .before: "stroke=\"#000\" stroke-width=\"2\""
            }
        marks += """
            <line class="line-\(style.rawValue)" x1="\(frame.place(x))" y1="\(y)" x2="\(frame.place(other))" \
            y2="\(otherY)" \(look)/>
            """
    }

    public mutating func dot(_ x: Share, _ y: Int) {
        marks += "<circle class=\"dot\" cx=\"\(frame.place(x))\" cy=\"\(y)\" r=\"4\" fill=\"#000\"/>"
    }

    public mutating func text(
        _ words: Phrase, _ x: Share, _ y: Int, _ anchor: Anchor = .start, isStrong: Bool = false
    ) {
        marks += """
            <text x="\(frame.place(x))" y="\(y)" text-anchor="\(anchor.rawValue)"\
            \(isStrong ? " font-weight=\"bold\"" : "")>\(Self.escaped(words[language]))</text>
            """
    }

    static func escaped(_ words: String) -> String {
        words.reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
    }
}
