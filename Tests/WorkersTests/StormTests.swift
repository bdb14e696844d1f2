import Domain
import Foundation
import Mail
import MailServers
import Operations
import Postgres
import Store
import TestSupport
import Testing
import Workers

/// Against a real mail server that fails in every way: each message comes once, or is listed as failed, and none is lost.
@Suite(.serialized) struct StormTests {
    private func carrier(_ process: MailServerProcess) throws -> SMTPClient {
        SMTPClient(
            try process.server, patience: MailPatience(connecting: .seconds(10), total: .milliseconds(1500)))
    }

    /// Sends until nothing waits, the clock being moved past every pause.
    private func sendAll(_ town: MailTown, _ workers: [Workers]) async throws {
        for _ in 0..<400 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in workers { group.addTask { try await worker.send() } }
                try await group.waitForAll()
            }
            guard try await town.counts()[.waiting] != nil else { return }
            town.clock.move(120)
        }
    }

    @Test func `two daemons send to a server that refuses, hangs, dies and comes back`() async throws {
        try await MailTown.with(people: 3) { town in
            let process = try await MailServerProcess.start(behaving: "storm")
            defer { process.remove() }
            let office = try town.office
            let count = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] == nil ? 15 : 100
            try await town.post(count)
            let carrier = try carrier(process)
            let workers = (0..<2).map { _ in Workers(town.operations, sending: (carrier, office)) }
            try await sendAll(town, workers)

            let counts = try await town.counts()
            #expect((counts[.sent] ?? 0) + (counts[.failed] ?? 0) == count * 3, "\(counts)")
            let came = Dictionary(grouping: try process.received().compactMap { $0.header("Message-ID") }) { $0 }
            for mail in try await town.operations.messages(town.coordinator, limit: 10_000) {
                let times = came[MessageID(mail.id.rawValue, of: office.sender).description]?.count ?? 0
                let attempts = try await town.operations.message(town.coordinator, mail.id).attempts
                switch mail.state {
                case .sent:
                    // More than once only where the server died after taking it, which looks like any other death.
                    let deaths = attempts.count { $0.outcome == .unreachable }
                    #expect(times >= 1 && times <= 1 + deaths, "\(times) times, \(deaths) deaths")
                default:
                    #expect(mail.outcome == .refused && [550, 554].contains(mail.code), "\(mail)")
                }
                #expect(attempts.count == mail.attempts && attempts.allSatisfy { $0.outcome != nil })
            }
        }
    }

    @Test func `without deaths nothing comes twice`() async throws {
        try await MailTown.with(people: 3) { town in
            let process = try await MailServerProcess.start(behaving: "take defer take take hang slow defer take slow")
            defer { process.remove() }
            try await town.post(10)
            let (carrier, office) = (try carrier(process), try town.office)
            let workers = (0..<2).map { _ in Workers(town.operations, sending: (carrier, office)) }
            try await sendAll(town, workers)
            #expect(try await town.counts() == [.sent: 30])
            let names = try process.received().compactMap { $0.header("Message-ID") }
            #expect(names.count == 30 && Set(names).count == 30)
        }
    }

    @Test func `the server is away and comes back, and nothing is lost`() async throws {
        try await MailTown.with(people: 2) { town in
            let first = try await MailServerProcess.start()
            let port = first.port
            first.remove()
            try await town.post(5)
            let office = try town.office
            let worker = Workers(town.operations, sending: (try carrier(first), office))
            for _ in 0..<5 {
                #expect(try await worker.send().trouble == .unreachable)
                town.clock.move(300)
            }
            let second = try await MailServerProcess.start(port: port)
            defer { second.remove() }
            try await sendAll(town, [worker])
            #expect(try await town.counts() == [.sent: 10])
            #expect(try second.received().count == 10)
        }
    }
}
