import Domain

extension Output {
    /// Running text for eyes, broken between words where the terminal ends; nothing where the answer is for a script.
    ///
    /// - Parameters:
    ///   - first: what the first line begins with.
    ///   - indent: how many cells the other lines begin with.
    func paragraph(_ text: String, first: String = "", indent: Int = 0) {
        guard format == .table else { return }
        write(Paragraph.wrapped(text, first: first, indent: indent, width: terminal.width) + "\n")
    }
}

/// Breaks running text into lines.
package enum Paragraph {
    /// - Parameter width: cells of a line; nil sets no bound.
    package static func wrapped(_ text: String, first: String, indent: Int, width: Int?) -> String {
        guard let width else { return first + text }
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = first
        var used = DisplayWidth.of(first)
        var isEmpty = true
        for word in text.split(separator: " ") {
            let length = DisplayWidth.of(word)
            if !isEmpty, used + 1 + length > width {
                lines.append(line)
                (line, used, isEmpty) = (margin, indent, true)
            }
            line += (isEmpty ? "" : " ") + word
            used += length + (isEmpty ? 0 : 1)
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
