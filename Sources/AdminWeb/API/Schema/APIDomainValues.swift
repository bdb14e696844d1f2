import Domain
import StrictJSON

// The domain's values in JSON: as the files write them, checked by their own initialisers.

extension Code: APITextValue {
    static var text: APIText {
        APIText(length: 1...64, pattern: #"^[^\x00-\x20\x7f",;|]+$"#, example: "PARK-1") { (text) throws(ValueError) in
            _ = try Code(text)
        }
    }
}

extension FollowUpMoment: APITextValue {
    static var text: APIText {
        APIText(
            length: 1...3, pattern: "^(mid|end|[1-9][0-9]?|[1-6][0-9][0-9]|7[0-2][0-9]|730)$", example: "30"
        ) { (text) throws(ValueError) in _ = try FollowUpMoment(text) }
    }
}

extension Line: APITextValue {
    static var text: APIText {
        APIText(length: 1...1000, pattern: #"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"#) {
            (text) throws(ValueError) in _ = try Line(text)
        }
    }
}

extension Keyword: APITextValue {
    static var text: APIText {
        APIText(length: 1...64, pattern: #"^[^\x00-\x1f\x7f|]*[^\x00-\x20\x7f|][^\x00-\x1f\x7f|]*$"#) {
            (text) throws(ValueError) in _ = try Keyword(text)
        }
    }
}

extension Day: APITextValue {
    static var text: APIText {
        APIText(format: "date", example: "2026-03-09") { (text) throws(ValueError) in _ = try Day(text) }
    }
}

extension ReportPeriod: APITextValue {
    static var text: APIText {
        APIText(
            length: 4...22,
            pattern: "^[0-9]{4}(-(H[12]|T[123]|VT|HT)|-[0-9]{2}-[0-9]{2}--[0-9]{4}-[0-9]{2}-[0-9]{2})?$",
            example: "2026-T1"
        ) { (text) throws(ValueError) in _ = try ReportPeriod(text) }
    }
}

extension SSYK: APITextValue {
    static var text: APIText {
        APIText(length: 4...4, pattern: "^[0-9]{4}$", example: "9412") { (text) throws(ValueError) in
            _ = try SSYK(text)
        }
    }
}

extension EmailAddress: APITextValue {
    static var text: APIText {
        APIText(
            length: 3...254,
            pattern: #"^[^\x00-\x20\x7f@,;<>"()]+@[^\x00-\x20\x7f@,;<>"()]*[^\x00-\x20\x7f@,;<>"().]$"#,
            example: "karin@example.org"
        ) { (text) throws(ValueError) in
            // Spaces around it are taken off in a form; a program has none to send.
            guard try EmailAddress(text).rawValue == text else { throw .email }
        }
    }
}

extension MunicipalityCode: APITextValue {
    static var text: APIText {
        APIText(length: 4...4, pattern: "^[0-9]{4}$", example: "1485") { (text) throws(ValueError) in
            _ = try MunicipalityCode(text)
        }
    }
}

extension Capacity: APIInput {
    static var schema: APISchema { .integer(1...500) }
    func write(to json: inout JSONWriter) { json.integer(rawValue) }
    init(api json: JSON) throws(ValueError) { try self.init(json.wholeNumber ?? 0) }
}

/// Hours; kept to the nearest minute.
extension WorkHours: APIInput {
    static var schema: APISchema { APISchema(.number(0.01...24)) }
    func write(to json: inout JSONWriter) { json.raw(description) }
    init(api json: JSON) throws(ValueError) {
        guard let hours = json.double else { throw .workHours }
        try self.init(minutes: Int((hours * 60).rounded()))
    }
}

extension AttendedHours: APIInput {
    static var schema: APISchema { APISchema(.number(0...4000)) }
    func write(to json: inout JSONWriter) { json.raw(description) }
    init(api json: JSON) throws(ValueError) {
        guard let hours = json.double else { throw .attendedHours }
        try self.init(minutes: Int((hours * 60).rounded()))
    }
}

extension Amount: APIValue {
    static var schema: APISchema { .number }
    func write(to json: inout JSONWriter) { json.raw(description) }
}

/// ISO numbers, 1 Monday to 7 Sunday.
extension Weekdays: APIInput {
    static var schema: APISchema { .list(.integer(1...7), 1...7) }
    func write(to json: inout JSONWriter) { json.array(numbers) { $1.integer($0) } }
    init(api json: JSON) throws(ValueError) {
        guard case .array(let elements) = json, !elements.isEmpty else { throw .weekdays }
        var bits: UInt8 = 0
        for element in elements {
            guard let number = element.wholeNumber, (1...7).contains(number) else { throw .weekdays }
            bits |= 1 << UInt8(number - 1)
        }
        self.init(rawValue: bits)
    }
}
