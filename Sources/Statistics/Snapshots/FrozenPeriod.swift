public import Domain
import FoundationEssentials

/// A closed period's figures with everything that documents print of them: what a snapshot keeps, once whole and once as
/// published. Its bytes are canonical: keys in order, no spaces, no fractions.
public struct FrozenPeriod: Sendable {
    public static let format = "praktik-snapshot/1"

    public let municipality: MunicipalityCode
    /// What documents call the municipality.
    public let municipalityName: String
    public let number: Int
    public let closedOn: Day
    /// Counts of people under it are not published.
    public let threshold: Int
    public let isPublished: Bool
    public let whole: PeriodReport
    public let commitment: CommitmentStatus

    public init(
        municipalityName: String, number: Int, closedOn: Day, threshold: Int, isPublished: Bool, whole: PeriodReport,
        commitment: CommitmentStatus
    ) {
        municipality = whole.report.municipality
        self.municipalityName = municipalityName
        self.number = number
        self.closedOn = closedOn
        self.threshold = threshold
        self.isPublished = isPublished
        self.whole = whole
        self.commitment = commitment
    }

    /// The document: UTF-8 without a line feed at its end.
    public func document() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(FrozenDocument(self)), as: UTF8.self)
    }

    /// Throws `FrozenFault`, or a `DecodingError`.
    public init(document: String) throws {
        let frozen = try JSONDecoder().decode(FrozenDocument.self, from: Data(document.utf8))
        guard frozen.format == Self.format else { throw FrozenFault.format(frozen.format) }
        municipality = try MunicipalityCode(frozen.municipality)
        municipalityName = frozen.municipalityName
        number = frozen.number
        closedOn = try Day(frozen.closedOn)
        threshold = frozen.threshold
        isPublished = frozen.isPublished
        let undertakings = try frozen.undertakings.map { try $0.restored() }
        let report = try frozen.report.restored(of: municipality)
        whole = PeriodReport(
            report: report, before: try frozen.before?.restored(of: municipality), targets: undertakings,
            quality: FigureQuality(
                restored: frozen.quality.overdueFollowUps, frozen.quality.lateStarts, frozen.quality.lateEnds,
                isPublished: isPublished))
        commitment = CommitmentStatus(
            year: report.year, undertakings: undertakings, unitsWithoutSlots: frozen.unitsWithoutSlots)
    }
}

/// The document's own shape.
private struct FrozenDocument: Codable {
    struct Rule: Codable {
        let identifier: String
        let labelSv, labelEn, ruleSv, ruleEn: String

        enum CodingKeys: String, CodingKey {
            case identifier
            case labelSv = "label_sv"
            case labelEn = "label_en"
            case ruleSv = "rule_sv"
            case ruleEn = "rule_en"
        }
    }

    struct Quality: Codable {
        let overdueFollowUps, lateStarts, lateEnds: Int?

        enum CodingKeys: String, CodingKey {
            case overdueFollowUps = "overdue_follow_ups"
            case lateStarts = "late_starts"
            case lateEnds = "late_ends"
        }
    }

    let format, municipality, municipalityName: String
    let period, kind, from, to: String
    let number: Int
    let closedOn: String
    let threshold: Int
    let isPublished: Bool
    let definitions: [Rule]
    let report: FrozenReport
    let before: FrozenReport?
    let undertakings: [FrozenUndertaking]
    let unitsWithoutSlots: [String]
    let quality: Quality

    enum CodingKeys: String, CodingKey {
        case format, municipality, period, kind, from, to, number, threshold, definitions, report, before, undertakings
        case quality
        case municipalityName = "municipality_name"
        case closedOn = "closed_on"
        case isPublished = "published"
        case unitsWithoutSlots = "units_without_slots"
    }

    init(_ frozen: FrozenPeriod) throws {
        let days = try frozen.whole.report.period.days
        format = FrozenPeriod.format
        municipality = frozen.municipality.rawValue
        municipalityName = frozen.municipalityName
        period = frozen.whole.report.period.description
        kind = frozen.whole.report.period.kind.rawValue
        from = days.from.description
        to = days.to.description
        number = frozen.number
        closedOn = frozen.closedOn.description
        threshold = frozen.threshold
        isPublished = frozen.isPublished
        definitions = AnnualReport.definitions.map {
            Rule(
                identifier: $0.identifier, labelSv: $0.label.sv, labelEn: $0.label.en, ruleSv: $0.text.sv,
                ruleEn: $0.text.en)
        }
        report = FrozenReport(frozen.whole.report)
        before = frozen.whole.before.map(FrozenReport.init)
        undertakings = frozen.commitment.undertakings.map(FrozenUndertaking.init)
        unitsWithoutSlots = frozen.commitment.unitsWithoutSlots
        quality = Quality(
            overdueFollowUps: frozen.whole.quality.overdueFollowUps, lateStarts: frozen.whole.quality.lateStarts,
            lateEnds: frozen.whole.quality.lateEnds)
    }
}
