/// A number that identifies a person, with its type; printing it shows the type and nothing of the number.
///
/// Personal identity numbers and coordination numbers are kept as twelve digits. A coordination number has 60 added to
/// the day, and may have month 00 and day 60 where these are unknown. A reserve number has no national form and is kept
/// as it was written.
public struct IdentityNumber: Sendable, Hashable {
    /// Never `.none`.
    public let type: IdentityType
    /// Twelve digits, or a reserve number as written. Private: not for logs, faults or audit.
    public let rawValue: String

    /// Reads a personal identity or coordination number and finds out which of them it is.
    ///
    /// Ten or twelve digits, with `-` or `+` before the last four or without. Ten digits are of the youngest person it
    /// can be on `today`; `+` says that the person turns, or has turned, 100 that year (act 1991:481 § 18).
    public init(_ text: String, today: Day) throws(ValueError) {
        let digits = try Self.digits(text, today: today)
        let birth = try Self.birth(digits)
        guard Self.checkDigit(digits[2..<11]) == digits[11] else { throw .identityCheckDigit }
        guard birth.date.earliest <= today else { throw .identityInFuture }
        type = birth.coordination ? .samordningsnummer : .personnummer
        rawValue = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

    /// A reserve number, kept as written but for space at its ends.
    public init(reserve text: String) throws(ValueError) {
        guard let line = singleLine(text, limit: 1_000) else { throw .identityEmpty }
        type = .reservnummer
        rawValue = line
    }

    /// A number that has been checked before, read back from storage.
    public init(stored rawValue: String, type: IdentityType) {
        self.type = type
        self.rawValue = rawValue
    }

    /// Date of birth as far as the number tells; nil for a reserve number.
    public var birthDate: BirthDate? {
        guard type != .reservnummer, rawValue.utf8.count == 12 else { return nil }
        return try? Self.birth(rawValue.utf8.map { $0 &- UInt8(ascii: "0") }).date
    }

    /// Legal sex by the next to last digit, odd for men; unknown for a reserve number.
    public var sex: Sex {
        guard type != .reservnummer, rawValue.utf8.count == 12, let digit = rawValue.utf8.dropLast().last else {
            return .unknown
        }
        return digit % 2 == 0 ? .woman : .man
    }
}

// MARK: Reading

extension IdentityNumber {
    /// Twelve digits 0…9 from what was written.
    private static func digits(_ text: String, today: Day) throws(ValueError) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(12)
        var sign: UInt8?
        var digitsAfterSign = 0
        for byte in text.utf8 where byte != UInt8(ascii: " ") {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard digits.count < 12 else { throw .identityForm }
                digits.append(byte - UInt8(ascii: "0"))
                if sign != nil { digitsAfterSign += 1 }
            case UInt8(ascii: "-"), UInt8(ascii: "+"):
                guard sign == nil else { throw .identityForm }
                sign = byte
            default:
                throw .identityForm
            }
        }
        guard sign == nil || digitsAfterSign == 4 else { throw .identityForm }
        if digits.count == 12 { return digits }
        guard digits.count == 10 else { throw .identityForm }

        let shortYear = Int(digits[0]) * 10 + Int(digits[1])
        var year = today.year / 100 * 100 + shortYear
        if year > today.year { year -= 100 }
        if sign == UInt8(ascii: "+") { year -= 100 }
        guard year >= 1000 else { throw .identityDate }
        return [UInt8(year / 1000), UInt8(year / 100 % 10)] + digits
    }

    private static func birth(_ digits: [UInt8]) throws(ValueError) -> (date: BirthDate, coordination: Bool) {
        guard digits.count == 12 else { throw .identityForm }
        let number = digits.prefix(8).reduce(0) { $0 * 10 + Int($1) }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        guard year >= 1800 else { throw .identityDate }
        if day <= 31 {
            _ = try relabelled { () throws(ValueError) in try Day(year, month, day) }
            return (BirthDate(year: year, month: month, day: day), false)
        }
        guard (60...91).contains(day), month <= 12 else { throw .identityDate }
        let date = BirthDate(year: year, month: month == 0 ? nil : month, day: day == 60 ? nil : day - 60)
        if let month = date.month, let day = date.day {
            _ = try relabelled { () throws(ValueError) in try Day(year, month, day) }
        }
        return (date, true)
    }

    /// A date that is no date is here a fault of the number.
    private static func relabelled(_ make: () throws(ValueError) -> Day) throws(ValueError) -> Day {
        do { return try make() } catch { throw .identityDate }
    }

    /// The digit that the nine before it demand: weights 2, 1 alternating, digits of the products added.
    static func checkDigit(_ digits: some Collection<UInt8>) -> UInt8 {
        var sum: UInt8 = 0
        var doubled = true
        for digit in digits {
            let product = doubled ? digit * 2 : digit
            sum += product > 9 ? product - 9 : product
            doubled.toggle()
        }
        return (10 - sum % 10) % 10
    }
}

// MARK: Nothing of the number in any text

extension IdentityNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(type.rawValue) ••••" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["type": type.rawValue]) }
}
