import Domain
import Testing

struct IdentityNumberTests {
    let today: Day

    init() throws {
        today = try Day("2026-11-22")
    }

    @Test(arguments: [
        ("191500722390", IdentityType.samordningsnummer, "191500722390"),
        ("191500882392", .samordningsnummer, "191500882392"),
        ("191503882399", .samordningsnummer, "191503882399"),
        ("701063-2391", .samordningsnummer, "197010632391"),
        ("19701063-2391", .samordningsnummer, "197010632391"),
        ("19900118-9811", .personnummer, "199001189811"),
        ("900118-9811", .personnummer, "199001189811"),
        ("9001189811", .personnummer, "199001189811"),
        ("19900118 9811", .personnummer, "199001189811"),
    ])
    func `numbers are accepted for what they are`(text: String, type: IdentityType, normalised: String) throws {
        let number = try IdentityNumber(text, today: today)
        #expect(number.type == type)
        #expect(number.rawValue == normalised)
    }

    @Test(arguments: [
        ("199001189812", ValueError.identityCheckDigit),
        ("701063-2392", .identityCheckDigit),
        ("191500722391", .identityCheckDigit),
        ("19900118-981", .identityForm), ("", .identityForm), ("abc", .identityForm), ("9001-189811", .identityForm),
        ("1990011898111", .identityForm), ("900118--9811", .identityForm), ("199001１89811", .identityForm),
        ("19900018-9811", .identityDate), ("19900230-9811", .identityDate), ("19901318-9811", .identityDate),
        ("19900145-9811", .identityDate), ("19900192-9811", .identityDate), ("19901378-9811", .identityDate),
        ("00000118-9811", .identityDate),
    ])
    func `what is wrong is named`(text: String, fault: ValueError) {
        #expect(throws: fault) { try IdentityNumber(text, today: today) }
    }

    @Test func `month 00 is only for coordination numbers`() {
        #expect(throws: ValueError.identityDate) { try IdentityNumber("191500122390", today: today) }
    }

    @Test func `ten digits are of the youngest person they can be, and a plus says a hundred years more`() throws {
        let digits = Self.completed("150401981")
        #expect(try IdentityNumber(digits, today: today).rawValue == "20" + digits)
        #expect(try IdentityNumber(digits.prefix(6) + "-" + digits.suffix(4), today: today).rawValue == "20" + digits)
        #expect(try IdentityNumber(digits.prefix(6) + "+" + digits.suffix(4), today: today).rawValue == "19" + digits)
        let older = Self.completed("270401981")
        #expect(try IdentityNumber(older, today: today).rawValue == "19" + older)
        // The year a person turns 100 the sign is a plus.
        let hundred = Self.completed("260401981")
        #expect(
            try IdentityNumber(hundred.prefix(6) + "+" + hundred.suffix(4), today: today).rawValue == "19" + hundred)
    }

    @Test func `nobody is born tomorrow`() {
        let unborn = Self.completed("261123981")
        #expect(throws: ValueError.identityInFuture) { try IdentityNumber("20" + unborn, today: today) }
        #expect(throws: Never.self) { try IdentityNumber("20" + Self.completed("261122981"), today: today) }
    }

    @Test func `birth and sex are known as far as the number tells`() throws {
        let whole = try IdentityNumber("19900118-9811", today: today)
        #expect(whole.birthDate?.known == (try Day("1990-01-18")))
        #expect(whole.sex == .man)
        let monthless = try IdentityNumber("191500722390", today: today)
        #expect(monthless.birthDate == BirthDateParts(1915, nil, 12))
        #expect(monthless.birthDate?.known == nil)
        #expect(try monthless.birthDate?.agrees(with: Day("1915-07-12")) == true)
        #expect(try monthless.birthDate?.agrees(with: Day("1915-07-13")) == false)
        #expect(monthless.sex == .man)
        let digits = "19" + Self.completed("800060981")
        let neither = try IdentityNumber(digits, today: today)
        #expect(neither.birthDate == BirthDateParts(1980, nil, nil))
        #expect(neither.birthDate?.latest == (try Day("1980-12-31")))
        #expect(try IdentityNumber("701063-2391", today: today).birthDate?.known == (try Day("1970-10-03")))
    }

    @Test func `reserve numbers are kept as they are`() throws {
        let number = try IdentityNumber(reserve: "  TF-12/åäö 99 ")
        #expect(number.type == .reservnummer)
        #expect(number.rawValue == "TF-12/åäö 99")
        #expect(number.sex == .unknown)
        #expect(number.birthDate == nil)
        #expect(throws: ValueError.identityEmpty) { try IdentityNumber(reserve: "  ") }
    }

    @Test func `no text shows any of the number`() throws {
        for number in [try IdentityNumber("701063-2391", today: today), try IdentityNumber(reserve: "7010632391")] {
            var dumped = ""
            dump(number, to: &dumped)
            for text in [
                number.description, number.debugDescription, "\([number])", String(reflecting: Optional(number)),
                dumped,
            ] {
                #expect(!text.contains { $0.isNumber }, "a digit in \(text.count) characters")
            }
        }
        for fault in ValueError.allCases where "\(fault)".hasPrefix("identity") {
            #expect(!fault.phrase.sv.contains("2391"))
        }
    }

    @Test func `one wrong digit is always noticed`() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<2_000 {
            let right = Array(
                "1990011898" + Self.completed("900118" + String(Int.random(in: 980...999, using: &random))).suffix(2))
            let place = Int.random(in: 8..<12, using: &random)
            var wrong = right
            let digit = (Int(String(right[place])) ?? 0) + Int.random(in: 1...9, using: &random)
            wrong[place] = Character(String(digit % 10))
            let valid = (try? IdentityNumber(String(right), today: today)) != nil
            if valid {
                #expect(throws: ValueError.identityCheckDigit) { try IdentityNumber(String(wrong), today: today) }
            }
        }
    }

    /// Nine digits with the check digit that makes them right, reckoned apart from the code under test.
    static func completed(_ nine: String) -> String {
        var sum = 0
        for (place, digit) in nine.compactMap(\.wholeNumberValue).enumerated() {
            let product = String(digit * (place % 2 == 0 ? 2 : 1))
            sum += product.compactMap(\.wholeNumberValue).reduce(0, +)
        }
        return nine + String((10 - sum % 10) % 10)
    }
}

private func == (left: BirthDate?, right: BirthDateParts) -> Bool {
    left?.year == right.year && left?.month == right.month && left?.day == right.day
}

private struct BirthDateParts {
    let year: Int
    let month: Int?
    let day: Int?

    init(_ year: Int, _ month: Int?, _ day: Int?) {
        (self.year, self.month, self.day) = (year, month, day)
    }
}
