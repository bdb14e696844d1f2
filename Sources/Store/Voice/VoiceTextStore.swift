package import Domain
package import Postgres

extension Connection {
    /// What the further languages of a municipality are called, by their codes.
    package func voiceLanguages(
        _ municipality: MunicipalityCode
    ) async throws -> [(code: String, name: String)] {
        try await query(
            """
            SELECT language, text FROM voice_text WHERE municipality = \(municipality) AND key = \(VoiceText.name.rawValue)
            ORDER BY language COLLATE "C"
            """
        ).map { (try $0.value("language"), try $0.value("text")) }
    }

    /// A further language's texts; nil where there is none of that code.
    package func voiceTexts(_ language: String, _ municipality: MunicipalityCode) async throws -> VoiceTexts? {
        let rows = try await query(
            "SELECT key, text FROM voice_text WHERE municipality = \(municipality) AND language = \(language)")
        guard !rows.isEmpty else { return nil }
        var texts: [VoiceText: String] = [:]
        for row in rows {
            // One that a later version does not know any more is passed over.
            if let key = VoiceText(rawValue: try row.value("key")) { texts[key] = try row.value("text") }
        }
        return VoiceTexts(language: language, texts)
    }

    /// Answers how many texts there were.
    @discardableResult
    package func deleteVoiceTexts(_ language: String, _ municipality: MunicipalityCode) async throws -> Int {
        try await execute("DELETE FROM voice_text WHERE municipality = \(municipality) AND language = \(language)")
    }

    package func insertVoiceText(
        _ language: String, _ municipality: MunicipalityCode, _ key: VoiceText, _ text: Line
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO voice_text (municipality, language, key, text)
            VALUES (\(municipality), \(language), \(key.rawValue), \(text))
            """)
    }

    /// What is on file as a participant's language, as somebody wrote it.
    package func languageOnFile(
        _ participant: Identifier<Participant>, _ municipality: MunicipalityCode
    ) async throws -> String? {
        try await query(
            "SELECT language FROM participant WHERE municipality = \(municipality) AND id = \(participant)"
        ).first?.value("language")
    }
}
