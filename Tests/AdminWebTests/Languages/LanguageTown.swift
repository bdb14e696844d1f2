import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Postgres
import Secrets
import Settings
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// A municipality with something on every page. Every word that is somebody's record has `zx` in it, so that whatever else
/// stands on a page is ours.
struct LanguageTown {
    let web: WebTester
    let operations: Operations
    let root: Actor
    /// What visits name, by the name it has there.
    private(set) var named: [String: String] = [
        "unit": "Z1-VARD", "referrer": "Z1-AMA", "supervisor": "Z1-H1", "slot": "Z1-V1", "draft": "Z1-S2",
        "placement": "Z1-P1", "proposed": "Z1-P3", "reference": "Z1-D1", "label": "Z1-AMA/Z1-D1", "user": "zx-vard",
    ]
    private(set) var sessions: [String: NewSession] = [:]
    private(set) var tokens: [String: String] = [:]

    static func with(_ body: (LanguageTown) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            var rules = AccountRules(hasher: PasswordHasher(cost: .trifling))
            // What is wrong with a password is asked more often than anybody may guess.
            (rules.attemptsByAccount, rules.attemptsByAddress) = (10_000, 10_000)
            let operations = Operations(
                pool: database.pool, clock: .fixed(try Day("2026-03-02")), accounts: rules)
            var settings = WebSettings()
            settings.apiRequestsPerMinute = 1_000_000
            var town = LanguageTown(
                web: try WebTester(operations, settings), operations: operations,
                root: Actor(name: "zxroot", role: .operator, municipality: try MunicipalityCode("1485")))
            try await town.fill()
            try await town.people()
            try await town.accounts()
            try await town.service()
            try await body(town)
            await operations.endJobs()
        }
    }

    /// A page asked for in both languages.
    func both(
        _ account: String?, _ path: String, form: [(name: String, value: String)]? = nil
    ) async throws -> (sv: WebTester.Answer, en: WebTester.Answer) {
        func ask(_ language: Language) async throws -> WebTester.Answer {
            try await web.ask(
                form == nil ? .get : .post, path, as: account.flatMap { sessions[$0] }, form: form,
                headers: [.cookie: "praktik_language=\(language.rawValue)"])
        }
        return (try await ask(.swedish), try await ask(.english))
    }

    /// The addresses of a visit, `§slot§` put right.
    func address(_ text: String) -> String {
        text.split(separator: "§", omittingEmptySubsequences: false).enumerated().map { place, part in
            place.isMultiple(of: 2) ? String(part) : named[String(part)] ?? "x"
        }.joined().replacing(" ", with: "%20")
    }

    private func load(_ kind: ImportKind, _ lines: String...) async throws {
        _ = try await operations.importFile(root, kind, from: ImportSource(text: lines.joined(separator: "\n") + "\n"))
    }

    private func fill() async throws {
        try await load(
            .units, "code;name;kind;parent;email", "Z1-VARD;Vårdzx;forvaltning;;zxvard@a.example",
            "Z1-HEM;Hemzx;avdelning;Z1-VARD;", "Z1-SKOL;Skolzx;forvaltning;;zxskol@a.example",
            "Z1-OGA;Ögonzx;forvaltning;;", "Z1-AN;Ångzx;forvaltning;;", "Z1-AP;Äppelzx;forvaltning;;")
        try await load(
            .referrers, "code;name;email", "Z1-AMA;Ämazx;zxama@a.example", "Z1-KOM;Komzx;", "Z1-ANV;Ånvzx;",
            "Z1-OVR;Övrzx;")
        try await load(
            .supervisors, "code;unit;name;email;capacity", "Z1-H1;Z1-VARD;Heddazx;zxhedda@a.example;3",
            "Z1-H2;Z1-SKOL;Holgerzx;;3", "Z1-H3;Z1-VARD;Östenzx;;", "Z1-H4;Z1-VARD;Åkezx;;2")
        try await load(
            .undertakings, "code;text;measure;target;from;to;rule",
            "Z1-50;zxminst zxplatser;places;12500;2026-01-01;2026-12-31;offered_in_year",
            "Z1-51;zxandel;places;2,5;2026-01-01;2026-12-31;offered_in_year")
        let days = "2026-02-02;2026-06-12"
        try await load(
            .slots, "code;unit;title;kind;from;to;places;supervisor;state;offered_on;withdrawn_on;withdrawn_reason",
            "Z1-V1;Z1-VARD;Vårdzx;arbetspraktik;\(days);4;Z1-H1;offered;2026-01-07;;",
            "Z1-S1;Z1-SKOL;Vaktzx;arbetspraktik;\(days);4;Z1-H2;offered;2026-01-07;;",
            "Z1-O1;Z1-OGA;Ögonzx;sprakpraktik;2026-02-04;2026-06-11;1;;offered;2026-01-07;;",
            "Z1-A1;Z1-AN;Ångzx;arbetspraktik;2026-03-02;2026-03-06;1;;offered;2026-01-07;;",
            "Z1-E1;Z1-VARD;Ekzx;arbetspraktik;2025-03-10;2025-06-13;2;Z1-H1;offered;2025-01-07;;",
            "Z1-E2;Z1-SKOL;Ålzx;arbetspraktik;2025-09-01;2025-11-28;2;Z1-H2;closed;2025-01-07;;",
            "Z1-S2;Z1-VARD;Kökzx;arbetspraktik;\(days);2;Z1-H1;draft;;;",
            "Z1-S3;Z1-SKOL;Lagerzx;arbetspraktik;\(days);2;Z1-H2;withdrawn;2026-01-07;2026-01-20;zxorsak")
    }

    private func people() async throws {
        try await load(
            .participants, "referrer;reference;given_name;family_name;email;phone;protected;registered_on;wishes",
            "Z1-AMA;Z1-D1;Gunvorzx;Ekzx;zxgunvor@a.example;0522-690000;;2026-01-07;Z1-S1",
            "Z1-AMA;Z1-D2;Skyddazx;Bergzx;;;yes;2026-01-07;", "Z1-AMA;Z1-D3;Vidarzx;Ölzx;;;;2026-01-07;Z1-S1|Z1-V1",
            "Z1-KOM;Z1-D5;Kerstinzx;Åzx;;;;2026-01-07;Z1-V1", "Z1-KOM;Z1-D6;Kurtzx;Ängzx;;;;2026-01-07;",
            "Z1-KOM;Z1-D7;Åkezx;Zettzx;;;;2025-01-07;")
        try await load(
            .placements, "code;referrer;participant;slot;from;to;state;state_on",
            "Z1-P1;Z1-AMA;Z1-D1;Z1-S1;2026-02-02;2026-05-29;started;2026-02-02",
            "Z1-P2;Z1-AMA;Z1-D2;Z1-S1;2026-02-02;2026-05-29;started;2026-02-02",
            "Z1-P3;Z1-KOM;Z1-D5;Z1-V1;2026-03-16;2026-05-29;proposed;2026-02-20",
            "Z1-P4;Z1-KOM;Z1-D7;Z1-E1;2025-03-10;2025-06-13;completed;2025-06-13")
        try await load(
            .outcomes, "code;placement;checked_on;status;source", "Z1-U1;Z1-P1;2026-02-25;seeking;host",
            "Z1-U2;Z1-P2;2026-02-25;seeking;host")
        let karin = Actor(name: "zxkarin", role: .coordinator, municipality: root.municipality)
        let end = try Code("Z1-P4")
        try await operations.giveVoice(
            karin, end, .end,
            VoiceAnswers(tasks: .yes, alone: .aBit, swedish: .no, learnt: .yes, words: OwnWords("zxord\nzxrad")),
            onBehalf: .phoned)
        for placement in [end, end, try Code("Z1-P1")] {
            try await operations.complain(karin, placement, OwnWords("zxfel"), onBehalf: .noEmail)
        }
        try await operations.handleComplaint(karin, Code("KL-1"), note: Line("zxgjort"))
    }

    private mutating func accounts() async throws {
        let all: [(String, UserDetails)] = [
            ("zx-admin", UserDetails(role: .administrator)), ("zx-samordnare", UserDetails(role: .coordinator)),
            ("zx-utpekad", UserDetails(role: .coordinator, isNamedOfficer: true)),
            ("zx-vard", UserDetails(role: .registrar, unit: try Code("Z1-VARD"))),
            ("zx-kom", UserDetails(role: .referrer, referrer: try Code("Z1-KOM"))),
            ("zx-ama", UserDetails(role: .referrer, referrer: try Code("Z1-AMA"))),
            ("zx-statistiker", UserDetails(role: .statistician)),
        ]
        for (name, details) in all {
            var details = details
            details.displayName = try Line("\(name)-Åzx")
            details.email = try EmailAddress("\(name)@a.example")
            let account = try Code(name)
            let link = try #require(try await operations.addUser(root, name: account, details))
            let session = try await operations.acceptInvitation(
                Self.secret(of: link), password: WebTester.password, from: "192.0.2.1")
            sessions[name] = session
            let scopes = Set(TokenScope.allCases.filter { $0.isOfUse(to: session.signedIn.actor) })
            tokens[name] = try await operations.createToken(
                root, for: account, name: Line("zxnyckel"), scopes: scopes, days: 30
            ).token
        }
        let coming = UserDetails(role: .statistician, displayName: try Line("zxny"))
        let link = try #require(try await operations.addUser(root, name: Code("zx-ny"), coming))
        named["link"] = Self.secret(of: link)
    }

    private mutating func service() async throws {
        let today = operations.clock.today
        _ = try await operations.closePeriod(root, .year(2025))
        named["round"] = try await operations.runMatch(root, MatchParameters(roundStart: today)).code.rawValue
        let later = MatchParameters(roundStart: today.adding(1))
        named["laterround"] = try await operations.runMatch(root, later).code.rawValue
        let officer = try #require(sessions["zx-samordnare"]).signedIn.actor
        let files = ["job": "code;name\nZ1-KOM;Komzx\n", "faulty": "code;name\nZ1 KOM!;\n;Komzx\n", "headless": "zx\n"]
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            named[name] = try await operations.startImport(officer, .referrers, bytes: Array(text.utf8)).description
            await operations.endJobs()
        }
        for (code, days) in [("Z1-KS", ["02-28", "12-15"]), ("Z1-AR", ["01-31"])] {
            try await operations.addReportDuty(
                root,
                ReportDuty(
                    municipality: root.municipality, code: Code(code), title: Line("Lägezx"),
                    recipient: Line("Nämndzx"),
                    covers: code == "Z1-KS" ? .soFar : .year, days: days.map { try MonthDay($0) },
                    from: today.adding(years: -1)))
        }
        let board = try await operations.reportCalendar(root).filter { $0.duty.code.rawValue == "Z1-KS" }
        named["due"] = board.first?.dueOn.description
        if let last = board.last(where: { $0.dueOn < today }) {
            try await operations.deliverReport(root, last.duty.code, dueOn: last.dueOn, note: Line("zxdnr"))
        }
        try await operations.postDueMail(in: root.municipality)
        named["message"] = try await operations.messages(root).first?.id.rawValue.uuidString.lowercased()
        // Something that is too old, and its erasure, and something more.
        func age() async throws {
            try await operations.pool.transaction(for: root.municipality, by: "test") { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO accessibility_report (municipality, id, problem, reported_at, handled_on)
                    VALUES (\(root.municipality), uuid_v7(), 'zxgammal', '2020-01-01', '2020-01-02')
                    """)
            }
        }
        try await age()
        _ = try await operations.runRetention(root)
        try await age()
        let visitor = Actor(name: "zxvisitor", role: .visitor, municipality: root.municipality)
        try await operations.reportFault(visitor, problem: "zxanmalan")
        named["report"] = try await operations.faultReports(root).first?.id.rawValue.uuidString.lowercased()
        named["entry"] = try await operations.auditList(root).rows.first?.id.description
        // Somebody refused stands in the log.
        let host = try #require(sessions["zx-vard"]).signedIn.actor
        await #expect(throws: Refusal.self) { _ = try await operations.users(host) }
    }

    private static func secret(of link: NewLink) -> String { String(link.path.dropFirst(NewLink.folder.count)) }
}
