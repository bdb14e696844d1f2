import Domain
import Operations
import Statistics
import Store

/// One closing of a period: whether it is what was closed, what would be otherwise today, and what to verify it with.
enum ClosingPage {
    private static func number(_ visit: Visit) throws -> Int? {
        guard let text = visit.query["number"] else { return nil }
        guard let number = Int(text) else { throw WebFault.notFound }
        return number
    }

    static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, FormState(FormData())))
    }

    static func file(_ visit: Visit) async throws -> PageAnswer {
        let export = try await visit.operations.exportSnapshot(
            visit.actor, FigurePages.period(visit), number: number(visit))
        return .file(name: export.archive.name, type: "application/zip", export.archive.bytes)
    }

    static func reopen(_ visit: Visit) async throws -> PageAnswer {
        let period = try FigurePages.period(visit)
        var reader = FormReader(visit.form)
        let reason = reader.required("reason") { try Line($0) }
        var status = Refusal.reasonMissing.formStatus
        if let reason, reader.faults.isEmpty {
            do {
                _ = try await visit.operations.reopenPeriod(visit.actor, period, reason: reason)
                return .redirect(
                    "/figures/\(period)",
                    Phrase(
                        sv: "Perioden är öppnad igen. Det som stängdes finns kvar.",
                        en: "The period is open again. What was closed is kept."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
                status = refusal.formStatus
            }
        }
        return .page(try await page(visit, reader.state), status: status)
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let period = try FigurePages.period(visit)
        let number = try number(visit)
        let verdict = try await visit.operations.verifySnapshot(visit.actor, period, number: number)
        let snapshot = verdict.snapshot
        let all = try await visit.operations.snapshots(visit.actor, of: period)
        var corrections: HTML = .empty
        if visit.may(.readFigureRows) {
            corrections =
                CorrectionTable(
                    list: try await visit.operations.corrections(visit.actor, period, number: number)
                ).html
        }
        let title = Phrase(
            sv: "\(period.label.sv), stängning \(snapshot.number)", en: "\(period.label.en), closing \(snapshot.number)"
        )
        return Page(
            title.capitalized, in: .figures, under: [FigurePages.crumb(period)],
            action: """
                <a class="button" href="/figures/\(period)/closing/file?number=\(String(snapshot.number))">\(sv: "Hämta för kontroll (zip)", en: "Get for verification (zip)")</a>
                """, isFaulty: !state.faults.isEmpty,
            """
            <p class="note\(" bad", if: !verdict.holds)">\(verdict.phrase)</p>
            \(facts(snapshot))
            \(corrections)
            \(all.count > 1 ? ClosedPeriodsPage.list(all) : .empty)
            \(snapshot.isInForce && visit.may(.reopenPeriod) ? reopening(visit, period, state) : .empty)
            """)
    }

    private static func facts(_ snapshot: Snapshot) -> HTML {
        let opened: HTML =
            snapshot.reopenedOn.map { day in
                """
                <dt>\(sv: "Öppnad igen", en: "Opened again")</dt><dd>\(HTML.day(day)): \(snapshot.reopenedReason ?? "")</dd>
                """
            } ?? .empty
        return """
            <dl class="facts"><dt>\(sv: "Stängd", en: "Closed")</dt><dd>\(HTML.day(snapshot.closedOn))</dd>\
            <dt>\(sv: "Av", en: "By")</dt><dd>\(snapshot.closedBy)</dd>\(opened)\
            <dt>\(sv: "Kontrollsumma (SHA-256)", en: "Digest (SHA-256)")</dt><dd><code>\(snapshot.rootDigest)</code></dd></dl>
            """
    }

    private static func reopening(_ visit: Visit, _ period: ReportPeriod, _ state: FormState) -> HTML {
        let fields = [
            Field(
                "reason", Phrase(sv: "Varför perioden öppnas", en: "Why the period is opened"),
                hint: Phrase(
                    sv: "Står i rapporten för alla att läsa; inget om personer.",
                    en: "Stands in the report for everybody to read; nothing of persons."), isRequired: true)
        ]
        let form = Form(
            action: "/figures/\(period)/reopen", state: state,
            button: Phrase(sv: "Öppna perioden igen", en: "Open the period again"), isDangerous: true, isMain: false)
        return """
            <details class="more"\(" open", if: !state.faults.isEmpty)><summary>\(sv: "Öppna perioden igen", en: "Open the period again")</summary>
            <p>\(sv: "Siffrorna blir dagens tills perioden stängs på nytt. Det som stängdes finns kvar.", en: "The figures become today's until the period is closed anew. What was closed is kept.")</p>
            \(form.html(visit, fields))</details>
            """
    }
}

/// What closed figures would be today, and why.
struct CorrectionTable {
    let list: CorrectionList

    var html: HTML {
        """
        <h2>\(sv: "Rättelser sedan stängningen", en: "Corrections since the closing")</h2>
        \(list.corrections.isEmpty ? .nothing(Phrase(sv: "Inget är annorlunda.", en: "Nothing is otherwise.")) : rows)
        \(moved)\(erased)
        """
    }

    private var rows: HTML {
        let labels = (
            kind: Phrase(sv: "Hur", en: "How"), change: Phrase(sv: "Ändring", en: "Change"),
            effect: Phrase(sv: "Verkan", en: "Effect"), cause: Phrase(sv: "Orsak", en: "Cause")
        )
        let lines = list.corrections.map { one -> HTML in
            """
            <tr><th scope="row">\(one.subject.label.capitalized)<span class="sub">\(one.code ?? "")</span></th>\
            \(HTML.cell(labels.kind, "\(one.kind.label)"))\(HTML.cell(labels.change, "\(one.fieldText)"))\
            \(HTML.cell(labels.effect, "\(one.effectText)"))\(HTML.cell(labels.cause, "\(one.causeText)"))</tr>

            """
        }
        return """
            <table class="data"><caption>\(HTML.number(list.corrections.count)) \(sv: "rättelser", en: "corrections")</caption>
            <thead><tr><th scope="col">\(sv: "Vad", en: "What")</th><th scope="col">\(labels.kind)</th>\
            <th scope="col">\(labels.change)</th><th scope="col">\(labels.effect)</th><th scope="col">\(labels.cause)</th>\
            </tr></thead><tbody>\(lines)</tbody></table>
            """
    }

    private var moved: HTML {
        guard !list.moved.isEmpty else { return .empty }
        let labels = (closed: Phrase(sv: "Stängt", en: "Closed"), now: Phrase(sv: "I dag", en: "Today"))
        let lines = list.moved.map { one -> HTML in
            let name = Figure(rawValue: one.figure)?.label.capitalized ?? Phrase(sv: one.figure, en: one.figure)
            return """
                <tr><th scope="row">\(name)</th>\(HTML.cell(labels.closed, HTML.number(one.closed), isNumber: true))\
                \(HTML.cell(labels.now, HTML.number(one.now), isNumber: true))</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Siffror som skulle vara andra i dag", en: "Figures that would be others today")</caption>
            <thead><tr><th scope="col">\(sv: "Tal", en: "Figure")</th><th scope="col" class="number">\(labels.closed)</th>\
            <th scope="col" class="number">\(labels.now)</th></tr></thead><tbody>\(lines)</tbody></table>
            """
    }

    private var erased: HTML {
        guard list.erasedRows > 0 else { return .empty }
        return """
            <p class="note">\(sv: "\(list.erasedRows) rader är gallrade enligt regel och jämförs inte; dagens siffror saknar dem.", en: "\(list.erasedRows) rows were erased by rule and are not compared; today's figures lack them.")</p>
            """
    }
}
