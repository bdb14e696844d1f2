public import Domain
import Postgres
public import Statistics
import Store

extension Operations {
    /// A calendar year's figures; see ``report(_:_:forPublication:live:)``.
    ///
    /// - Parameter year: 1 to 9999.
    public func annualReport(
        _ actor: Actor, year: Int, forPublication: Bool = false, live: Bool = false
    ) async throws -> AnnualReport {
        try await report(actor, .year(year), forPublication: forPublication, live: live)
    }

    /// A period's figures in their fixed programme of cuts: of a closed period those that were closed. Days of one's own
    /// choice are for those who may see the rows, and are never published: what is told of them could be held against what
    /// has been.
    ///
    /// - Parameters:
    ///   - forPublication: Keeps small counts of people back, as a statistician's reports always do.
    ///   - live: Today's figures, also of a closed period; such are never published.
    public func report(
        _ actor: Actor, _ period: ReportPeriod, forPublication: Bool = false, live: Bool = false
    ) async throws -> AnnualReport {
        let form = try Self.form(actor, period, forPublication, live)
        return try await read(actor, period.isFixed ? .readFigures : .readFigureRows) { connection in
            let report = try await connection.report(actor.municipality, period, form)
            try Self.checkShown(report.mark, form)
            return report
        }
    }

    static func form(
        _ actor: Actor, _ period: ReportPeriod, _ forPublication: Bool, _ live: Bool
    ) throws -> ReportForm {
        let isPublished = forPublication || actor.role == .statistician
        if isPublished, !period.isFixed { throw Refusal.value("period", .freePeriodPublished) }
        return ReportForm(isPublished: isPublished, isLive: live)
    }

    static func checkShown(_ mark: SnapshotMark?, _ form: ReportForm) throws {
        if form.isPublished, mark?.state == .live { throw Refusal.snapshot(.liveNotPublished) }
    }

    /// Throws `Refusal.value` where the calendar has no such period.
    static func days(of period: ReportPeriod) throws -> Period {
        do throws(ValueError) { return try period.days } catch { throw Refusal.value("period", error) }
    }
}

extension AnnualReport {
    /// As it was counted.
    init(_ period: ReportPeriod, of municipality: MunicipalityCode, _ figures: [AnnualFigures]) {
        self.init(
            period, municipality: municipality,
            parts: Dictionary(uniqueKeysWithValues: Cut.allCases.map { ($0, $0.rows(of: figures)) }))
    }
}

extension Cut {
    /// The rows of the cut; those of a vocabulary are all there, in its order, whether they were met or not.
    func rows(of figures: [AnnualFigures]) -> [FigureRow] {
        let counted = figures.filter { $0.cut == storedCut }
        let byKey = Dictionary(
            counted.map { ($0.key ?? Cut.total.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        return (keys ?? counted.compactMap(\.key)).map { FigureRow(key: $0, figures: byKey[$0], in: self) }
    }

    var storedCut: AnnualFigures.Cut {
        switch self {
        case .total: .total
        case .unit: .unit
        case .referrer: .referrer
        case .sex: .sex
        case .kind: .kind
        case .age: .age
        case .sfi: .sfi
        case .purpose: .purpose
        case .occupation: .occupation
        case .urgency: .urgency
        }
    }
}

extension FigureRow {
    fileprivate init(key: String, figures: AnnualFigures?, in cut: Cut) {
        self.init(key: key, name: figures?.name, in: cut)
        guard let figures else { return }
        isDepartment = figures.isDepartment
        daysToStart = figures.daysToStart
        let counts = Dictionary(uniqueKeysWithValues: figures.measured.map { ($0, $1) })
        for figure in Figure.allCases where cut.holds(figure) {
            if let count = counts[figure.measure] { self[figure] = count }
        }
    }
}

extension Figure {
    var measure: FigureMeasure {
        switch self {
        case .offered: .offered
        case .filled: .filled
        case .started: .started
        case .completed: .completed
        case .interrupted: .interrupted
        case .noShow: .noShow
        case .persons: .persons
        case .employedAny: .employedAny
        case .hiredByHost: .hiredByHost
        case .sixtyNumerator: .sixtyNumerator
        case .sixtyKnown: .sixtyKnown
        case .sixtyDenominator: .sixtyDenominator
        case .koladaNumerator: .koladaNumerator
        case .koladaKnown: .koladaKnown
        case .koladaDenominator: .ended
        case .known: .known
        case .unknown: .unknown
        case .sfiNumerator: .sfiNumerator
        case .sfiDenominator: .sfiDenominator
        case .sfiUndated: .sfiUndated
        }
    }
}
