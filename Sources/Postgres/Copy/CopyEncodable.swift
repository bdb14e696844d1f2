public import FoundationEssentials

/// A value that can be written in a bulk load, as the text PostgreSQL reads for its column's type.
///
/// An `Optional` writes `nil` as NULL; a `RawRepresentable` type gets it by conforming.
public protocol CopyEncodable {
    func write(to field: inout CopyField)
}

extension String: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(self) }
}

extension Bool: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(plain: self ? "t" : "f") }
}

extension Int: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(number: self) }
}

extension Int16: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(number: Int(self)) }
}

extension Int32: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(number: Int(self)) }
}

extension Int64: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(number: Int(self)) }
}

/// The shortest text that reads as the same number; `nan` and `inf` are words that PostgreSQL knows.
extension Double: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(plain: description) }
}

extension UUID: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(plain: uuidString) }
}

/// A moment, in UTC, to the microsecond.
extension Date: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(plain: timestampText) }
}

extension JSONText: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(rawValue) }
}

extension RawRepresentable where Self: CopyEncodable, RawValue: CopyEncodable {
    public func write(to field: inout CopyField) { rawValue.write(to: &field) }
}

extension Optional: CopyEncodable where Wrapped: CopyEncodable {
    public func write(to field: inout CopyField) {
        switch self {
        case .none: field.writeNull()
        case .some(let value): value.write(to: &field)
        }
    }
}

/// A `bytea` for bytes; for all else an array of it, one-dimensional.
extension Array: CopyEncodable where Element: CopyEncodable {
    public func write(to field: inout CopyField) {
        if let bytes = self as? [UInt8] {
            field.write(bytes: bytes)
        } else {
            field.writeArray(self)
        }
    }
}

/// A byte is not a column of its own: this is here for `[UInt8]`.
extension UInt8: CopyEncodable {
    public func write(to field: inout CopyField) { field.write(number: Int(self)) }
}

extension Date {
    /// `YYYY-MM-DD hh:mm:ss.uuuuuu+00`, with `BC` for years before 1.
    fileprivate var timestampText: String {
        let microseconds = Int((timeIntervalSince1970 * 1_000_000).rounded())
        let days = Int((Double(microseconds) / 86_400_000_000).rounded(.down))
        let time = microseconds - days * 86_400_000_000
        let (year, month, day) = Self.civil(days)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let shown = year > 0 ? year : 1 - year
        let date = "\(padded(shown, 4))-\(padded(month, 2))-\(padded(day, 2))"
        let seconds = time / 1_000_000
        let clock = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        return "\(date) \(clock).\(padded(time % 1_000_000, 6))+00" + (year > 0 ? "" : " BC")
    }

    /// The civil date of a count of days from 1970-01-01, by eras of 400 years that begin on the first of March.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
