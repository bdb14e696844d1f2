package import Domain
package import Postgres

/// How many of a unit at the top were asked on one occasion in a year, and how many of them answered.
package struct VoiceResponseFigures: Sendable, RowDecodable {
    package let unit: String
    package let name: String
    package let occasion: VoiceOccasion
    package let asked: Int
    package let answered: Int

    package init(row: Row) throws {
        unit = try row.value("code")
        name = try row.value("name")
        occasion = try row.value("occasion")
        asked = try row.value("asked")
        answered = try row.value("answered")
    }
}

extension Connection {
    /// By the units' codes. Those to be asked later than `day` have not been asked.
    package func voiceResponse(
        _ municipality: MunicipalityCode, _ year: Period, until day: Day
    ) async throws -> [VoiceResponseFigures] {
        try await query(
            """
            WITH RECURSIVE \(FigureParts(municipality, year).root)
            SELECT u.code, u.name, v.occasion, sum(v.asked)::bigint AS asked, sum(v.answered)::bigint AS answered
            FROM voice_response(\(year.from), \(min(year.to, day))) AS v
            JOIN root r ON r.unit_id = v.unit_id
            JOIN organisation_unit u ON u.municipality = \(municipality) AND u.id = r.root_id
            GROUP BY u.code, u.name, v.occasion ORDER BY u.code COLLATE "C", v.occasion DESC
            """, as: VoiceResponseFigures.self)
    }

    /// How the answers of a year fall, question by question.
    package func voiceTally(_ year: Period) async throws -> [VoiceQuestion: [VoiceChoice: Int]] {
        let rows = try await query(
            "SELECT question, choice, answers FROM voice_tally(\(year.from), \(year.to))")
        var tally: [VoiceQuestion: [VoiceChoice: Int]] = [:]
        for row in rows {
            tally[try row.value("question"), default: [:]][try row.value("choice")] = try row.value("answers")
        }
        return tally
    }
}
