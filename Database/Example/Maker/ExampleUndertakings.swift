import Domain

/// Decisions that nobody has made, one set for each term of office that touches the years, so that every measure is seen.
///
/// Terms of office are four years, 2023–2026 and so on.
func exampleUndertakings(_ years: ClosedRange<Int>) -> [[String]] {
    let first = termOfOffice(years.lowerBound)
    return stride(from: first, through: years.upperBound, by: 4).flatMap(undertakings)
}

private func termOfOffice(_ year: Int) -> Int { year - ((year - 2023) % 4 + 4) % 4 }

private func undertakings(_ from: Int) -> [[String]] {
    let decisions: [(code: String, unit: String, text: String, numbers: [String], rule: CountingRule)] = [
        (
            "50", "", "minst 50 praktikplatser per år, förvaltningarna gemensamt", ["places", "50", "", ""],
            .offeredInYear
        ),
        ("INV", "SBF", "2 platser om året till Invandrarservice", ["places", "2", "", "INV"], .offeredInYear),
        ("PUT", "KLK", "5 PUT-platser", ["places", "5", "", ""], .putInYear),
        ("SBF", "SBF", "ta emot minst 8 personer om året", ["persons", "8", "", ""], .personsReceived),
        ("SOC", "SOC", "minst 2 praktiker om året leder till anställning", ["persons", "2", "", ""], .employedAny),
        ("RTJ", "RTJ", "praktik 2 timmar om dagen", ["hours_per_day", "2", "", ""], .hoursPerDay),
        ("KOF", "KOF", "fler platser än nuläget 2", ["delta", "0", "2", ""], .offeredInYear),
        ("BUF", "BUF", "fler mottagna än i nuläget, som inte är fastställt", ["delta", "0", "", ""], .personsReceived),
        ("UHEM", "UHEM", "4 platser om året", ["places", "4", "", ""], .offeredInYear),
    ]
    return decisions.enumerated().map { number, decision in
        [
            municipality, "EX\(twoDigits(from))-\(decision.code)", "EXEMPEL, inte fattat av någon nämnd", "1",
            String(number + 1), decision.unit, "EXEMPEL – \(decision.text) (inte fattat av någon nämnd)",
        ] + decision.numbers + ["\(from)-01-01", "\(from + 3)-12-31", "year", decision.rule.rawValue]
    }
}
