public import Domain
import FoundationEssentials
import Postgres
import Store
import Synchronization

/// Forgets what is over, again and again for as long as a daemon runs. Several daemons may do so at once: what one has
/// deleted the others do not find.
final class Housekeeping: Sendable {
    /// Row-level security shows one municipality at a time, so those that somebody has come to are kept in mind.
    private let seen = Mutex<Set<MunicipalityCode>>([])

    func note(_ municipality: MunicipalityCode) {
        seen.withLock { _ = $0.insert(municipality) }
    }

    var municipalities: Set<MunicipalityCode> { seen.withLock { $0 } }
}

extension Operations {
    /// How long after its end a link is still there, so that a municipality's administrator can be told what became of it.
    static let linksKept: Duration = .seconds(30 * 24 * 60 * 60)

    /// Forgets what is over in one municipality: counted attempts with their addresses, sessions, answers to repeated requests
    /// after a day, links a month after their end, and mail when the days set are over.
    public func tidy(_ municipality: MunicipalityCode) async throws {
        let now = clock.now()
        try await pool.transaction(for: municipality, by: "–") { connection in
            try await connection.deleteSignInCounts(municipality, endedBy: now)
            try await connection.deleteSessions(
                municipality, expiredBy: now, unusedSince: now.addingTimeInterval(-accounts.idle.interval))
            try await connection.deleteAnswers(municipality)
            let linksUntil = now.addingTimeInterval(-Self.linksKept.interval)
            try await connection.deleteLinks(municipality, expiredBy: linksUntil)
            try await connection.deletePartyLinks(municipality, expiredBy: linksUntil)
            let settings = try await connection.municipalitySettings(municipality)
            try await connection.deleteMessages(
                municipality, endedBy: SwedishTime.start(of: clock.today.adding(-settings.mailDays)))
        }
    }

    /// Tidies all municipalities, waits, and begins again, until its task is cancelled. What cannot be done now, since the
    /// database is away, is done the next time.
    ///
    /// - Parameters:
    ///   - installation: asked which municipalities there are, where it can tell.
    ///   - pause: between two rounds.
    public func keepTidy(_ installation: Installation, every pause: Duration = .seconds(5 * 60)) async {
        while !Task.isCancelled {
            let known = (try? await installation.municipalities()) ?? []
            for municipality in housekeeping.municipalities.union(known) {
                guard !Task.isCancelled else { return }
                try? await tidy(municipality)
            }
            try? await Task.sleep(for: pause)
        }
    }
}
