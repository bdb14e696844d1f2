import Domain

/// A period as pages say it, in both languages.
extension Period {
    /// `v. 10–22 2026`, `weeks 10–22, 2026`; nil where it is not whole weeks of one year.
    var weeksPhrase: Phrase? {
        let (first, last) = (from.isoWeek, to.isoWeek)
        guard written.hasPrefix("v. ") else { return nil }
        return Phrase(
            sv: written,
            en: first.number == last.number
                ? "week \(first.number), \(first.year)" : "weeks \(first.number)–\(last.number), \(first.year)")
    }

    /// Its weeks, or else its days: `v. 10–22 2026`, `2026-03-09 – 2026-06-05`.
    var phrase: Phrase { weeksPhrase ?? Phrase(sv: written, en: written) }

    /// `9 mars – 4 juni 2026`, with both years where they differ.
    var longPhrase: Phrase {
        let (first, last) = (from.longPhrase, to.longPhrase)
        guard from.year == to.year else {
            return Phrase(sv: "\(first.sv) – \(last.sv)", en: "\(first.en) – \(last.en)")
        }
        let year = " \(to.year)".count
        return Phrase(
            sv: "\(first.sv.dropLast(year)) – \(last.sv)", en: "\(first.en.dropLast(year)) – \(last.en)")
    }
}
