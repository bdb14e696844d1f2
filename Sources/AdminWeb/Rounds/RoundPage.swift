import Domain
import Operations

/// A round's result on one page: who got which slot by which points, who got none and why, what is left over and why.
enum RoundPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let run = try await visit.operations.matchRun(visit.actor, code: visit.code("run"))
        return .page(
            Page(
                Phrase(sv: "Matchning \(run.code)", en: "Round \(run.code)"), in: .rounds,
                under: [Section.rounds.crumb], badge: RoundPages.badge(isDecided: run.decidedAt != nil),
                action: actions(visit, run),
                """
                <p class="lead">\(headline(run))</p>
                \(keys(run))\(notes(run))
                \(placed(run, mayTry: visit.may(.runMatch) && run.decidedAt == nil))
                \(UnplacedView.html(run))\(left(run))\(Rules.html(run))
                """))
    }

    private static func actions(_ visit: Visit, _ run: StoredRun) -> HTML {
        let path = RoundPages.path(run.code)
        let trial: HTML = "<a class=\"button\" href=\"\(path)/try\">\(sv: "Pröva ändringar", en: "Try changes")</a>"
        let stable: HTML =
            "<a class=\"button\" href=\"\(path)/try?mode=\(run.parameters.mode == .stable ? "optimal" : "stable")\">\(run.parameters.mode == .stable ? Phrase(sv: "Jämför med bäst", en: "Compare with best") : Phrase(sv: "Jämför med stabil", en: "Compare with stable"))</a>"
        guard run.decidedAt == nil, visit.may(.decideMatch) else { return HTML([trial, stable], separator: " ") }
        let decide: HTML = "<a class=\"button main\" href=\"\(path)/decide\">\(sv: "Besluta", en: "Decide")</a>"
        return HTML([trial, stable, decide], separator: " ")
    }

    private static func headline(_ run: StoredRun) -> Phrase {
        let proof =
            switch (run.isVerified, run.parameters.mode) {
            case (true, .optimal): Phrase(sv: "bevisat bästa möjliga", en: "proven to be the best possible")
            case (true, .stable): Phrase(sv: "stabilt, kontrollerat", en: "stable, checked")
            case (false, .optimal): Phrase(sv: "inte bevisat bäst", en: "not proven to be the best")
            case (false, .stable): Phrase(sv: "inte stabilt", en: "not stable")
            }
        return Phrase(
            sv: "\(run.placed) av \(run.persons) placerade, \(proof.sv).",
            en: "\(run.placed) of \(run.persons) placed, \(proof.en).")
    }

    private static func keys(_ run: StoredRun) -> HTML {
        func key(_ label: Phrase, _ value: Int) -> HTML { "<div><dt>\(label)</dt><dd>\(HTML.number(value))</dd></div>" }
        return """
            <dl class="keys">\(key(Phrase(sv: "placerade", en: "placed"), run.placed))\
            \(key(Phrase(sv: "utan plats", en: "without"), run.persons - run.placed))\
            \(key(Phrase(sv: "platser kvar", en: "places left"), run.placesLeft.reduce(0) { $0 + $1.places }))\
            \(key(Phrase(sv: "poäng", en: "points"), run.shown.score))</dl>
            """
    }

    private static func notes(_ run: StoredRun) -> HTML {
        var notes = run.shown.bounds.map { $0.phrase(run.parameters.mode) }
        if let notice = run.notice { notes.append(notice) }
        notes += run.warnings
        if let origin = run.parameters.triedFrom {
            notes.append(Phrase(sv: "Prövad från \(origin).", en: "Tried from \(origin)."))
        }
        guard notes.count > 1 else { return HTML(notes.map { "<p class=\"note\">\($0)</p>" }) }
        return "<ul class=\"note plain\">\(notes.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    private static func placed(_ run: StoredRun, mayTry: Bool) -> HTML {
        guard run.placed > 0 else { return .empty }
        let score = Phrase(sv: "Poäng", en: "Score")
        let partsLabel = Phrase(sv: "Delar", en: "Parts")
        let days = Phrase(sv: "När", en: "When")
        let titles = RoundPages.titles(run)
        let rows = run.shown.pairs.map { pair -> HTML in
            """
            <tr><th scope="row"><a href="\(RoundPages.why(run.code, pair.participant))">\(pair.participant)</a>\
            \(lock, if: pair.isLocked)</th>\
            \(HTML.cell(RoundPages.slotLabel, "<a href=\"\(RoundPages.slot(run.code, pair.slot))\">\(titles[pair.slot] ?? "")</a><span class=\"sub\">\(pair.slot)</span>"))\
            \(HTML.cell(days, .period(pair.days)))\
            \(HTML.cell(score, HTML.number(pair.score), isNumber: true))\
            \(HTML.cell(partsLabel, ScoreBar(parts: parts(of: pair.parts)).html))\
            \(rowActions(run, pair.participant, pair.slot, mayTry: mayTry))</tr>

            """
        }
        let hidden = run.hiddenPairs.map { pair -> HTML in
            """
            <tr><th scope="row">\(Mask.text)</th>\(HTML.cell(RoundPages.slotLabel, "\(Mask.text)"))<td></td>\
            \(HTML.cell(score, HTML.number(pair.score), isNumber: true))\
            \(HTML.cell(partsLabel, ScoreBar(parts: parts(of: pair.parts)).html))<td class="actions"></td></tr>

            """
        }
        return """
            <h2>\(sv: "Placerade", en: "Placed")</h2>\(ScoreBar.key)
            <table class="data"><caption>\(sv: "Vem som får vilken plats, med poängens delar", en: "Who gets which slot, with the parts of the score")</caption>
            <thead><tr><th scope="col">\(RoundPages.participant)</th><th scope="col">\(RoundPages.slotLabel)</th>\
            <th scope="col">\(days)</th><th scope="col" class="number">\(score)</th><th scope="col">\(partsLabel)</th>\
            <th scope="col">\(sv: "Mer", en: "More")</th></tr></thead>
            <tbody>\(rows)\(hidden)</tbody></table>
            """
    }

    private static let lock: HTML = " <span class=\"badge\">\(sv: "låst", en: "locked")</span>"

    private static func parts(of named: [String: Int]) -> [ScorePart: Int] {
        named.reduce(into: [:]) { parts, pair in
            if let part = ScorePart(rawValue: pair.key) { parts[part] = pair.value }
        }
    }

    private static func rowActions(_ run: StoredRun, _ participant: String, _ slot: Code, mayTry: Bool) -> HTML {
        let pair = URLEncoded.encode("\(participant) \(slot)")
        let row: HTML = "<span class=\"hidden\">: \(participant)</span>"
        let why: HTML =
            "<a href=\"\(RoundPages.why(run.code, participant))\">\(sv: "Varför?", en: "Why?")\(row)</a>"
        let trial: HTML = """
             <a href="\(RoundPages.path(run.code))/try?lock=\(pair)">\(sv: "Lås", en: "Lock")\(row)</a> \
            <a href="\(RoundPages.path(run.code))/try?forbid=\(pair)">\(sv: "Förbjud", en: "Forbid")\(row)</a>
            """
        return "<td class=\"actions\">\(why)\(trial, if: mayTry)</td>"
    }

    private static func left(_ run: StoredRun) -> HTML {
        let left = run.placesLeft
        guard !left.isEmpty else { return .empty }
        let labels = (
            left: Phrase(sv: "Kvar", en: "Left"), placed: Phrase(sv: "Placerade", en: "Placed"),
            eligible: Phrase(sv: "Behöriga", en: "Eligible"), why: Phrase(sv: "Varför", en: "Why")
        )
        let titles = RoundPages.titles(run)
        let rows = left.map { slot -> HTML in
            """
            <tr><th scope="row"><a href="\(RoundPages.slot(run.code, slot.slot))">\(titles[slot.slot] ?? "")</a>\
            <span class="sub">\(slot.slot)</span></th>\
            \(HTML.cell(labels.left, HTML.number(slot.places), isNumber: true))\
            \(HTML.cell(labels.placed, HTML.number(slot.placed), isNumber: true))\
            \(HTML.cell(labels.eligible, HTML.number(slot.eligible), isNumber: true))\
            \(HTML.cell(labels.why, "\(slot.why)"))</tr>

            """
        }
        return """
            <h2>\(sv: "Platser kvar", en: "Places left") <span class="count">\(left.count)</span></h2>
            <table class="data"><caption>\(sv: "Platser som blev över, och varför", en: "Slots left over, and why")</caption>
            <thead><tr><th scope="col">\(RoundPages.slotLabel)</th><th scope="col" class="number">\(labels.left)</th>\
            <th scope="col" class="number">\(labels.placed)</th><th scope="col" class="number">\(labels.eligible)</th>\
            <th scope="col">\(labels.why)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }
}

/// What a run was computed by, folded at the foot of its page.
private enum Rules {
    static func html(_ run: StoredRun) -> HTML {
        let weights = ScorePart.allCases.map { part -> HTML in
            "<dt>\(part.label.capitalized)</dt><dd>\(run.parameters.weights[part])</dd>"
        }
        return """
            <details class="more"><summary>\(sv: "Så räknades det", en: "How it was computed")</summary>
            <dl class="facts">\(HTML.fact(Phrase(sv: "Från", en: "From"), .day(run.parameters.roundStart)))\
            \(HTML.fact(Phrase(sv: "Minst", en: "At least"), "\(sv: "\(run.parameters.minimumDays) dagar", en: "\(run.parameters.minimumDays) days")"))\
            \(HTML.fact(Phrase(sv: "Regler", en: "Rules"), "\(run.ruleVersion)"))\
            \(HTML.fact(Phrase(sv: "Frö", en: "Seed"), "<code>\(run.parameters.seed)</code>"))\
            \(HTML.fact(Phrase(sv: "Räknad av", en: "Computed by"), "\(run.computedBy)"))\(weights)</dl></details>
            """
    }
}
