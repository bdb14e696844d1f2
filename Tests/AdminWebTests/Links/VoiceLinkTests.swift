import Domain
import Foundation
import HTTPTypes
import Mail
import Operations
import Postgres
import Secrets
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// What a participant gets by mail: the way to the coordinator that stands, and the questions halfway.
struct VoiceLinkTests {
    private struct House {
        let database: TestDatabase
        let town: TestMunicipality
        let web: WebTester
        let post: KeptPost
        let moment: Moment
        let karin: Actor

        /// Posts and sends what the day asks for; the paths of the links in what is new, and the mail itself.
        func mail() async throws -> (paths: [String], texts: [String]) {
            let before = post.carried.count
            let office = MailOffice(sender: try EmailAddress("p@example.se"), base: "https://p.example")
            _ = try await web.operations.postDueMail(in: town.code)
            _ = try await web.operations.sendMail(in: town.code, through: post, as: office)
            let new = post.carried.dropFirst(before)
            let paths = try new.map { message in
                String(try #require(message.body.firstMatch(of: /https:\/\/p\.example(\/l\/\S+)/)).1)
            }
            return (paths, new.map { "\($0.subject)\n\($0.body)" })
        }

        func count(_ table: StaticString) async throws -> Int {
            try await database.owner.withConnection {
                try await $0.value("SELECT count(*) FROM \(raw: table)", as: Int.self)
            }
        }
    }

    private func with(language: String = "svenska", _ body: (House) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            let moment = Moment(SwedishTime.start(of: try Day("2026-02-02")).addingTimeInterval(9 * 3600))
            let operations = Operations(
                pool: database.pool, clock: moment.clock,
                accounts: AccountRules(hasher: PasswordHasher(cost: .trifling)))
            try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute(
                    """
                    UPDATE participant SET given_name = 'Eva', family_name = 'Åkesson', email = 'eva@example.se',
                        language = \(language)
                    """)
                _ = try await connection.execute("UPDATE slot SET purpose = 'language'")
            }
            try await operations.addUser(
                Actor(name: "root", role: .operator, municipality: town.code), name: try Code("karin"),
                role: .coordinator, unit: nil, referrer: nil)
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            _ = try await operations.stepPlacement(karin, try Code("P1"), to: .accepted)
            try await operations.agreeInFull(karin, try Code("P1"))
            _ = try await operations.stepPlacement(karin, try Code("P1"), to: .started)
            try await body(
                House(
                    database: database, town: town, web: try WebTester(operations), post: KeptPost(), moment: moment,
                    karin: karin))
        }
    }

    private let answers = [
        ("tasks", "yes"), ("alone", "no"), ("swedish", "a_bit"), ("learnt", "yes"), ("what", "answer"),
    ]

    @Test func `the way to the coordinator stands, and each complaint by it arrives`() async throws {
        try await with { house in
            let (paths, texts) = try await house.mail()
            #expect(paths.count == 1 && texts[0].contains("Samhällsbyggnad"))
            for word in ["Eva", "Åkesson", "K-1", "P1", "AMA"] { #expect(!texts[0].contains(word)) }
            let path = paths[0]
            for method in [HTTPRequest.Method.head, .get, .get] {
                #expect(try await house.web.ask(method, path).status == 200)
            }
            #expect(try await house.count("complaint") == 0)
            let empty = try await house.web.ask(.post, path, form: [("what", "complain"), ("complaint", " ")])
            #expect(empty.status == 422 && empty.body.contains("Skriv vad som är fel."))
            for number in 1...2 {
                let sent = try await house.web.ask(
                    .post, path, form: [("what", "complain"), ("complaint", "Fel \(number)\r\nigen <b>")])
                #expect(sent.status == 200 && sent.body.contains("hör av sig"))
            }
            let made = try await house.web.operations.complaints(house.karin).rows
            #expect(made.map(\.words.rawValue) == ["Fel 2\nigen <b>", "Fel 1\nigen <b>"])
            #expect(made.allSatisfy { $0.actor == "AMA/K-1" && $0.ground == nil })
            for number in 3...5 {
                _ = try await house.web.ask(.post, path, form: [("what", "complain"), ("complaint", "Fel \(number)")])
            }
            let sixth = try await house.web.ask(.post, path, form: [("what", "complain"), ("complaint", "Fel 6")])
            #expect(sixth.status == 409 && sixth.body.contains("Fel 6"))
        }
    }

    @Test func `the questions are answered once, and complaining leaves them open`() async throws {
        try await with { house in
            _ = try await house.mail()
            house.moment.move(58 * 86_400)
            let (paths, texts) = try await house.mail()
            #expect(paths.count == 1 && texts[0].contains("Hur är praktiken"))
            for word in ["Eva", "Åkesson", "K-1", "P1", "AMA"] { #expect(!texts[0].contains(word)) }
            let path = paths[0]
            let page = try await house.web.ask(.get, path).body
            #expect(page.contains("Har du lärt dig mer svenska?") && page.contains("Bara samordnaren"))
            #expect(!page.contains("<script") && !page.contains("<nav"))
            let half = try await house.web.ask(
                .post, path, form: [("tasks", "yes"), ("what", "answer"), ("words", "Bra")])
            #expect(half.status == 422 && half.body.contains("Välj ett svar på varje fråga."))
            #expect(half.body.contains("value=\"yes\" checked") && half.body.contains("Bra</textarea>"))
            let complaint = try await house.web.ask(.post, path, form: [("what", "complain"), ("complaint", "Buller")])
            #expect(complaint.status == 200)
            let said = try await house.web.ask(.post, path + "?language=en", form: answers + [("words", "Tack")])
            #expect(said.status == 200 && said.body.contains("We have received your answers."))
            #expect(try await house.web.ask(.post, path, form: answers).status == 404)
            let sheet = try await house.web.operations.voiceSheet(house.karin, try Code("P1"))
            #expect(sheet.answers.map(\.language) == ["en"] && sheet.answers[0].actor == "AMA/K-1")
            #expect(
                sheet.answers[0].answers
                    == VoiceAnswers(tasks: .yes, alone: .no, swedish: .aBit, learnt: .yes, words: try OwnWords("Tack")))
            #expect(sheet.complaints.count == 1)
        }
    }

    @Test func `what the coordinator answers for them closes the link`() async throws {
        try await with(language: "engelska") { house in
            house.moment.move(58 * 86_400)
            let (paths, texts) = try await house.mail()
            #expect(paths.count == 1 && texts[0].contains("How is the placement"))
            #expect(try await house.web.ask(.get, paths[0]).body.contains("Have you worked alone?"))
            try await house.web.operations.giveVoice(
                house.karin, try Code("P1"), .mid, VoiceAnswers(tasks: .yes, alone: .no, swedish: .yes),
                onBehalf: .phoned)
            #expect(try await house.web.ask(.get, paths[0]).status == 404)
        }
    }

    @Test func `a language that the municipality has loaded is the page's own, from right to left too`() async throws {
        try await with(language: "ar") { house in
            var file = VoiceTextFile.template(in: .swedish)
            for (old, new) in [
                ("name;\"Svenska\"", "name;العربية"), ("direction;\"ltr\"", "direction;rtl"),
                ("Har du arbetat ensam?", "هل عملت وحدك؟"), ("Välj ett svar på varje fråga.", "اختر إجابة لكل سؤال."),
                ("Tack!", "شكرا!"), ("Vi har tagit emot dina svar.", "وصلتنا إجاباتك."),
            ] { file = file.replacing(old, with: new) }
            let root = Actor(name: "root", role: .operator, municipality: house.town.code)
            try await house.web.operations.loadVoiceLanguage(root, "ar", file: Array(file.utf8))
            house.moment.move(58 * 86_400)
            let path = try #require(try await house.mail().paths.first)
            // What is on file decides, until another is chosen; what cannot be chosen is as if nothing were.
            for address in [path, path + "?language=ar"] {
                let page = try await house.web.ask(.get, address).body
                #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("هل عملت وحدك؟"))
                #expect(page.contains("?language=ar\"") && page.contains(">English</a>"))
            }
            let english = try await house.web.ask(.get, path + "?language=en").body
            #expect(english.contains("<html lang=\"en\">") && english.contains("Have you worked alone?"))
            #expect(try await house.web.ask(.get, path + "?language=xx").body.contains("Har du arbetat ensam?"))
            let half = try await house.web.ask(.post, path + "?language=ar", form: [("what", "answer")])
            #expect(half.status == 422 && half.body.contains("اختر إجابة لكل سؤال."))
            let said = try await house.web.ask(.post, path + "?language=ar", form: answers)
            #expect(said.status == 200 && said.body.contains("شكرا!") && said.body.contains("وصلتنا إجاباتك."))
            let sheet = try await house.web.operations.voiceSheet(house.karin, try Code("P1"))
            #expect(sheet.answers.map(\.language) == ["ar"])
        }
    }

    @Test func `a person who is protected meanwhile is shown nothing by any link`() async throws {
        try await with { house in
            let path = try #require(try await house.mail().paths.first)
            _ = try await house.database.owner.withConnection {
                try await $0.execute("UPDATE person SET protected = true")
            }
            #expect(try await house.web.ask(.get, path).status == 404)
            #expect(
                try await house.web.ask(.post, path, form: [("what", "complain"), ("complaint", "x")]).status == 404)
            house.moment.move(58 * 86_400)
            #expect(try await house.mail().paths.isEmpty)
        }
    }
}
