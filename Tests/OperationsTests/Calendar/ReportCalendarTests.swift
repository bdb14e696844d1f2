import Domain
import Operations
import Store
import TestSupport
import Testing

/// Skara's programme reports to the executive board in February and December; Uddevalla's with each part-year and the annual
/// accounts (seeds' rows 16 and 22).
struct ReportCalendarTests {
    @Test func `what is due is asked for until it is handed in, and comes back the year after`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            func at(_ day: String) throws -> Operations {
                Operations(pool: database.pool, clock: .fixed(try Day(day)))
            }
            let added = try await at("2026-11-01").addUsualReportDuties(karin)
            #expect(Set(added.map(\.rawValue)) == ["ARSBOKSLUT", "DELAR", "TERTIAL", "KS"])
            #expect(try await at("2026-11-01").addUsualReportDuties(karin).isEmpty)
            func board(_ day: String) async throws -> [String] {
                try await at(day).reportCalendar(karin).filter { $0.duty.code.rawValue == "KS" }
                    .map { "\($0.dueOn) \($0.state.rawValue)" }
            }
            #expect(try await board("2026-11-01") == ["2026-12-15 coming", "2027-02-28 coming"])
            #expect(try await board("2026-11-14").first == "2026-12-15 coming")
            #expect(try await board("2026-11-15").first == "2026-12-15 due")
            #expect(try await board("2026-12-15").first == "2026-12-15 due")
            #expect(try await board("2026-12-16").first == "2026-12-15 overdue")
            let work = try await at("2026-12-16").worklist(karin)
            let asked = try #require(work.items.first { $0.kind == .dueReport && $0.report?.rawValue == "KS" })
            #expect(
                asked.sentence.sv
                    == "Lägesrapport om praktikplatserna till kommunstyrelsen skulle ha lämnats den 2026-12-15.")
            #expect(asked.since == (try Day("2026-11-15")) && asked.days == 31)
            #expect(work.items.map(\.since) == work.items.map(\.since).sorted())

            let (code, due) = (try Code("KS"), try Day("2026-12-15"))
            try await at("2026-12-17").deliverReport(karin, code, dueOn: due, note: try Line("KS 2026/412"))
            #expect(
                try await board("2026-12-18") == [
                    "2026-12-15 delivered", "2027-02-28 coming", "2027-12-15 coming",
                ])
            await #expect(throws: Refusal.reportDeliveredAlready) {
                try await at("2026-12-18").deliverReport(karin, code, dueOn: due)
            }
            let anna = Actor(name: "anna", role: .statistician, municipality: town.code)
            try await at("2026-12-18").undeliverReport(anna, code, dueOn: due)
            #expect(try await board("2026-12-18").first == "2026-12-15 overdue")
            await #expect(throws: Refusal.reportNotDelivered(due)) {
                try await at("2026-12-18").undeliverReport(anna, code, dueOn: due)
            }
            #expect(try await at("2026-12-18").statisticianStart(anna).reports.map(\.duty.code.rawValue).contains("KS"))
        }
    }

    @Test func `only its own days, none to come, and no number in a note`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-12-10")))
            _ = try await operations.addUsualReportDuties(karin)
            let (code, due) = (try Code("KS"), try Day("2026-12-15"))
            await #expect(throws: Refusal.reportNotDue(try Day("2026-12-14"))) {
                try await operations.deliverReport(karin, code, dueOn: try Day("2026-12-14"))
            }
            await #expect(throws: Refusal.dayNotReached(try Day("2026-12-11"))) {
                try await operations.deliverReport(karin, code, dueOn: due, on: try Day("2026-12-11"))
            }
            await #expect(throws: Refusal.value("note", .identityInText)) {
                try await operations.deliverReport(karin, code, dueOn: due, note: try Line("om 19121212-1212"))
            }
            await #expect(throws: Refusal.noSuch(.reportDuty, "XX")) {
                try await operations.deliverReport(karin, try Code("XX"), dueOn: due)
            }
            try await operations.deliverReport(karin, code, dueOn: due, dryRun: true)
            #expect(try await operations.reportCalendar(karin).allSatisfy { $0.deliveredOn == nil })
            let registrar = Actor(name: "rut", role: .registrar, municipality: town.code)
            await #expect(throws: Refusal.notAllowed(.readCalendar, .registrar)) {
                try await operations.reportCalendar(registrar)
            }
        }
    }

    @Test func `its days are changed for what is to come; what was handed in stays on record`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-12-10")))
            _ = try await operations.addUsualReportDuties(karin)
            let code = try Code("KS")
            let read = try #require(try await operations.reportDuties(karin, code: code).first)
            try await operations.deliverReport(karin, code, dueOn: try Day("2026-12-15"))
            try await operations.changeReportDuty(karin, code, expecting: read.version) {
                $0.days = [try MonthDay("12-20"), try MonthDay("02-20")]
            }
            await #expect(throws: Refusal.changedMeanwhile(.reportDuty, "KS")) {
                try await operations.changeReportDuty(karin, code, expecting: read.version) { $0.remindDays = 3 }
            }
            await #expect(throws: Refusal.value("to", .periodReversed)) {
                try await operations.changeReportDuty(karin, code) { $0.to = try Day("2026-01-01") }
            }
            let board = try await operations.reportCalendar(karin).filter { $0.duty.code == code }
            #expect(
                board.map { "\($0.dueOn) \($0.state.rawValue)" } == [
                    "2026-12-15 delivered", "2026-12-20 due", "2027-02-20 coming",
                ])
            try await operations.changeReportDuty(karin, code) { $0.to = try Day("2026-12-31") }
            #expect(try await operations.reportCalendar(karin).filter { $0.duty.code == code }.count == 2)
        }
    }
}
