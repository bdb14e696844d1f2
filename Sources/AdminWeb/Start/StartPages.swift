import Domain
import Operations

/// The start page: what awaits whoever signs in, by role.
enum StartPages {
    static let routes: [PageRoute] = [
        .get("/", .signedIn, show),
        .get("/start/renew", .may(.renewSlot), RenewalPages.preview),
        .post("/start/renew", .may(.renewSlot), RenewalPages.renewAll),
        .post("/slots/:code/not-this-year", .may(.renewSlot), RenewalPages.decline),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        switch try visit.actor.role {
        case .coordinator: .page(try await CoordinatorStartPage.page(visit))
        case .registrar: .page(try await RegistrarStartPage.page(visit, FormState()))
        case .referrer: .page(try await ReferrerStartPage.page(visit))
        case .statistician: .page(try await StatisticianStartPage.page(visit))
        case .administrator: .page(try await AdministratorStartPage.page(visit))
        case .operator, .supervisor, .participant, .clock, .visitor:
            .page(Page(Section.start.label, in: .start, .empty))
        }
    }
}

/// The year's joint commitment as a picture with its numbers.
enum CommitmentView {
    static func html(_ progress: CommitmentProgress?) -> HTML {
        guard let progress else {
            return """
                <p class="note">\(sv: "Inget åtagande om platser gäller i år.", en: "No undertaking on places is in force this year.")</p>
                """
        }
        let target = progress.target.map { Phrase.number($0) } ?? Phrase(sv: "–", en: "–")
        let offered = Phrase.number(progress.offered)
        let title = Phrase(
            sv: "Åtagandet \(progress.year): \(offered.sv) av \(target.sv) platser erbjudna",
            en: "The commitment \(progress.year): \(offered.en) of \(target.en) places offered")
        return """
            <section class="card"><h2>\(title)</h2>
            \(CommitmentBar(id: "commitment", title: title, target: progress.target, counts: counts(progress), forecast: progress.forecast).html)
            \(ForecastNote(forecast: progress.forecast, inBooks: progress.inBooks).html)
            <p><a href="/figures/\(progress.year)">\(sv: "Årets siffror", en: "The year's figures")</a></p></section>
            """
    }

    /// Those who may not see small counts of people are shown places only.
    private static func counts(_ progress: CommitmentProgress) -> [CommitmentStage: Int] {
        let counts: [CommitmentStage: Int?] = [
            .pledged: progress.pledged, .offered: progress.offered, .filled: progress.filled,
            .started: progress.started, .completed: progress.completed,
        ]
        return counts.compactMapValues { $0 }
    }
}
