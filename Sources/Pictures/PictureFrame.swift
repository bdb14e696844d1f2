/// How wide a picture is drawn.
public enum PictureFrame: Sendable, Hashable {
    /// As wide as the page has room: places across are per cent, so that text keeps its size.
    case stretching
    /// So many units, for paper.
    case units(Int)

    func place(_ share: Share) -> String {
        switch self {
        case .stretching: share.description
        case .units(let width): Self.decimal(hundredths: share.hundredths * width / 100)
        }
    }

    private static func decimal(hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
