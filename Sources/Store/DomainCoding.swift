public import Domain
public import Postgres

// How the domain's values travel to and from PostgreSQL. Reading goes through the values' own initialisers, so that what the
// database holds is held to the same rules as what people write.

extension Identifier: PostgresEncodable, PostgresDecodable {
    public static var postgresType: PostgresType { .uuid }
    public var postgresValue: PostgresValue { rawValue.postgresValue }
    public init(postgres cell: PostgresCell) throws { self.init(try .init(postgres: cell)) }
}
extension Identifier: PostgresArrayElement {}

/// A `date`: days since 2000-01-01.
extension Day: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    private static let epoch = 10_957

    public static var postgresType: PostgresType { .date }
    public var postgresValue: PostgresValue { PostgresValue(.date, number: daysSince1970 - Int32(Self.epoch)) }
    public init(postgres cell: PostgresCell) throws {
        let days: Int32 = try cell.number(.date, as: "Day")
        try self.init(daysSince1970: Int(days) + Self.epoch)
    }
}

/// A value that is a checked text.
package protocol StoredText: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    var rawValue: String { get }
    init(stored text: String) throws
}

extension StoredText {
    public static var postgresType: PostgresType { .text }
    public var postgresValue: PostgresValue { rawValue.postgresValue }
    public init(postgres cell: PostgresCell) throws { try self.init(stored: String(postgres: cell)) }
}

extension MunicipalityCode: StoredText { package init(stored text: String) throws { try self.init(text) } }
extension Code: StoredText { package init(stored text: String) throws { try self.init(text) } }
extension Line: StoredText { package init(stored text: String) throws { try self.init(text) } }
extension Keyword: StoredText { package init(stored text: String) throws { try self.init(text) } }
extension OwnWords: StoredText { package init(stored text: String) throws { try self.init(text) } }
extension EmailAddress: StoredText { package init(stored text: String) throws { try self.init(text) } }
extension SSYK: StoredText { package init(stored text: String) throws { try self.init(text) } }
extension MonthDay: StoredText { package init(stored text: String) throws { try self.init(text) } }

/// A value that is a checked whole number.
package protocol StoredNumber: PostgresEncodable, PostgresDecodable {
    var storedNumber: Int { get }
    init(stored number: Int) throws
}

extension StoredNumber {
    public static var postgresType: PostgresType { .int8 }
    public var postgresValue: PostgresValue { storedNumber.postgresValue }
    public init(postgres cell: PostgresCell) throws { try self.init(stored: Int(postgres: cell)) }
}

extension Capacity: StoredNumber {
    package var storedNumber: Int { rawValue }
    package init(stored number: Int) throws { try self.init(number) }
}
extension Priority: StoredNumber {
    package var storedNumber: Int { rawValue }
    package init(stored number: Int) throws { try self.init(number) }
}
extension WorkHours: StoredNumber {
    package var storedNumber: Int { minutes }
    package init(stored number: Int) throws { try self.init(minutes: number) }
}
extension FollowUpMoment: StoredNumber {
    package var storedNumber: Int { rawValue }
    package init(stored number: Int) throws { try self.init(number: number) }
}
extension ClockTime: StoredNumber {
    package var storedNumber: Int { minutes }
    package init(stored number: Int) throws { try self.init(minutes: number) }
}
extension Amount: StoredNumber {
    package var storedNumber: Int { hundredths }
    package init(stored number: Int) throws { try self.init(hundredths: number) }
}

/// A bit set: bit 0 is Monday. Written out, since its raw value, a byte, has another form of its own.
extension Weekdays: PostgresEncodable, PostgresDecodable {
    public static var postgresType: PostgresType { .int8 }
    public var postgresValue: PostgresValue { Int(rawValue).postgresValue }
    public init(postgres cell: PostgresCell) throws { self.init(rawValue: UInt8(clamping: try Int(postgres: cell))) }
}

extension UnitKind: PostgresEncodable, PostgresDecodable {}
extension UndertakingMeasure: PostgresEncodable, PostgresDecodable {}
extension ReportCoverage: PostgresEncodable, PostgresDecodable {}
extension Cadence: PostgresEncodable, PostgresDecodable {}
extension CountingRule: PostgresEncodable, PostgresDecodable {}
extension Role: PostgresEncodable, PostgresDecodable {}
extension Language: PostgresEncodable, PostgresDecodable {}
extension SlotKind: PostgresEncodable, PostgresDecodable, PostgresArrayElement {}
extension SlotState: PostgresEncodable, PostgresDecodable {}
extension SlotPurpose: PostgresEncodable, PostgresDecodable {}
extension SFICourse: PostgresEncodable, PostgresDecodable {}
extension SFIPassed: PostgresEncodable, PostgresDecodable {}
extension Urgency: PostgresEncodable, PostgresDecodable {}
extension Sex: PostgresEncodable, PostgresDecodable {}
extension IdentityType: PostgresEncodable, PostgresDecodable {}
extension PlacementState: PostgresEncodable, PostgresDecodable {}
extension OutcomeStatus: PostgresEncodable, PostgresDecodable {}
extension Party: PostgresEncodable, PostgresDecodable {}
extension PartyPurpose: PostgresEncodable, PostgresDecodable {}
extension MessageKind: PostgresEncodable, PostgresDecodable {}
extension VoiceOccasion: PostgresEncodable, PostgresDecodable {}
extension VoiceQuestion: PostgresEncodable, PostgresDecodable {}
extension VoiceChoice: PostgresEncodable, PostgresDecodable {}
extension MessageState: PostgresEncodable, PostgresDecodable {}
extension AttemptOutcome: PostgresEncodable, PostgresDecodable {}
extension OutcomeSource: PostgresEncodable, PostgresDecodable, PostgresArrayElement {}
extension Employer: PostgresEncodable, PostgresDecodable {}
extension EmploymentForm: PostgresEncodable, PostgresDecodable {}
extension SupervisorPolicy: PostgresEncodable, PostgresDecodable {}
extension TrainingPolicy: PostgresEncodable, PostgresDecodable {}
extension NoRenewalReason: PostgresEncodable, PostgresDecodable {}
extension FollowUpProgress: PostgresEncodable, PostgresDecodable {}
extension LanguageProgress: PostgresEncodable, PostgresDecodable {}
extension YesNoUnknown: PostgresEncodable, PostgresDecodable {}
extension AgreementParty: PostgresEncodable, PostgresDecodable {}
extension CheckBeforeStart: PostgresEncodable, PostgresDecodable {}
