import Domain
import HTTPTypes
import Operations

/// `/l/TOKEN`: what is asked of whoever has no account. Reading changes nothing, so that programs that look into mail can open
/// a link as often as they like; answering uses it up.
enum LinkPages {
    static let routes: [PageRoute] = [
        .get("/l/:token", .anybody, show),
        .post("/l/:token", .anybody, bodyLimit: 64 * 1024, answer),
    ]

    /// The page of each purpose; a purpose without one is as a link that opens nothing.
    static let pages: [PartyPurpose: LinkPage] = [
        .answerProposal: AnswerProposalLink.page, .startReport: StartReportLink.page,
        .voiceMid: VoiceLink.page(.mid), .voiceEnd: VoiceLink.page(.end), .complaint: ComplaintLink.page,
        .endReport: EndReportLink.page, .approveAgreement: ApproveAgreementLink.page,
        .confirmOffers: ConfirmOffersLink.page,
        .followUp: FollowUpLink.page,
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        guard let (asked, page) = try await open(visit) else { return closed(visit) }
        do {
            return try await question(asked, page)
        } catch Refusal.account(.linkInvalid) {
            // What it asks has been settled in another way.
            return closed(visit)
        }
    }

    private static func answer(_ visit: Visit) async throws -> PageAnswer {
        guard let (asked, page) = try await open(visit) else { return closed(visit) }
        do {
            let said = try await visit.operations.useLink(token(visit), from: visit.address, stays: page.stays(asked)) {
                operations, _ in
                try await page.act(operations, asked)
            }
            let content: HTML = """
                <p class="lead" role="status">\(said)</p>
                <p>\(asked.texts[.close])</p>
                """
            return answer(asked.visit, Page(asked.texts[.thanks], content), asked.texts)
        } catch Refusal.account(.linkInvalid) {
            // Somebody else was just before.
            return closed(visit)
        } catch let refusal as Refusal {
            return try await question(asked, page, refusal.phrase, status: refusal.status)
        } catch let fault as LinkFault {
            return try await question(asked, page, fault.phrase, status: .unprocessableContent)
        }
    }

    private static func open(_ visit: Visit) async throws -> (LinkVisit, LinkPage)? {
        guard let opened = try await visit.operations.openLink(token(visit), from: visit.address),
            let page = pages[opened.purpose]
        else { return nil }
        var visit = visit
        visit.language = chosen(visit) ?? opened.language
        visit.settledName = await visit.site.names.name(of: opened.actor.municipality, visit.operations)
        var asked = LinkVisit(visit: visit, link: opened, texts: VoiceTexts(visit.language))
        if page.isInFurtherLanguages {
            (asked.texts, asked.further) = try await visit.operations.voiceTexts(
                opened, chosen: visit.query["language"], else: visit.language)
        }
        return (asked, page)
    }

    private static func question(
        _ asked: LinkVisit, _ page: LinkPage, _ fault: Phrase? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> PageAnswer {
        let question = try await page.show(asked)
        let said: HTML = fault.map { "<div class=\"faults\" role=\"alert\"><p>\($0)</p></div>" } ?? .empty
        return answer(
            asked.visit, Page(question.title, isFaulty: fault != nil, "\(said)\n\(question.content)"), asked.texts,
            status: status)
    }

    /// One and the same for every link that opens nothing, whatever the reason.
    private static func closed(_ visit: Visit) -> PageAnswer {
        var visit = visit
        visit.language = chosen(visit) ?? visit.language
        visit.settledName = nil
        let content: HTML = """
            <p class="lead">\(sv: "Den är redan använd, för gammal eller tillbakadragen.",
            en: "It has been used already, is too old or was withdrawn.")</p>
            <p>\(sv: "Behöver du svara eller ändra ett svar? Hör av dig till kommunens samordnare.",
            en: "Do you need to answer, or to change an answer? Get in touch with the municipality's coordinator.")</p>
            """
        return answer(
            visit, Page(Phrase(sv: "Länken gäller inte längre", en: "The link is no longer valid"), content),
            status: .notFound)
    }

    private static func answer(
        _ visit: Visit, _ page: Page, _ texts: VoiceTexts? = nil, status: HTTPResponse.Status = .ok
    ) -> PageAnswer {
        var page = page
        let other: Language = visit.language == .swedish ? .english : .swedish
        page.plainSwitch = path(visit, other.rawValue)
        page.furtherLanguage = texts.flatMap { $0.isFurther ? $0 : nil }
        var answer = PageAnswer.page(page, status: status)
        answer.headers[.referrerPolicy] = "no-referrer"
        answer.language = visit.language
        answer.municipalityName = visit.settledName ?? ""
        return answer
    }

    /// The page itself in a language. Only what can be of a token is written back.
    static func path(_ visit: Visit, _ language: String) -> String {
        let token = token(visit).filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return "\(PartyLinkPath.folder)\(token.prefix(100))?language=\(language)"
    }

    private static func token(_ visit: Visit) -> String { visit.parameters["token"] ?? "" }

    private static func chosen(_ visit: Visit) -> Language? {
        visit.query["language"].flatMap { Language(rawValue: $0) }
    }
}
