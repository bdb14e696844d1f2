import Domain
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

struct FollowUpTests {
    @Test func `what is due stands on the worklist until it is told, each in its time`() async throws {
        try await FollowUpHouse.with { house in
            try await house.start("P1")
            func work(_ day: String) async throws -> [String] {
                try await house.on(day).worklist(house.karin).items.filter {
                    $0.placement?.rawValue == "P1" && $0.kind != .voiceToAsk
                }
                .map { "\($0.kind.rawValue) \($0.count) \($0.since)" }
            }
            func due(_ day: String) async throws -> [String] {
                try await house.on(day).followUps(house.karin).map { "\($0.placement) \($0.plan.moment)" }
            }
            #expect(try await work("2026-03-31").isEmpty)
            #expect(try await work("2026-04-01") == ["mid_follow_up 0 2026-04-01"])
            #expect(try await due("2026-04-01") == ["P1 mid"])
            #expect(
                try await house.on("2026-03-31").followUps(house.karin, ahead: 30).map(\.placement.rawValue) == ["P1"])
            try await house.tell("P1", "mid", on: "2026-04-02", progress: .asPlanned, dryRun: true)
            #expect(try await due("2026-04-02") == ["P1 mid"], "a dry run tells nothing")
            try await house.tell("P1", "mid", on: "2026-04-02", .host, progress: .asPlanned)
            #expect(try await work("2026-04-02").isEmpty)
            _ = try await house.on("2026-05-29").stepPlacement(house.karin, try Code("P1"), to: .completed)
            #expect(try await work("2026-05-29") == ["end_follow_up 0 2026-05-29"])
            try await house.tell("P1", "end", on: "2026-05-29", .coordinator, .seeking, progress: .needsSupport)
            #expect(try await work("2026-05-29").isEmpty)
            #expect(try await work("2026-06-28") == ["missing_outcome 30 2026-06-28"])
            // That the host does not know is not known; that the coordinator could not find out settles it.
            try await house.tell("P1", "30", on: "2026-06-28", .host, .unknown)
            #expect(try await work("2026-06-28") == ["missing_outcome 30 2026-06-28"])
            #expect(try await house.on("2026-06-28").followUps(house.karin).first?.heard == [.host])
            try await house.tell("P1", "30", on: "2026-06-29", .participant, .studying)
            #expect(try await work("2026-06-29").isEmpty)
            #expect(try await due("2026-08-27") == ["P1 90"])
            try await house.tell("P1", "90", on: "2026-08-28", .coordinator, .unknown)
            #expect(try await due("2026-08-28").isEmpty)
        }
    }

    @Test func `a follow-up takes what it is for, on its own days`() async throws {
        try await FollowUpHouse.with { house in
            try await house.start("P1")
            await #expect(throws: Refusal.followUpEmpty(.mid)) {
                try await house.tell("P1", "mid", on: "2026-04-01", .host, .employed)
            }
            await #expect(throws: Refusal.followUpEmpty(.end)) { try await house.tell("P1", "end", on: "2026-04-01") }
            await #expect(throws: Refusal.followUpStatusMissing) {
                try await house.tell("P1", "mid", on: "2026-04-01", .host, at: .host, progress: .asPlanned)
            }
            let thirty = try FollowUpMoment("30")
            await #expect(throws: Refusal.followUpNotYet(try Day("2026-06-14"))) {
                try await house.tell("P1", "30", on: "2026-05-29", .host, .employed)
            }
            _ = try await house.on("2026-05-29").stepPlacement(house.karin, try Code("P1"), to: .completed)
            await #expect(throws: Refusal.followUpEmpty(thirty)) {
                try await house.tell("P1", "30", on: "2026-06-28", progress: .asPlanned)
            }
            await #expect(throws: Refusal.followUpNotYet(try Day("2026-06-14"))) {
                try await house.tell("P1", "30", on: "2026-06-13", .host, .seeking)
            }
            await #expect(throws: Refusal.followUpOver(try Day("2026-07-28"))) {
                try await house.tell("P1", "30", on: "2026-07-29", .host, .seeking)
            }
            await #expect(throws: Refusal.noSuch(.followUp, "45")) {
                try await house.tell("P1", "45", on: "2026-07-10", .host, .seeking)
            }
            #expect(try await house.tell("P1", "30", on: "2026-07-28", .host, .seeking)?.rawValue == "U-1")
            #expect(try await house.on("2026-07-28").outcomes(house.karin).shown.map(\.source) == [.host])
        }
    }

    @Test func `contradictory sources stand side by side until the coordinator says which counts`() async throws {
        try await FollowUpHouse.with { house in
            try await house.complete("P1")
            try await house.tell("P1", "30", on: "2026-06-28", .host, .unknown)
            try await house.tell("P1", "30", on: "2026-06-29", .participant, .employed, at: .host)
            func shown() async throws -> [String] {
                try await house.on("2026-07-10").outcomes(house.karin).shown.map { one in
                    let against = one.contradicts.map(\.rawValue).joined(separator: "+")
                    let counts =
                        one.confirmedAt != nil ? "confirmed" : one.standsBack ? "back" : one.isOpen ? "open" : "counts"
                    return "\(one.code) \(one.source?.rawValue ?? "–") \(against) \(counts)"
                }
            }
            #expect(try await shown() == ["U-1 host U-2 open", "U-2 participant U-1 open"])
            let list = try await house.on("2026-07-10").outcomeList(house.karin, placement: try Code("P1")).page.rows
            #expect(list.map(\.isOpen) == [true, true])
            let work = try await house.on("2026-07-10").worklist(house.karin)
            #expect(work.totals[.contradictingOutcomes] == 1)
            try await house.tell("P1", "30", on: "2026-07-01", .referrer, .seeking)
            #expect(
                try await shown() == ["U-1 host U-2 open", "U-2 participant U-1+U-3 open", "U-3 referrer U-2 open"])
            try await house.on("2026-07-10").confirmOutcome(house.karin, try Code("U-2"), dryRun: true)
            #expect(try await shown().first == "U-1 host U-2 open")
            try await house.on("2026-07-10").confirmOutcome(house.karin, try Code("U-2"))
            #expect(
                try await shown() == [
                    "U-1 host U-2 back", "U-2 participant U-1+U-3 confirmed", "U-3 referrer U-2 back",
                ])
            #expect(try await house.on("2026-07-10").worklist(house.karin).totals[.contradictingOutcomes] == nil)
            // Another word afterwards does not count by itself, and asks for the decision anew.
            try await house.tell("P1", "30", on: "2026-07-10", .host, .seeking)
            #expect(
                try await shown() == [
                    "U-1 host  back", "U-2 participant U-3+U-4 confirmed", "U-3 referrer U-2 back", "U-4 host U-2 back",
                ])
            #expect(try await house.on("2026-07-10").worklist(house.karin).totals[.contradictingOutcomes] == 1)
            try await house.on("2026-07-10").confirmOutcome(house.karin, try Code("U-4"))
            #expect(try await house.on("2026-07-10").worklist(house.karin).totals[.contradictingOutcomes] == nil)
            let last = try await shown()
            #expect(last.contains("U-2 participant U-3+U-4 back") && last.contains("U-4 host U-2 confirmed"))
            await #expect(throws: Refusal.nothingToConfirm) {
                try await house.tell("P1", "90", on: "2026-08-27", .host, .seeking)
                try await house.on("2026-08-27").confirmOutcome(house.karin, try Code("U-5"))
            }
        }
    }

    @Test(arguments: [
        ("employed", "host", "employed", "host", false), ("employed", "host", "employed", "other", true),
        ("employed", "host", "employed", "", false), ("employed", "", "seeking", "", true),
        ("studying", "", "seeking", "", true), ("unknown", "", "seeking", "", false),
        ("unknown", "", "employed", "host", true), ("unknown", "", "employed", "other", false),
        ("other", "", "other", "", false),
    ])
    func `what cannot both be so contradicts`(
        _ first: String, _ firstEmployer: String, _ second: String, _ secondEmployer: String, _ contradicts: Bool
    ) async throws {
        try await FollowUpHouse.with { house in
            try await house.complete("P1")
            try await house.tell(
                "P1", "30", on: "2026-06-28", .host, OutcomeStatus(rawValue: first),
                at: Employer(rawValue: firstEmployer))
            try await house.tell(
                "P1", "30", on: "2026-06-28", .participant, OutcomeStatus(rawValue: second),
                at: Employer(rawValue: secondEmployer))
            // The next moment's word is another matter.
            try await house.tell("P1", "90", on: "2026-08-27", .coordinator, .furtherPlacement)
            let shown = try await house.on("2026-08-27").outcomes(house.karin).shown
            #expect(shown.map { !$0.contradicts.isEmpty } == [contradicts, contradicts, false])
        }
    }

    @Test func `the figures count what stands, and not what stands back`() async throws {
        try await FollowUpHouse.with { house in
            try await house.complete("P1")
            func employed() async throws -> Int? {
                try await house.on("2027-01-10").annualReport(house.karin, year: 2026).total[.employedAny]
            }
            #expect(try await employed() == 0)
            try await house.tell("P1", "30", on: "2026-06-28", .participant, .employed, at: .host)
            try await house.tell("P1", "30", on: "2026-06-29", .host, .seeking)
            #expect(try await employed() == 1, "any dated status")
            try await house.on("2026-07-01").confirmOutcome(house.karin, try Code("U-2"))
            #expect(try await employed() == 0, "the coordinator has said that it was not so")
            try await house.on("2026-07-01").confirmOutcome(house.karin, try Code("U-1"))
            #expect(try await employed() == 1)
        }
    }
}
