/// Numbers within a sentence, as each language writes them.
extension Phrase {
    /// In groups of three from five digits on: `9999`, `12 256`, in English `12,256`; a true minus. Not for years and codes,
    /// nor for what programs read.
    public static func number(_ number: Int) -> Phrase {
        let sign = number < 0 ? "−" : ""
        var digits = String(number.magnitude)
        guard number.magnitude >= 10_000 else { return Phrase(sv: sign + digits, en: sign + digits) }
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        func joined(_ separator: String) -> String { sign + ([digits] + groups).joined(separator: separator) }
        return Phrase(sv: joined("\u{a0}"), en: joined(","))
    }

    /// Of hundredths of one, with at most two decimals and no needless zeros: `12 500,5`, in English `12,500.5`.
    public static func number(hundredths: Int) -> Phrase {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let written = number(whole)
        guard rest != 0 else { return written }
        let decimals = rest.isMultiple(of: 10) ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return Phrase(sv: "\(written.sv),\(decimals)", en: "\(written.en).\(decimals)")
    }

    /// A sentence with a number in it, written as its language does.
    public static func number(_ number: Int, sv: (String) -> String, en: (String) -> String) -> Phrase {
        let written = Phrase.number(number)
        return Phrase(sv: sv(written.sv), en: en(written.en))
    }
}
