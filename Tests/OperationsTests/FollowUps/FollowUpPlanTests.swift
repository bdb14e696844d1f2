import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct FollowUpPlanTests {
    private static let whole = ["mid 2026-04-01", "end 2026-05-29", "30 2026-06-28", "90 2026-08-27", "180 2026-11-25"]

    private static func dates(_ plan: [String]) -> [String] {
        plan.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    }

    @Test func `a plan is laid when the placement starts, and for none that never did`() async throws {
        try await FollowUpHouse.with(people: 2) { house in
            try await house.agree("P1")
            try await house.agree("P2")
            #expect(try await house.plan("P1", on: "2026-02-02").isEmpty)
            _ = try await house.on("2026-02-02").stepPlacement(house.karin, try Code("P1"), to: .started)
            _ = try await house.on("2026-02-02").stepPlacement(house.karin, try Code("P2"), to: .noShow)
            #expect(Self.dates(try await house.plan("P1", on: "2026-02-02")) == Self.whole)
            #expect(try await house.plan("P2", on: "2026-02-02").isEmpty)
            // A start taken back takes the plan along.
            _ = try await house.on("2026-02-02").correctPlacement(
                house.karin, try Code("P1"), reason: try Line("fel person"))
            #expect(try await house.plan("P1", on: "2026-02-02").isEmpty)
        }
    }

    @Test func `new days in force lay the plan anew, and what was told stays`() async throws {
        try await FollowUpHouse.with { house in
            try await house.start("P1")
            var shorter = AgreementChange()
            shorter.to = try Day("2026-05-15")
            _ = try await house.on("2026-02-10").changeAgreement(house.karin, try Code("P1"), shorter)
            #expect(Self.dates(try await house.plan("P1", on: "2026-02-10")) == Self.whole, "not in force yet")
            try await house.on("2026-02-10").agreeInFull(house.karin, try Code("P1"))
            #expect(
                Self.dates(try await house.plan("P1", on: "2026-02-10"))
                    == ["mid 2026-03-25", "end 2026-05-15", "30 2026-06-14", "90 2026-08-13", "180 2026-11-11"])
            try await house.tell("P1", "mid", on: "2026-03-25", progress: .needsSupport)
            // Ending early before half time would drop the middle; what was told then is not lost by it.
            try await house.change("INSERT INTO follow_up_rule VALUES ('1485', 'arbetspraktik', false, true, '{30}')")
            #expect(try await house.plan("P1", on: "2026-03-26").first == "mid – told")
        }
    }

    @Test func `how it ended decides what is asked`() async throws {
        try await FollowUpHouse.with(people: 2) { house in
            try await house.start("P1")
            _ = try await house.on("2026-03-01").stepPlacement(
                house.karin, try Code("P1"), to: .interrupted, on: try Day("2026-03-01"), reason: try Line("flyttade"))
            #expect(
                Self.dates(try await house.plan("P1", on: "2026-03-01"))
                    == ["end 2026-03-01", "30 2026-03-31", "90 2026-05-30", "180 2026-08-28"])
            try await house.complete("P2")
            #expect(
                try await house.plan("P2", on: "2026-07-01") == [
                    "mid 2026-04-01 missed", "end 2026-05-29 missed", "30 2026-06-28 due", "90 2026-08-27 coming",
                    "180 2026-11-25 coming",
                ])
        }
    }

    @Test func `each kind of placement has the plan that the municipality has settled for it`() async throws {
        try await FollowUpHouse.with { house in
            let root = Actor(name: "root", role: .operator, municipality: house.town.code)
            try await house.start("P1")
            let operations = try house.on("2026-02-02")
            #expect(try await operations.settings(root).text("follow_up_arbetspraktik") == "mid|end|30|90|180")
            try await operations.changeSettings(root) { settings in
                try settings.set("follow_up_arbetspraktik", "end, 60")
                try settings.set("follow_up_apl", "none")
            }
            #expect(Self.dates(try await house.plan("P1", on: "2026-02-02")) == ["end 2026-05-29", "60 2026-07-28"])
            let settled = try await operations.settings(root)
            #expect(settled.text("follow_up_apl") == "none" && settled.text("follow_up_prao") == "mid|end|30|90|180")
            try await operations.changeSettings(root) { try $0.set("follow_up_arbetspraktik", "mid|end|30|90|180") }
            #expect(Self.dates(try await house.plan("P1", on: "2026-02-02")) == Self.whole)
            for wrong in ["", "0", "731", "sometimes", "30|x", (1...13).map(String.init).joined(separator: "|")] {
                await #expect(throws: Refusal.value("follow_up_apl", .followUpPlan)) {
                    try await operations.changeSettings(root) { try $0.set("follow_up_apl", wrong) }
                }
            }
        }
    }

    @Test func `the database's own plan is the program's standard`() async throws {
        try await FollowUpHouse.with { house in
            try await house.start("P1")
            let plan = try await house.on("2026-02-02").followUpSheet(house.karin, code: try Code("P1"))
            #expect(plan.moments.map(\.moment) == FollowUpPlan.standard.moments)
        }
    }

    /// Every day of the year around a placement belongs to one moment at most after its end, the nearest.
    @Test func `after the end each day belongs to the nearest moment`() async throws {
        try await FollowUpHouse.with { house in
            try await house.complete("P1")
            let end = try Day("2026-05-29")
            let plan = try await house.on("2026-06-01").followUpSheet(house.karin, code: try Code("P1")).moments
                .compactMap(\.plan).filter { $0.moment >= .end }
            for offset in 1...365 {
                let day = end.adding(offset)
                let holding = plan.filter { $0.firstDay <= day && $0.lastDay >= day }.map(\.moment.rawValue)
                let nearest = [0, 30, 90, 180].min { abs($0 - offset) < abs($1 - offset) }
                #expect(holding == [nearest], "\(offset)")
            }
        }
    }
}
