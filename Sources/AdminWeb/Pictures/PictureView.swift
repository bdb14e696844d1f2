import Domain
import Pictures

extension Share: DomainText {}

extension HTML {
    /// A picture as wide as there is room, and a table of its numbers behind it.
    ///
    /// - Parameters:
    ///   - caption: Stands above the table.
    ///   - headings: Of its columns, the first being the rows'.
    ///   - rows: As many cells each as there are headings; numbers but for the first.
    static func picture(
        _ picture: some Picture, caption: Phrase, headings: [Phrase], rows: [[Phrase]]
    ) -> HTML {
        let lines = rows.map { cells -> HTML in
            let rest = zip(headings, cells).dropFirst().map { HTML.cell($0, "\($1)", isNumber: true) }
            return "<tr><th scope=\"row\">\(cells.first)</th>\(rest)</tr>"
        }
        let heads = headings.enumerated().map { place, heading -> HTML in
            "<th scope=\"col\"\(" class=\"number\"", if: place > 0)>\(heading)</th>"
        }
        return """
            <figure>\(HTML(drawn: picture))<details><summary>\(sv: "Visa som tabell", en: "Show as a table")</summary>
            <table class="data"><caption>\(caption)</caption><thead><tr>\(heads)</tr></thead>
            <tbody>\(lines)</tbody></table></details></figure>
            """
    }
}
