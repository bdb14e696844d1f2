public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// For how many days after its day something is still asked about by itself, where no daemon was there on the day.
    static let askedFor = 14
    /// For how many days a question about a day can be answered.
    static let answerable = 30

    /// Posts the mail that the day asks for in a municipality. Done as often as one likes, by as many daemons as there are: each
    /// message is known by its key. Answers how many were new.
    @discardableResult
    public func postDueMail(in municipality: MunicipalityCode) async throws -> Int {
        try await pool.transaction(for: municipality, by: Actor.clock(municipality).name, as: .clock) { connection in
            // One daemon at a time is enough; the key is what keeps the next from doing it again.
            guard try await connection.claimDuty("post", municipality) else { return 0 }
            let settings = try await connection.municipalitySettings(municipality)
            let duty = MailDuty(municipality: municipality, now: clock.now(), today: clock.today, settings: settings)
            var posted = 0
            posted += try await duty.askAboutStarts(connection)
            posted += try await duty.askAboutEnds(connection)
            posted += try await duty.remindOfProposals(connection)
            posted += try await duty.remindOfApprovals(connection)
            posted += try await duty.askToConfirmOffers(connection)
            posted += try await duty.remindOfReports(connection)
            posted += try await postVoiceQuestions(municipality, connection)
            posted += try await connection.postFollowUps(municipality, today: clock.today, at: clock.now())
            return posted
        }
    }
}

/// What mail the day asks for in a municipality: one method a duty. Each says which records it is about by itself; for a
/// reminder by hand another narrowing and a mark in the key are given.
struct MailDuty {
    let municipality: MunicipalityCode
    let now: Date
    let today: Day
    let settings: MunicipalitySettings
    /// Goes into the keys of a reminder by hand.
    var again = ""

    /// The first day that a duty looks back to which began so many days ago: what nobody asked about while no daemon was there.
    func since(_ days: Int) -> Day { today.adding(-days - Operations.askedFor) }

    var answerableUntil: Date { SwedishTime.start(of: today.adding(Operations.answerable)) }
}
