import Documents
import Domain
import Store

/// An extract as it is printed, in Swedish: what is to be told, then every table that has anything in it.
struct ExtractPaper {
    let extract: PersonalExtract

    var page: PrintPage {
        let name = extract.municipalityName
        return PrintPage(
            title: "Dina personuppgifter", author: name, foot: "\(name) · personuppgifter \(extract.madeOn)",
            """
            <p>Det här finns registrerat om dig i kommunens samordning av praktik (dataskyddsförordningen, artikel 15). \
            Ansvarig är \(name). Utdraget är gjort \(extract.madeOn.longPhrase.sv).</p>
            \(PersonalExtract.information.map { told -> PrintMarkup in
                "<h2>\(told.heading.sv)</h2><p>\(told.text.sv)</p>"
            })
            \(extract.parts.map(section))
            """)
    }

    /// A row is a table of its own, a value a line: no column is too wide for the paper.
    private func section(_ part: PersonalExtract.Part) -> PrintMarkup {
        guard !part.rows.isEmpty else {
            return "<h2>\(part.title.sv)</h2><p>Inget finns registrerat.</p>"
        }
        let tables = part.rows.enumerated().map { number, row -> PrintMarkup in
            let lines = zip(part.columns, row).compactMap { column, value -> PrintMarkup? in
                guard let text = column.text(value) else { return nil }
                return "<tr><th scope=\"row\">\(column.label.sv)</th><td>\(text)</td></tr>"
            }
            return """
                <table><caption>\(part.title.sv), \(number + 1) av \(part.rows.count)</caption><tbody>\(lines)</tbody></table>
                """
        }
        return "<h2>\(part.title.sv)</h2>\(tables)"
    }
}

extension PersonalExtract.Part.Column {
    /// In Swedish; nil where nothing is on file.
    fileprivate func text(_ value: PersonalValue) -> String? {
        switch value {
        case .nothing: return nil
        case .flag(let flag): return flag ? "ja" : "nej"
        case .number(let number): return String(number)
        case .text(let text): return words.map { $0(text)?.sv ?? text } ?? text
        case .list(let list):
            let texts = list.compactMap { one -> String? in
                guard key == "weekdays", case .number(let number) = one else { return self.text(one) }
                return (try? Weekdays(String(number)))?.names(in: .swedish)
            }
            return texts.isEmpty ? nil : texts.joined(separator: ", ")
        }
    }
}
