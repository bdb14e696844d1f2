import Domain
import Operations
import Statistics

/// On a period's page: whether its figures are closed, and the way to close them.
struct ClosingNote {
    let visit: Visit
    let report: AnnualReport
    /// How many corrections there are since; nil where that is not asked.
    let corrections: Int?

    init(_ visit: Visit, _ report: AnnualReport) async throws {
        self.visit = visit
        self.report = report
        corrections =
            report.mark?.state == .closed
            ? try await visit.operations.correctionCount(visit.actor, report.period) : nil
    }

    var html: HTML {
        guard let mark = report.mark else { return .empty }
        let path = "/figures/\(report.period)"
        let count: HTML =
            corrections.map { count in
                count == 0
                    ? "<a href=\"\(path)/closing\">\(sv: "Inga rättelser sedan dess.", en: "No corrections since.")</a>"
                    : """
                    <a href="\(path)/closing">\(sv: "Rättelser sedan dess: \(count).", en: "Corrections since: \(count).")</a>
                    """
            } ?? "<a href=\"\(path)/closing\">\(sv: "Det som stängdes", en: "What was closed")</a>"
        return """
            <p class="note\(" warn", if: mark.state != .closed)">\(mark.phrase) \(count)</p>
            """
    }

    /// For a period that is over and not closed.
    var button: HTML {
        let isOver = (try? report.period.days).map { $0.to < visit.today } ?? false
        guard report.period.isFixed, isOver, visit.may(.closePeriod), report.mark.map({ $0.state == .reopened }) ?? true
        else { return .empty }
        return """
            <a class="button main" href="/figures/\(report.period)/close">\(sv: "Stäng perioden", en: "Close the period")</a>\u{20}
            """
    }
}
