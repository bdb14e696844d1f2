import Domain
import HTTPTypes
import Mail
import Operations
import Postgres
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// An agreement approved by those who have no account, each by a link of their own.
struct AgreementLinkTests {
    private let approved: [(name: String, value: String)] = [("answer", "approved"), ("version", "1")]

    @Test func `host, participant and referrer approve by their links, and the last brings it into force`() async throws
    {
        try await LinkHouse.with { house in
            _ = try await house.operations.stepPlacement(house.karin, LinkHouse.code, to: .accepted)
            _ = try await house.operations.recordCheck(house.karin, LinkHouse.code, .insurance)
            let paths = try await house.send()
            #expect(Set(paths.keys) == ["enheten@example.se", "eva@example.se", "ama@example.se"])
            for mail in house.post.carried {
                #expect(!mail.body.contains("Eva") && !mail.body.contains("K-1") && !mail.body.contains("Park"))
            }
            let (host, eva, ama) = (
                try #require(paths["enheten@example.se"]), try #require(paths["eva@example.se"]),
                try #require(paths["ama@example.se"])
            )
            for method in [HTTPRequest.Method.head, .get, .get] {
                #expect(try await house.web.ask(method, host).status == 200)
            }
            let asked = try await house.web.ask(.get, host).body
            #expect(asked.contains("Eva") && !asked.contains("Åkesson") && asked.contains("Godkänn"))
            #expect(asked.contains("2 februari – 29 maj 2026") && !asked.contains("<nav") && !asked.contains("<script"))
            #expect(try await house.web.ask(.get, eva).body.contains("Read it through"))
            #expect(try await house.web.ask(.get, ama).body.contains("K-1"))

            #expect(try await house.web.ask(.post, host, form: []).status == 422)
            #expect(try await house.web.ask(.post, host, form: approved).status == 200)
            #expect(try await house.web.ask(.post, eva, form: approved).status == 200)
            #expect(try await house.state() == .accepted)
            #expect(try await house.web.ask(.get, eva).status == 404)
            let last = try await house.web.ask(.post, ama, form: approved)
            #expect(last.body.contains("Nu gäller den."))
            #expect(try await house.state() == .agreed)
            #expect(
                try await house.trail() == [
                    "SB registrar link.use", "SB registrar agreement.approve", "AMA/K-1 participant link.use",
                    "AMA/K-1 participant agreement.approve", "AMA referrer link.use", "AMA referrer agreement.approve",
                    "AMA referrer agreement.approve",
                ])
        }
    }

    @Test func `a new version is asked about anew, and the links of the one before are dead`() async throws {
        try await LinkHouse.with { house in
            _ = try await house.operations.stepPlacement(house.karin, LinkHouse.code, to: .accepted)
            let first = try await house.send()
            let host = try #require(first["enheten@example.se"])
            #expect(try await house.web.ask(.post, host, form: approved).status == 200)
            var change = AgreementChange()
            change.to = try Day("2026-05-15")
            #expect(try await house.operations.changeAgreement(house.karin, LinkHouse.code, change) == 2)
            for path in first.values { #expect(try await house.web.ask(.get, path).status == 404) }
            let second = try await house.send()
            #expect(Set(second.keys) == Set(first.keys))
            let eva = try #require(second["eva@example.se"])
            let shown = try await house.web.ask(.get, eva).body
            #expect(shown.contains("Changed since the version before: days."))
            // What is approved is the version that was read.
            #expect(try await house.web.ask(.post, eva, form: approved).status == 409)
            #expect(
                try await house.web.ask(.post, eva, form: [("answer", "approved"), ("version", "2")]).status == 200)
            #expect(try await house.web.ask(.post, host, form: approved).status == 404)
        }
    }

    @Test func `a word given in another way takes the link back, and so does what ends it`() async throws {
        try await LinkHouse.with { house in
            _ = try await house.operations.stepPlacement(house.karin, LinkHouse.code, to: .accepted)
            let paths = try await house.send()
            _ = try await house.operations.approveAgreement(
                house.karin, LinkHouse.code, for: .participant, ground: .signedOnPaper)
            #expect(try await house.web.ask(.get, try #require(paths["eva@example.se"])).status == 404)
            #expect(try await house.web.ask(.get, try #require(paths["ama@example.se"])).status == 200)
            _ = try await house.operations.stepPlacement(
                house.karin, LinkHouse.code, to: .withdrawn, reason: try Line("Flyttade"))
            for path in paths.values { #expect(try await house.web.ask(.get, path).status == 404) }
        }
    }

    @Test func `a referrer with an account is not written to, nobody is about a protected person`() async throws {
        try await LinkHouse.with { house in
            _ = try await house.web.session(.referrer, name: "astar", referrer: try Code("AMA"))
            _ = try await house.operations.stepPlacement(house.karin, LinkHouse.code, to: .accepted)
            #expect(Set(try await house.send().keys) == ["enheten@example.se", "eva@example.se"])
        }
        try await LinkHouse.with { house in
            try await house.change("UPDATE person SET protected = true")
            let officer = Actor(
                name: "karin", role: .coordinator, municipality: house.town.code, isNamedOfficer: true)
            _ = try await house.operations.stepPlacement(officer, LinkHouse.code, to: .accepted)
            #expect(try await house.send().isEmpty)
        }
    }

    @Test func `a placement that is to move is approved by its new host, and by no other`() async throws {
        try await LinkHouse.with { house in
            try await house.change(
                """
                INSERT INTO organisation_unit (municipality, id, code, name, kind, email)
                VALUES ('1485', uuid_v7(), 'KOF', 'Kultur och fritid', 'forvaltning', 'kof@example.se')
                """)
            try await house.change(
                """
                INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state)
                SELECT municipality, uuid_v7(), 'S2', id, 'Bibliotek', 'arbetspraktik', '2026-02-02', '2026-05-29', 1, 'offered'
                FROM organisation_unit WHERE code = 'KOF'
                """)
            _ = try await house.operations.stepPlacement(house.karin, LinkHouse.code, to: .accepted)
            try await house.send()
            var change = AgreementChange()
            change.slot = try Code("S2")
            _ = try await house.operations.changeAgreement(house.karin, LinkHouse.code, change)
            let paths = try await house.send()
            #expect(Set(paths.keys) == ["kof@example.se", "eva@example.se", "ama@example.se"])
            #expect(
                house.post.carried.last { $0.to.rawValue == "kof@example.se" }?.body.contains("Kultur och fritid")
                    == true)
            let old = Actor(
                name: "sb", role: .registrar, municipality: house.town.code,
                unit: try await house.database.owner.withConnection {
                    try await $0.value("SELECT id FROM organisation_unit WHERE code = 'SB'")
                })
            await #expect(throws: Refusal.agreement(.partyNotYours(.host, .registrar))) {
                try await house.operations.approveAgreement(old, LinkHouse.code)
            }
            let kof = try #require(paths["kof@example.se"])
            #expect(try await house.web.ask(.get, kof).body.contains("Bibliotek"))
            #expect(
                try await house.web.ask(.post, kof, form: [("answer", "approved"), ("version", "2")]).status == 200)
        }
    }
}
