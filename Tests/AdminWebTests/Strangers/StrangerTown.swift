import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// A municipality with two hosts and two referrers, and in every field that is somebody's alone a word that nobody else may
/// come upon: `zxqa` or `zxqb` and what it marks.
struct StrangerTown {
    /// `A` or `B`, which every code begins with.
    let letter: String
    let code: MunicipalityCode
    let operations: Operations
    let root: Actor
    /// What can be named in an address or a form, by the name it has there.
    private(set) var named: [String: String] = [:]
    private(set) var sessions: [String: NewSession] = [:]
    private(set) var tokens: [String: String] = [:]

    static let markers = [
        "enhet", "anvisare", "vardhandledare", "handledare", "erbjuden", "utkast", "ama", "kom", "skyddad", "konto",
        "nyckel", "anmalan", "orsak", "klagan",
    ]

    func marker(_ word: String) -> String { "zxq\(letter.lowercased())\(word)" }

    init(_ letter: String, _ code: String, _ operations: Operations) async throws {
        self.letter = letter
        self.code = try MunicipalityCode(code)
        self.operations = operations
        root = Actor(name: "root", role: .operator, municipality: self.code)
        try await fill()
        try await people()
        named["run"] = try await operations.runMatch(root, MatchParameters(roundStart: operations.clock.today)).code
            .rawValue
        if letter == "A" {
            // One more than the other municipality has, so that its code is nobody else's.
            let second = MatchParameters(roundStart: operations.clock.today.adding(1))
            named["run"] = try await operations.runMatch(root, second).code.rawValue
        }
        try await service()
    }

    private func load(_ kind: ImportKind, _ lines: String...) async throws {
        let text = lines.joined(separator: "\n").replacing("§", with: letter)
            .replacing("zxq_", with: "zxq\(letter.lowercased())")
        _ = try await operations.importFile(root, kind, from: ImportSource(text: text + "\n"))
    }

    private mutating func fill() async throws {
        try await load(
            .units, "code;name;kind;parent;email", "§-VARD;Vård zxq_enhet;forvaltning;;vard-zxq_enhet@a.example",
            "§-VARD-1;Hemtjänst zxq_enhet;avdelning;§-VARD;",
            "§-SKOL;Skola zxq_enhet;forvaltning;;skol-zxq_enhet@a.example")
        try await load(
            .referrers, "code;name;email", "§-AMA;Ama zxq_anvisare;ama-zxq_anvisare@a.example",
            "§-KOM;Komvux zxq_anvisare;kom-zxq_anvisare@a.example")
        try await load(
            .supervisors, "code;unit;name;email;capacity",
            "§-H1;§-VARD;Hedda zxq_vardhandledare;zxq_vardhandledare@a.example;3",
            "§-H2;§-SKOL;Holger zxq_handledare;zxq_handledare@a.example;3")
        try await load(
            .undertakings, "code;text;measure;target;from;to;rule",
            "§-50;minst 50 platser zxq_enhet;places;50;2026-01-01;2026-12-31;offered_in_year")
        let days = "2026-02-02;2026-06-12"
        try await load(
            .slots, "code;unit;title;kind;from;to;places;supervisor;state;offered_on;withdrawn_on;withdrawn_reason",
            "§-V1;§-VARD;Vårdbiträde;arbetspraktik;\(days);4;§-H1;offered;2026-01-07;;",
            "§-S1;§-SKOL;Vaktmästare zxq_erbjuden;arbetspraktik;\(days);4;§-H2;offered;2026-01-07;;",
            "§-S2;§-SKOL;Kök zxq_utkast;arbetspraktik;\(days);2;§-H2;draft;;;",
            "§-S3;§-SKOL;Lager zxq_utkast;arbetspraktik;\(days);2;§-H2;withdrawn;2026-01-07;2026-01-20;zxq_orsak")
        named = [
            "unit": "\(letter)-SKOL", "referrer": "\(letter)-AMA", "supervisor": "\(letter)-H2",
            "undertaking": "\(letter)-50", "slot": "\(letter)-S1", "draft": "\(letter)-S2",
            "placement": "\(letter)-PL1", "outcome": "\(letter)-U1", "reference": "\(letter)X-1",
            "municipality": code.rawValue,
        ]
        try await operations.addReportDuty(
            root,
            ReportDuty(
                municipality: code, code: Code("\(letter)-KS"), title: Line("Läge"), recipient: Line("nämnden"),
                covers: .year, days: [MonthDay("01-31")], from: Day("2026-01-01")))
        named["duty"] = "\(letter)-KS"
        named["label"] = "\(letter)-AMA/\(letter)X-1"
    }

    private mutating func people() async throws {
        try await load(
            .participants,
            "referrer;reference;given_name;family_name;email;phone;protected;registered_on;wishes",
            "§-AMA;§X-1;Gunvor;zxq_ama;gunvor-zxq_ama@a.example;zxq_ama;;2026-01-07;§-S1",
            "§-AMA;§X-2;Skydda zxq_skyddad;zxq_skyddad;zxq_skyddad@a.example;zxq_skyddad;yes;2026-01-07;",
            "§-AMA;§X-3;Vidar;zxq_ama;vidar-zxq_ama@a.example;zxq_ama;;2026-01-07;§-S1",
            "§-AMA;§X-4;Skydda zxq_skyddad;zxq_skyddad;;;yes;2026-01-07;",
            "§-KOM;§Y-1;Kerstin;zxq_kom;zxq_kom@a.example;zxq_kom;;2026-01-07;§-V1",
            "§-KOM;§Y-2;Kurt;zxq_kom;;;;2026-01-07;")
        try await load(
            .placements, "code;referrer;participant;slot;from;to;state;state_on",
            "§-PL1;§-AMA;§X-1;§-S1;2026-02-02;2026-05-29;started;2026-02-02",
            "§-PL2;§-AMA;§X-2;§-S1;2026-02-02;2026-05-29;started;2026-02-02",
            "§-PL3;§-KOM;§Y-1;§-V1;2026-03-16;2026-05-29;proposed;2026-02-20",
            "§-PL4;§-AMA;§X-2;§-V1;2026-06-01;2026-06-12;proposed;2026-02-20")
        try await load(
            .outcomes, "code;placement;checked_on;status;source", "§-U1;§-PL1;2026-02-25;seeking;host",
            "§-U2;§-PL2;2026-02-25;seeking;host")
    }

    private mutating func service() async throws {
        let accounts: [(String, UserDetails)] = [
            ("admin", UserDetails(role: .administrator)), ("samordnare", UserDetails(role: .coordinator)),
            ("utpekad", UserDetails(role: .coordinator, isNamedOfficer: true)),
            ("vard", UserDetails(role: .registrar, unit: try Code("\(letter)-VARD"))),
            ("skol", UserDetails(role: .registrar, unit: try Code("\(letter)-SKOL"))),
            ("kom", UserDetails(role: .referrer, referrer: try Code("\(letter)-KOM"))),
            ("ama", UserDetails(role: .referrer, referrer: try Code("\(letter)-AMA"))),
            ("statistiker", UserDetails(role: .statistician)),
        ]
        for (name, details) in accounts {
            var details = details
            details.displayName = try Line("\(name) \(marker("konto"))")
            details.email = try EmailAddress("\(name)-\(marker("konto"))@a.example")
            let account = try Code("\(letter.lowercased())-\(name)")
            let link = try #require(try await operations.addUser(root, name: account, details))
            let session = try await operations.acceptInvitation(
                Self.secret(of: link), password: WebTester.password, from: "192.0.2.1")
            sessions[name] = session
            let actor = session.signedIn.actor
            let scopes = Set(TokenScope.allCases.filter { $0.isOfUse(to: actor) })
            let made = try await operations.createToken(
                root, for: account, name: Line(name == "samordnare" ? marker("nyckel") : "egen"), scopes: scopes,
                days: 30)
            tokens[name] = made.token
            if name == "samordnare" {
                named["token"] = made.id.description
                named["session"] = session.token.split(separator: ".").map(String.init)[1]
                let job = try await operations.startImport(
                    actor, .referrers, bytes: Array("code;name\n\(letter)-AMA;Ama \(marker("anvisare"))\n".utf8))
                await operations.endJobs()
                named["job"] = job.description
            }
        }
        // Again one more than the other municipality has.
        for placement in letter == "A" ? ["PL1", "PL1"] : ["PL1"] {
            named["complaint"] = try await operations.complain(
                Actor(name: "karin", role: .coordinator, municipality: code), Code("\(letter)-\(placement)"),
                OwnWords("Fel \(marker("klagan"))"), onBehalf: .phoned
            ).rawValue
        }
        named["user"] = "\(letter.lowercased())-samordnare"
        let coming = UserDetails(role: .statistician, displayName: try Line(marker("konto")))
        let link = try #require(
            try await operations.addUser(root, name: Code("\(letter.lowercased())-ny"), coming))
        named["link"] = Self.secret(of: link).split(separator: ".").dropLast().joined(separator: ".")
        // Something that is too old, and its erasure; again one more than the other municipality has.
        for _ in letter == "A" ? 0..<2 : 0..<1 {
            try await operations.pool.transaction(for: code, by: "test") { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO accessibility_report (municipality, id, problem, reported_at, handled_on)
                    VALUES (\(code), uuid_v7(), 'gammal', '2020-01-01', '2020-01-02')
                    """)
            }
            named["erasure"] = try await operations.runRetention(root).code?.rawValue
        }
        let visitor = Actor(name: "visitor", role: .visitor, municipality: code)
        try await operations.reportFault(visitor, problem: "\(marker("anmalan")) går inte att läsa")
        named["report"] = try await operations.faultReports(root).first?.id.rawValue.uuidString.lowercased()
        named["audit"] = try await operations.auditList(root).rows.first?.id.description
        try await operations.postDueMail(in: code)
        named["message"] = try await operations.messages(root).first?.id.rawValue.uuidString.lowercased()
        named["word"] = marker("ama")
        named["title"] = marker("erbjuden")
    }

    private static func secret(of link: NewLink) -> String { String(link.path.dropFirst(NewLink.folder.count)) }
}
