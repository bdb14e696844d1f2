import Domain
import Operations
import Store

/// A placement's plan on its page: each moment with what was told, by whom, side by side where sources differ.
enum FollowUpSection {
    static func html(_ visit: Visit, _ sheet: FollowUpSheet) -> HTML {
        guard !sheet.moments.isEmpty || !sheet.others.isEmpty else { return .empty }
        let rows = sheet.moments.map { line -> HTML in
            let may = visit.may(.recordFollowUp) && line.plan.map { $0.dueOn <= visit.today } ?? false
            let button: HTML = """
                <a class="button low" href="\(FollowUpPages.path(sheet.detail.placement.code, line.moment))">\(sv: "Anteckna", en: "Record")\
                <span class="hidden">: \(line.moment.label)</span></a>
                """
            return """
                <li\(" class=\"ahead\"", if: line.state == .coming)><p><strong>\(line.moment.label.capitalized)</strong> \
                \(HTML.badge(line.state.label.capitalized, style(line)))\(" ", if: may)\(button, if: may)</p>\
                \(line.plan.map { "<p class=\"when\">\($0.dueOn.longPhrase)</p>" } ?? HTML.empty)\
                \(told(visit, line, mayConfirm: visit.may(.confirmOutcome)))</li>
                """
        }
        let others: HTML = """
            <h3>\(sv: "Andra uppgifter", en: "Told otherwise")</h3>
            <ul class="plain">\(sheet.others.map { "<li>\(status(visit, $0, mayConfirm: false))</li>" })</ul>
            """
        return """
            <h2>\(sv: "Uppföljning", en: "Follow-up")</h2>
            <ol class="timeline">\(rows)</ol>\(others, if: !sheet.others.isEmpty)
            """
    }

    /// What was told at one moment, each with its source; nothing where nothing was.
    static func told(_ visit: Visit, _ line: FollowUpLine, mayConfirm: Bool) -> HTML {
        let reports = line.reports.filter { $0.progress != nil || $0.note != nil || $0.hired != nil }
        guard !reports.isEmpty || !line.outcomes.isEmpty else { return .empty }
        let contradicted: HTML = """
            <p class="note warn">\(sv: "Uppgifterna säger emot varandra. Avgör vilken som gäller; de andra står kvar men räknas inte.",
            en: "What is told is contradictory. Say which counts; the others stay, and are not counted.")</p>
            """
        return """
            \(contradicted, if: line.isContradicted && mayConfirm)<ul class="plain">\(reports.map { "<li>\(report($0))</li>" })\
            \(line.outcomes.map { "<li>\(status(visit, $0, mayConfirm: mayConfirm))</li>" })</ul>
            """
    }

    private static func report(_ report: FollowUpReport) -> HTML {
        var parts: [HTML] = []
        if let progress = report.progress { parts.append("\(progress.label.capitalized)") }
        if let goal = report.languageGoal {
            parts.append("\(sv: "språkmålet \(goal.label.sv)", en: "language goal \(goal.label.en)")")
        }
        if let hired = report.hired {
            parts.append(
                hired
                    ? "\(sv: "Anställd där", en: "Employed there")"
                    : "\(sv: "Inte anställd där", en: "Not employed there")")
        }
        if let note = report.note { parts.append("”\(note.rawValue)”") }
        return "\(HTML(parts, separator: ", ")) <span class=\"muted\">\(source(report.source, report.toldOn))</span>"
    }

    /// A status in a line, with what contradicts it.
    static func status(_ visit: Visit, _ outcome: ToldOutcome, mayConfirm: Bool) -> HTML {
        let with: HTML = outcome.employer.map { " \(sv: "hos", en: "with") \($0.label)" } ?? .empty
        return """
            \(outcome.status.label.capitalized)\(with) <span class="muted">\(source(outcome.source, outcome.checkedOn)), \
            \(outcome.code)</span>\(marks(visit, outcome, mayConfirm: mayConfirm))
            """
    }

    /// How an outcome stands to what others told: confirmed, standing back, contradicted; and the button that decides it.
    static func marks(_ visit: Visit, _ outcome: ToldOutcome, mayConfirm: Bool) -> HTML {
        var parts: [HTML] = []
        if outcome.confirmedAt != nil {
            parts.append(.badge(Phrase(sv: "Gäller", en: "Counts"), .good))
        } else if outcome.standsBack {
            parts.append(.badge(Phrase(sv: "Räknas inte", en: "Not counted"), .past))
        }
        if !outcome.contradicts.isEmpty {
            let codes = outcome.contradicts.map(\.rawValue).joined(separator: ", ")
            parts.append(
                .badge(Phrase(sv: "Säger emot \(codes)", en: "Contradicts \(codes)"), outcome.isOpen ? .warn : .plain))
        }
        if mayConfirm, !outcome.contradicts.isEmpty, outcome.confirmedAt == nil || outcome.isOpen {
            parts.append(
                Form.button(
                    visit, "/outcomes/\(URLEncoded.encode(outcome.code.rawValue))/confirm",
                    Phrase(sv: "Det här gäller", en: "This counts"), row: outcome.code.rawValue))
        }
        return parts.isEmpty ? .empty : " " + HTML(parts, separator: " ")
    }

    private static func source(_ source: OutcomeSource?, _ day: Day) -> Phrase {
        guard let source else { return Phrase(sv: "\(day)", en: "\(day)") }
        return Phrase(sv: "enligt \(source.label.sv) \(day)", en: "by \(source.label.en) \(day)")
    }

    private static func style(_ line: FollowUpLine) -> BadgeStyle {
        if line.isContradicted { return .warn }
        return switch line.state {
        case .told: .good
        case .due: .now
        case .coming: .plain
        case .missed: .past
        }
    }
}
