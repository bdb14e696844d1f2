/// What a published report no longer tells, as far as that may be told beside its tables: what anybody can count in them. How
/// many of the counts are small, or what they sum to, would be one equation more for whoever reckons them out.
public struct ReportLoss: Sendable, Hashable, Codable {
    /// Counts of people that are kept back.
    public let kept: Int
    /// All counts of people that are not 0.
    public let figures: Int

    init(_ loss: InformationLoss) {
        kept = loss.kept
        figures = loss.cells
    }

    /// To the nearest whole per cent.
    public var share: Int { figures > 0 ? (200 * kept + figures) / (2 * figures) : 0 }

    private enum CodingKeys: String, CodingKey {
        case kept = "kept_back"
        case figures
    }
}
