import Domain
import FoundationEssentials
import Testing

@testable import AdminWeb

/// The API does everything that the pages do.
struct APICoverageTests {
    /// What the pages ask for and no program does, and why.
    private static let exceptions: [String: String] = [
        "signIn": "leads to a session, a browser's; a program has its token",
        "signOut": "ends a session; a program revokes its token",
        "signedIn": "looks a session's cookie up",
        "externalSignIn": "leads to a session, by way of the identity provider's own pages",
        "invitation": "is shown to whoever holds the link, before there is an account to have a token of",
        "acceptInvitation": "leads to a session; the password is its owner's to choose",
        "newLink": "leads to a session of another's; no token is good for that",
        "registrarStart": "gathers renewals and proposals, which the API has each by itself",
        "requireSignInOpen": "stands before a sign-in, a browser's",
        "countProviderAnswer": "counts a sign-in through the provider, a browser's",
        "changePassword": "needs the present password, which is its owner's and no program's to know",
        "openLink": "is shown to whoever holds the link, who has no account and no token",
        "useLink": "answers by a link; a program has the step itself",
        "askedAgreement": "is what a link asks about, to whoever holds it",
        "offersToConfirm": "is what a link asks about, to whoever holds it",
        "askedFollowUp": "is what a link asks, to whoever holds it",
        "answerFollowUp": "answers by a link; a program has the recording itself",
        "askedPlacement": "is what a link asks about, to whoever holds it",
        "voiceTexts": "is what a link's page is written in",
        "askedVoice": "is what a link asks about, to whoever holds it",
        "reportFault": "is a form on the pages themselves, open to whoever cannot use them",
        "bearer": "looks the API's own tokens up, before any of its routes",
        "outcomes": "reads them all; the API has outcomeList",
        "jobs": "reads the newest; the API has jobList",
        "matchRuns": "reads them all; the API has matchRunList",
        "faultReports": "reads the first hundreds; the API has faultReportList",
        "municipalityName": "stands on top of each page; the API has it in the settings",
        "readiness": "is for whoever watches the service, at an address of its own",
        "startImport": "is queueImport and the job's beginning, which the API puts off until its answer is kept",
        "startMatch": "is queueMatch and the job's beginning, which the API puts off until its answer is kept",
        "ownUnits": "narrows a form's choice; the API lists units, and refuses another's",
        "renewalPlan": "is in what GET /renewals answers",
        "referrerBoard": "gathers lists of participants by state, which the API has each by itself",
        "statisticianStart": "gathers years and progress, which the API has each by itself",
        "administratorStart": "gathers idle accounts, refusals and reports, which the API has each by itself",
    ]

    private static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        return parts.joined(separator: "/") + "/Sources/AdminWeb"
    }()

    /// The operations that are called in the module's files.
    private static func called(_ isWanted: (String) -> Bool) throws -> Set<String> {
        let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 100)
        var names: Set<String> = []
        for file in files where isWanted(file) {
            guard let bytes = FileManager.default.contents(atPath: root + "/" + file) else { continue }
            for call in String(decoding: bytes, as: UTF8.self).matches(of: /operations\s*\.\s*([a-z]\w*)\s*[({]/) {
                names.insert(String(call.1))
            }
        }
        return names
    }

    @Test func `every operation of the pages is one of the API, or it is said why not`() throws {
        let pages = try Self.called { !$0.hasPrefix("API/") }
        let api = try Self.called { $0.hasPrefix("API/") }
        #expect(pages.count > 50 && api.count > 50)
        #expect(pages.subtracting(api).subtracting(Self.exceptions.keys) == [])
        #expect(Set(Self.exceptions.keys).subtracting(pages) == [], "these are no exceptions any more")
        #expect(api.isDisjoint(with: Self.exceptions.keys), "these are no exceptions any more")
    }

    @Test func `what the guide writes as code is the same in both languages`() {
        for text in APIGuide.sections.flatMap(\.paragraphs) {
            let (swedish, english) = (APIPage.parts(text.sv), APIPage.parts(text.en))
            #expect(swedish.count == english.count && swedish.count % 2 == 1, "\(text.en)")
            for place in stride(from: 1, to: min(swedish.count, english.count), by: 2) {
                #expect(swedish[place] == english[place])
            }
        }
    }

    @Test func `whatever right a page asks for, a route of the API asks for too`() {
        let pages = Set(
            PageList.all.compactMap { route in
                if case .may(let action) = route.access { action } else { nil }
            })
        #expect(pages.subtracting(APITable.routes.compactMap(\.action)) == [])
    }
}
