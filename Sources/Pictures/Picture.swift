public import Domain

/// Something that can be drawn from numbers alone: for a page, where a style sheet colours it by its classes, and for paper,
/// where it carries its own black and white. Nothing is told by colour only.
public protocol Picture: Sendable {
    /// Unique in the document.
    var id: String { get }
    /// What it shows, in a sentence.
    var title: Phrase { get }
    /// The same numbers in words.
    var description: Phrase { get }
    /// Units from top to bottom.
    var height: Int { get }

    func draw(in sketch: inout Sketch)
}

extension Picture {
    /// The picture as SVG, with its title and description for those who do not see it.
    public func svg(_ frame: PictureFrame, in language: Language) -> String {
        var sketch = Sketch(frame: frame, language: language, hatch: "\(id)-hatch")
        draw(in: &sketch)
        let size =
            switch frame {
            case .stretching: "class=\"picture\" height=\"\(height)\""
            case .units(let width):
                "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" font-size=\"12\""
            }
        return """
            <svg role="img" aria-labelledby="\(id)-title \(id)-description" \(size)>
            <title id="\(id)-title">\(Sketch.escaped(title[language]))</title>
            <desc id="\(id)-description">\(Sketch.escaped(description[language]))</desc>
            <defs><pattern id="\(id)-hatch" width="6" height="6" patternUnits="userSpaceOnUse">\
            <path class="hatch" d="M0 6L6 0" stroke="#000" stroke-width="1"/></pattern></defs>
            \(sketch.marks)
            </svg>
            """
    }
}
