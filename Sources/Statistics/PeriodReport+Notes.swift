public import Domain

extension PeriodReport {
    /// What else the figures rest on, in words: departments with places, missing sex, follow-ups and late registrations.
    public var notes: [Phrase] {
        let coverage = report.coverage.map { coverage in
            Phrase(
                sv: "\(coverage.covered) av \(coverage.departments) förvaltningar har erbjudit platser.",
                en: "\(coverage.covered) of \(coverage.departments) departments have offered places.")
        }
        let started = report.total[.started]
        let ended = report.total[.koladaDenominator]
        return [
            coverage,
            Self.of(
                unknownSex, report.total[.persons],
                Phrase(sv: "mottagna personer saknar uppgift om kön", en: "persons received have no sex on file")),
            Self.of(
                quality.overdueFollowUps, ended,
                Phrase(sv: "avslutade praktiker saknar en uppföljning", en: "ended placements lack a follow-up")),
            Self.of(
                quality.lateStarts, started,
                Phrase(
                    sv: "påbörjade praktiker registrerades mer än \(FigureQuality.lateAfterDays) dagar för sent",
                    en: "placements started were registered more than \(FigureQuality.lateAfterDays) days late")),
            Self.of(
                quality.lateEnds, ended,
                Phrase(
                    sv: "avslutade praktiker registrerades mer än \(FigureQuality.lateAfterDays) dagar för sent",
                    en: "ended placements were registered more than \(FigureQuality.lateAfterDays) days late")),
        ].compactMap(\.self)
    }

    /// Nil where neither number is shown.
    private static func of(_ count: Int?, _ whole: Int?, _ what: Phrase) -> Phrase? {
        guard count != nil || whole != nil else { return nil }
        func shown(_ count: Int?) -> String { count.map(String.init) ?? "–" }
        return Phrase(
            sv: "\(shown(count)) av \(shown(whole)) \(what.sv).", en: "\(shown(count)) of \(shown(whole)) \(what.en).")
    }
}
