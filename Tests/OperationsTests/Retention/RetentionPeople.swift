import Domain

/// Somebody made up, with every value by which they could be found again.
struct RetentionPerson {
    let number: Int
    let year: Int
    let isProtected: Bool
    let reference: String
    let givenName, familyName: String
    let identity: String
    let email, phone: String
    /// What was written of them and by them.
    let words: String

    init(_ number: Int, year: Int, _ random: inout SplitMix64) {
        self.number = number
        self.year = year
        isProtected = Int.random(in: 0..<5, using: &random) == 0
        let mark = Self.mark(&random)
        reference = "R\(number)-\(mark)"
        givenName = "Åsa\(mark)"
        familyName = "Ö\(Self.mark(&random))sson"
        let digits =
            "19\(Int.random(in: 60...99, using: &random))0\(Int.random(in: 1...9, using: &random))1\(number % 10)98\(number % 10)"
        identity = digits + String(Self.checkDigit(digits.dropFirst(2)))
        email = "\(Self.mark(&random).lowercased())@example.se"
        phone = "070-\(Int.random(in: 1_000_000...9_999_999, using: &random))"
        words = "Trivs inte: \(Self.mark(&random)) är för långt bort"
    }

    /// Letters that are in nobody else's values.
    private static func mark(_ random: inout SplitMix64) -> String {
        String((0..<10).map { _ in "BCDFGHJKLMNPQRSTVWXZ".randomElement(using: &random) ?? "Z" })
    }

    /// By Luhn, over the ten digits' first nine.
    private static func checkDigit(_ digits: Substring) -> Int {
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let product = (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + product / 10 + product % 10
        }
        return (10 - sum % 10) % 10
    }

    var label: String { "AMA/\(reference)" }
    var placement: String { "PL\(number)" }

    /// The values themselves.
    var values: [String] {
        [reference, givenName, familyName, identity, String(identity.dropFirst(2)), email, phone, words]
    }
}
