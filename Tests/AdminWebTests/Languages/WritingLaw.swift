/// How days, weeks and numbers are written, and names ordered, in each language.
enum WritingLaw {
    /// What has digits and is no number of ours, and what it is.
    private static let names: [(text: String, what: String)] = [
        ("WCAG 2.1", "the standard's version"), ("EN 301 549", "the standard's number"),
        ("OpenAPI 3.1", "the format's version"),
    ]

    /// Days are 2026-03-09 or 9 mars 2026 (9 March 2026), weeks v. 10–22 (weeks 10–22), numbers in groups of three from five
    /// digits on, decimals after a comma (a point); no other way of writing them.
    static func fault(_ sv: String, _ en: String) -> String? {
        let (sv, en) = (plain(sv), plain(en))
        for text in [sv, en] {
            if text.contains(#/\d{1,4}/\d{1,2}/\d{2,4}|\b\d{1,2}[.]\d{1,2}[.]\d{2,4}\b|\b\d{1,2}-\d{1,2}-\d{4}\b/#) {
                return "a day otherwise"
            }
            if text.contains(#/(^|[\s(])[+−]?\d{5,}($|[\s),.:;])/#) { return "a number without its groups" }
            if text.contains(#/(^|[\s(])-\d/#) { return "a hyphen for a minus" }
        }
        if sv.contains(#/\d%/#) { return "a percentage without its space" }
        if sv.contains(#/\b(w\.|weeks?) ?\d/#) || en.contains(#/\b(v\.|vecka|veckor|w\.) ?\d/#) {
            return "a week in the other language"
        }
        if sv.contains(#/(^|[\s(])\d+\.\d+($|[\s),;])/#) { return "a decimal point in Swedish" }
        if en.contains(#/(^|[\s(])\d+,\d{1,2}($|[\s).;])/#) { return "a decimal comma in English" }
        if sv.contains(#/\d,\d{3}\b/#) { return "English groups in Swedish" }
        if en.contains(#/\d\x{A0}\d{3}\b/#) { return "Swedish groups in English" }
        let (swedish, english) = (LanguageLaw.words(sv), LanguageLaw.words(en))
        if !months.sv.isDisjoint(with: english) || !months.en.isDisjoint(with: swedish) {
            return "a month in the other language"
        }
        return nil
    }

    /// A cell of numbers, by both languages' custom.
    static func cellFault(_ sv: String, _ en: String) -> String? {
        let swedish = #/[+−]?([0-9]{1,4}|[0-9]{2,3}(\x{A0}[0-9]{3})+|[0-9](\x{A0}[0-9]{3}){2,})(,[0-9]+)?|–|<5|[^0-9]*/#
        let english = #/[+−]?([0-9]{1,4}|[0-9]{2,3}(,[0-9]{3})+|[0-9](,[0-9]{3}){2,})(\.[0-9]+)?|–|<5|[^0-9]*/#
        if sv.wholeMatch(of: swedish) == nil { return "no Swedish number" }
        return en.wholeMatch(of: english) == nil ? "no English number" : nil
    }

    /// The numbers in a text that are written in groups.
    static func numbers(_ sv: String) -> [String] {
        sv.matches(of: #/\d{1,3}(\x{A0}\d{3})+/#).map { String($0.output.0) }
    }

    /// Records one chooses among stand in the order of their names: a to z, then å ä ö.
    static func orderFault(_ choices: [String]) -> String? {
        let records = choices.filter { $0.lowercased().contains("zx") }
        for (before, after) in zip(records, records.dropFirst()) where key(after).lexicographicallyPrecedes(key(before))
        {
            return "not in Swedish order: \(before), \(after)"
        }
        return nil
    }

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzåäö")
    private static let months: (sv: Set<String>, en: Set<String>) = (
        ["januari", "februari", "mars", "maj", "juni", "juli", "augusti", "oktober"],
        ["January", "February", "March", "May", "June", "July", "August", "October"]
    )

    /// Letters by their place in the Swedish alphabet, before them whatever is none.
    private static func key(_ name: String) -> [Int] {
        name.lowercased().map { alphabet.firstIndex(of: $0) ?? ($0 == "é" ? 4 : -1) }
    }

    private static func plain(_ text: String) -> String {
        names.reduce(text) { $0.replacing($1.text, with: "") }
    }
}
