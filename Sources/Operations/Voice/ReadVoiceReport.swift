public import Domain
import Postgres
public import Statistics
import Store

extension Operations {
    /// How many participants answered in a year what they were asked, by unit, and how their answers fall. Persons with
    /// protected identity are not counted.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - forPublication: Keeps back what would tell one person's answers, as for everybody but coordinators always, who may
    ///     read the answers themselves.
    public func voiceReport(_ actor: Actor, year: Int, forPublication: Bool = false) async throws -> VoiceReport {
        let period = try Period(year: year)
        let (report, threshold) = try await read(actor, .readFigures) { connection in
            let rows = try await connection.voiceResponse(actor.municipality, period, until: clock.today)
            let tally = try await connection.voiceTally(period)
            let report = VoiceReport(
                year: year,
                byUnit: rows.map {
                    .init(unit: $0.unit, name: $0.name, occasion: $0.occasion, asked: $0.asked, answered: $0.answered)
                },
                tallies: VoiceQuestion.allCases.map { .init(question: $0, counts: tally[$0] ?? [:]) })
            return (report, try await connection.municipalitySettings(actor.municipality).suppressionThreshold)
        }
        guard forPublication || Action.readVoice.refusal(of: actor) != nil else { return report }
        // Until then the links of the year's last days still take answers.
        let isOver = clock.today > period.to.adding(Self.voiceAskedFor + Self.voiceAnswerable)
        return report.published(below: threshold, isOver: isOver)
    }
}
