package import Domain

/// Numbers in running text: words up to twelve, digits beyond, singular and plural.
package enum Quantity {
    private static let swedish = [
        "inga", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    ]
    private static let english = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    package static func number(_ count: Int) -> Phrase {
        swedish.indices.contains(count)
            ? Phrase(sv: swedish[count], en: english[count]) : Phrase(sv: String(count), en: String(count))
    }

    package static func capitalised(_ count: Int) -> Phrase {
        Phrase(sv: sentence(number(count).sv), en: sentence(number(count).en))
    }

    package static func capitalised(_ phrase: Phrase) -> Phrase {
        Phrase(sv: sentence(phrase.sv), en: sentence(phrase.en))
    }

    package static func persons(_ count: Int) -> Phrase {
        let number = number(count)
        return count == 1
            ? Phrase(sv: "en person", en: "one person")
            : Phrase(sv: "\(number.sv) personer", en: "\(number.en) people")
    }

    /// Points are figures: always digits.
    package static func points(_ count: Int) -> Phrase {
        Phrase(sv: "\(count) poäng", en: count == 1 ? "1 point" : "\(count) points")
    }

    package static func freePlaces(_ count: Int) -> Phrase {
        let number = number(count)
        return count == 1
            ? Phrase(sv: "en ledig plats", en: "one free place")
            : Phrase(sv: "\(number.sv) lediga platser", en: "\(number.en) free places")
    }

    package static func places(_ count: Int) -> Phrase {
        let number = number(count)
        return count == 1
            ? Phrase(sv: "en plats", en: "one place") : Phrase(sv: "\(number.sv) platser", en: "\(number.en) places")
    }

    package static func placements(_ count: Int) -> Phrase {
        let number = number(count)
        return count == 1
            ? Phrase(sv: "en placering", en: "one placement")
            : Phrase(sv: "\(number.sv) placeringar", en: "\(number.en) placements")
    }

    package static func proposals(_ count: Int) -> Phrase {
        let number = number(count)
        return count == 1
            ? Phrase(sv: "ett förslag", en: "one proposal")
            : Phrase(sv: "\(number.sv) förslag", en: "\(number.en) proposals")
    }

    package static func weeks(_ count: Int) -> Phrase {
        let number = number(count)
        return count == 1
            ? Phrase(sv: "en vecka", en: "one week") : Phrase(sv: "\(number.sv) veckor", en: "\(number.en) weeks")
    }

    package static func days(_ count: Int) -> Phrase {
        let number = number(count)
        return count == 1
            ? Phrase(sv: "en dag", en: "one day") : Phrase(sv: "\(number.sv) dagar", en: "\(number.en) days")
    }

    /// Working time of so many minutes, in hours.
    package static func hours(_ minutes: Int) -> Phrase {
        guard let hours = try? WorkHours(minutes: minutes) else {
            return Phrase(sv: "\(minutes) minuter", en: "\(minutes) minutes")
        }
        return minutes == 60
            ? Phrase(sv: "en timme", en: "one hour")
            : Phrase(sv: "\(hours.formatted(decimal: ",")) timmar", en: "\(hours.formatted(decimal: ".")) hours")
    }

    /// The text with a capital first letter.
    package static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
