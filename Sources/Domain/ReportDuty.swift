/// A report that is due to somebody on the same days every year, such as the follow-up for the annual accounts.
public struct ReportDuty: Sendable, Hashable {
    public static let remindDayRange = 0...180
    public static let standardRemindDays = 30
    /// A year's days are few; more would be a diary.
    public static let daysInYear = 1...12

    public var municipality: MunicipalityCode
    public var code: Code
    public var title: Line
    /// To whom: a board or an office, never a person.
    public var recipient: Line
    public var covers: ReportCoverage
    /// The days of each year on which it is due, in order.
    public var days: [MonthDay]
    /// So many days before it is due it is asked for.
    public var remindDays: Int
    /// The first and the last day on which it may be due.
    public var from: Day
    public var to: Day?

    /// Throws `ValueError.monthDay` without days or with more than twelve, `.remindDays`, `.periodReversed`.
    public init(
        municipality: MunicipalityCode, code: Code, title: Line, recipient: Line, covers: ReportCoverage,
        days: [MonthDay], remindDays: Int = standardRemindDays, from: Day, to: Day? = nil
    ) throws(ValueError) {
        self.municipality = municipality
        self.code = code
        self.title = title
        self.recipient = recipient
        self.covers = covers
        self.days = Set(days).sorted()
        self.remindDays = remindDays
        self.from = from
        self.to = to
        try check()
    }

    public func check() throws(ValueError) {
        guard Self.daysInYear.contains(days.count) else { throw .monthDay }
        guard Self.remindDayRange.contains(remindDays) else { throw .remindDays }
        if let to, to < from { throw .periodReversed }
    }

    /// The days on which it is due within a period, in order.
    public func dueDays(in period: Period) -> [Day] {
        (period.from.year...period.to.year).flatMap { year in days.compactMap { try? $0.day(in: year) } }
            .filter { day in period.contains(day) && day >= from && to.map { day <= $0 } ?? true }
    }
}

extension ReportDuty {
    /// What municipalities commonly owe, to begin with: follow-up in the tertials, half way and with the annual accounts
    /// (Uddevalla's and Skara's programmes), and to the executive board in February and December (Vänersborg's). The days
    /// are a first guess, to be set to the municipality's own.
    public static func usual(_ municipality: MunicipalityCode, from: Day) throws(ValueError) -> [ReportDuty] {
        let duties: [(code: String, title: String, recipient: String, ReportCoverage, days: [String])] = [
            ("ARSBOKSLUT", "Uppföljning till årsbokslutet", "kommunstyrelsen", .year, ["01-31"]),
            ("DELAR", "Uppföljning till delårsrapporten", "kommunstyrelsen", .soFar, ["09-15"]),
            ("TERTIAL", "Tertialuppföljning", "nämnden", .tertial, ["01-31", "05-31", "09-30"]),
            ("KS", "Lägesrapport om praktikplatserna", "kommunstyrelsen", .soFar, ["02-28", "12-15"]),
        ]
        var usual: [ReportDuty] = []
        for (code, title, recipient, covers, days) in duties {
            var monthDays: [MonthDay] = []
            for day in days { monthDays.append(try MonthDay(day)) }
            usual.append(
                try ReportDuty(
                    municipality: municipality, code: Code(code), title: Line(title), recipient: Line(recipient),
                    covers: covers, days: monthDays, from: from))
        }
        return usual
    }
}
