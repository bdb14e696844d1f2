import Domain
import Statistics

/// What a report is held against, under its tables: last year, the targets, and what is not known.
struct ReportContextView {
    let whole: PeriodReport

    func write(to output: Output) throws {
        output.heading(Phrase(sv: "Andelar, och vad som inte är känt", en: "Shares, and what is not known"))
        try output.list(shares(output.language))
        for note in whole.notes { output.say(note) }
        for rule in FigureQuality.text {
            output.say(Phrase(sv: "\(rule.name.sv): \(rule.text.sv)", en: "\(rule.name.en): \(rule.text.en)"))
        }
        if let before = whole.before {
            output.heading(Phrase(sv: "Samma period året innan", en: "The same period the year before"))
            try output.list(years(before, output.language))
        }
        guard !whole.targets.isEmpty else { return }
        output.heading(
            Phrase(
                sv: "Mot årets mål, från årets början till periodens slut",
                en: "Against the year's targets, from the year's beginning to the period's end"))
        try output.list(targets(output.language))
    }

    private func shares(_ language: Language) -> Table {
        var table = Table(
            .init("share", sv: "Tal", en: "Figure"), .init("per_cent", sv: "%", en: "%"),
            .init("numerator", sv: "Antal", en: "Number"), .init("denominator", sv: "Av", en: "Of"),
            .init("unknown", sv: "Okända", en: "Unknown"), .init("response", sv: "Svar %", en: "Resp. %"),
            .init("worst", sv: "Sämst %", en: "Worst %"), .init("best", sv: "Bäst %", en: "Best %"))
        for share in FigureShare.allCases {
            let value = share.value(in: whole.report.total)
            table.add(
                .text(share.definition.label[language]), Cell(value.perCent), Cell(value.numerator),
                Cell(value.denominator), Cell(value.unknown), Cell(value.response), Cell(value.worst), Cell(value.best))
        }
        return table
    }

    private func years(_ before: AnnualReport, _ language: Language) -> Table {
        var table = Table(
            .init("figure", sv: "Tal", en: "Figure"), .init("now", sv: "Nu", en: "Now"),
            .init("before", sv: "Året innan", en: "Year before"))
        for figure in Figure.allCases {
            table.add(.text(figure.label[language]), Cell(whole.report.total[figure]), Cell(before.total[figure]))
        }
        return table
    }

    private func targets(_ language: Language) -> Table {
        var table = Table(
            .init("code", sv: "Åtagande", en: "Undertaking"), .init("target", sv: "Mål", en: "Target"),
            .init("baseline", sv: "Nuläge", en: "Baseline"), .init("value", sv: "Utfall", en: "Value"),
            .init("status", sv: "Läge", en: "Status"))
        for result in whole.targets {
            table.add(
                .text(result.code), Cell(hundredths: result.target?.hundredths),
                Cell(hundredths: result.baseline?.hundredths), Cell(hundredths: result.shownValue?.hundredths),
                .text(result.shownStatus?.label[language] ?? "–"))
        }
        return table
    }
}
