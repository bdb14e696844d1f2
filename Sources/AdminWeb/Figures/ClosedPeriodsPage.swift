import Domain
import Operations
import Statistics
import Store

/// Every closing, the latest period first.
enum ClosedPeriodsPage {
    static let routes: [PageRoute] = [
        .get("/closed-periods", .may(.readFigures), show),
        .get("/figures/:period/close", .may(.closePeriod), ClosePage.show),
        .post("/figures/:period/close", .may(.closePeriod), ClosePage.save),
        .get("/figures/:period/closing", .may(.readFigures), ClosingPage.show),
        .get("/figures/:period/closing/file", .may(.readFigures), ClosingPage.file),
        .post("/figures/:period/reopen", .may(.reopenPeriod), ClosingPage.reopen),
    ]

    static let title = Phrase(sv: "Stängda perioder", en: "Closed periods")

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let snapshots = try await visit.operations.snapshots(visit.actor)
        let table =
            snapshots.isEmpty
            ? HTML.nothing(
                Phrase(
                    sv: "Ingen period är stängd. En period stängs från sin sida bland siffrorna, när den är slut.",
                    en: "No period is closed. A period is closed from its page among the figures, once it is over."))
            : list(snapshots)
        return .page(
            Page(
                title, in: .figures,
                under: [.init(path: "/figures", label: Phrase(sv: "Siffror", en: "Figures"))],
                """
                <p class="lead">\(sv: "Siffror som är vad som sades, med raderna bakom dem.", en: "Figures that stay what was said, with the rows behind them.")</p>
                \(table)
                """))
    }

    static func list(_ snapshots: [Snapshot]) -> HTML {
        let labels = (
            number: Phrase(sv: "Stängning", en: "Closing"), closed: Phrase(sv: "Stängd", en: "Closed"),
            opened: Phrase(sv: "Öppnad igen", en: "Opened again"), rows: Phrase(sv: "Rader", en: "Rows")
        )
        let lines = snapshots.map { one -> HTML in
            """
            <tr><th scope="row"><a href="/figures/\(one.period)/closing?number=\(String(one.number))">\(one.period.label.capitalized)</a></th>\
            \(HTML.cell(labels.number, HTML.number(one.number), isNumber: true))\
            \(HTML.cell(labels.closed, .day(one.closedOn)))\(HTML.cell(labels.opened, .day(one.reopenedOn)))\
            \(HTML.cell(labels.rows, HTML.number(one.rows), isNumber: true))</tr>

            """
        }
        return """
            <table class="data"><caption>\(title)</caption><thead><tr><th scope="col">\(sv: "Vilken period", en: "Which period")</th>\
            <th scope="col" class="number">\(labels.number)</th><th scope="col">\(labels.closed)</th>\
            <th scope="col">\(labels.opened)</th><th scope="col" class="number">\(labels.rows)</th></tr></thead>\
            <tbody>\(lines)</tbody></table>
            """
    }
}

/// Closing a period that is over: what it means, and the one button.
enum ClosePage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let period = try FigurePages.period(visit)
        // What would refuse the closing does so here.
        let tried = try await visit.operations.closePeriod(visit.actor, period, dryRun: true)
        let form = Form(
            action: visit.path, state: FormState(FormData()),
            button: Phrase(sv: "Stäng \(period.label.sv)", en: "Close \(period.label.en)"), cancel: "/figures/\(period)"
        )
        return .page(
            Page(
                Phrase(sv: "Stäng \(period.label.sv)", en: "Close \(period.label.en)"), in: .figures,
                under: [FigurePages.crumb(period)],
                """
                <p class="lead">\(sv: "Siffrorna fryses som de är nu, med de \(tried.rows) rader de räknas från.", en: "The figures are frozen as they are now, with the \(tried.rows) rows they are counted from.")</p>
                <ul>
                <li>\(sv: "Rapporten för perioden visar sedan alltid de siffrorna, på sidor och i filer.", en: "The period's report shows those figures from then on, on pages and in files.")</li>
                <li>\(sv: "Det som ändras efteråt syns i en lista över rättelser, med orsak.", en: "What is changed afterwards is seen in a list of corrections, with its cause.")</li>
                <li>\(sv: "En kontrollsumma trycks i rapporten; vem som helst kan räkna om den.", en: "A digest is printed in the report; anybody can reckon it again.")</li>
                <li>\(sv: "Perioden kan öppnas igen med ett skäl, och då säger rapporten det.", en: "The period can be opened again with a reason, and the report then says so.")</li>
                </ul>
                \(form.html(visit, []))
                """))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let period = try FigurePages.period(visit)
        let closed = try await visit.operations.closePeriod(visit.actor, period)
        return .redirect(
            "/figures/\(period)/closing",
            Phrase(
                sv: "\(period.label.sv) är stängt: stängning \(closed.number).",
                en: "\(period.label.en) is closed: closing \(closed.number)."
            ).capitalized)
    }
}
