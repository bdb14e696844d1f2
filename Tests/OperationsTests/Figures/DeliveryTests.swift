import Domain
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

/// From agreement to delivery, by `FigureTown`, counted by hand.
struct DeliveryTests {
    private func with(
        as role: Role = .coordinator, _ body: (Operations, Actor, TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-12-31")))
            try await body(
                operations, Actor(name: "karin", role: role, municipality: try MunicipalityCode(FigureTown.code)),
                database)
        }
    }

    private func row(_ department: DeliveryReport.Department) -> String {
        let agreed = department.agreed.map { "\($0.hundredths / 100)" } ?? "–"
        return "\(department.unit) \(agreed) \(department.offered) \(department.filled) \(department.started) "
            + "\(department.delivered)"
    }

    @Test func `agreed, offered, filled, started and delivered by unit, PUT apart`() async throws {
        try await with { operations, actor, _ in
            let report = try await operations.deliveryReport(actor, year: 2026)
            #expect(
                report.departments.map(row) == [
                    // A draft is no offer.
                    "KF – 0 0 0 0",
                    // S4 of 2, where K8 is accepted; S5 is PUT, as is what was agreed of it.
                    "KLK – 2 1 0 0",
                    // S1 2, S2 4, S8 1; filled S1 2 and S2 2; started K2 to K6; completed K1, K3, K4, K6 and K13.
                    "SB 2 7 4 5 5",
                    "UE 4 4 1 1 0",
                ])
            #expect(report.unitsWithoutSlots == ["KF"])
        }
    }

    @Test func `agreements that are not delivered, with their age and what is missing`() async throws {
        try await with { operations, actor, _ in
            let report = try await operations.deliveryReport(actor, year: 2026)
            let lines = report.undelivered.map {
                "\($0.result.code) \($0.ageDays) \($0.missingHundredths.map(String.init) ?? "–") "
                    + $0.lacking(hidingPersons: false).sv
            }
            #expect(
                lines == [
                    "3-PUT 364 200 2 inte erbjudna, 2 erbjudna men inte tillsatta",
                    "5-NO-BASELINE 364 – underlag saknas",
                    "8-SIXTY 364 1000 10 procentenheter saknas",
                    "7-HOURS 183 141 1,41 timmar per dag saknas",
                    "9-NO-TARGET 0 – mål saknas",
                ])
        }
    }

    @Test func `why slots did not come again is counted by reason`() async throws {
        try await with { operations, actor, _ in
            for (code, reason) in [
                ("S2", NoRenewalReason.noSupervisor), ("S8", .noSupervisor), ("S4", .premises), ("S5", .premises),
                ("S1", .reorganisation),
            ] {
                try await operations.declineRenewal(actor, try Code(code), reason)
            }
            // S1 began in 2025, the others in 2026; S5 is PUT.
            let next = try await operations.deliveryReport(actor, year: 2027).departments
            #expect(next.first { $0.unit == "SB" }?.notRenewed == [.init(reason: .noSupervisor, slots: 2, places: 6)])
            #expect(next.first { $0.unit == "KLK" }?.notRenewed == [.init(reason: .premises, slots: 1, places: 2)])
            let now = try await operations.deliveryReport(actor, year: 2026).departments
            #expect(now.first { $0.unit == "SB" }?.notRenewed == [.init(reason: .reorganisation, slots: 1, places: 2)])
            try await operations.reconsiderRenewal(actor, try Code("S4"))
            let back = try await operations.deliveryReport(actor, year: 2027).departments
            #expect(back.allSatisfy { $0.unit == "SB" || $0.notRenewed.isEmpty })
        }
    }

    @Test func `a statistician sees places and no counts of people`() async throws {
        try await with(as: .statistician) { operations, actor, _ in
            let report = try await operations.deliveryReport(actor, year: 2026)
            #expect(report.hidesPersons)
            // Whether what counts people is met would tell of them.
            #expect(!report.undelivered.contains { $0.result.rule.countsPersons })
            #expect(report.undelivered.first?.lacking(hidingPersons: true).sv == "2 inte erbjudna")
        }
    }
}
