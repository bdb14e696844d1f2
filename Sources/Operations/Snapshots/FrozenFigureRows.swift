import Domain
import Statistics
import Store

extension [SnapshotRow] {
    /// The rows of a closing that a figure was counted from. What retention has erased is no longer there to be told.
    func sources(of figure: Figure, in cut: Cut, key: String?) throws -> [FigureSource] {
        var people: Set<Int> = []
        return try compactMap { row in
            guard let content = try row.content.map(SnapshotRowContent.init) else { return nil }
            guard cut == .total || content.group(in: cut) == key else { return nil }
            let count = content.count(of: figure)
            guard count > 0 else { return nil }
            if figure == .persons, let person = content.person, !people.insert(person).inserted { return nil }
            return FigureSource(
                count: count, unit: content.unitName, slot: content.slot.flatMap { try? Code($0) },
                slotTitle: content.title, placement: content.placement.flatMap { try? Code($0) },
                state: content.placement == nil ? nil : content.state.flatMap { PlacementState(rawValue: $0) },
                from: content.from.flatMap { try? Day($0) }, to: content.to.flatMap { try? Day($0) },
                referrer: content.referrer.flatMap { try? Code($0) }, reference: row.reference,
                isProtected: row.isProtected)
        }
    }
}

extension SnapshotRowContent {
    fileprivate func group(in cut: Cut) -> String? {
        switch cut {
        case .total: Cut.total.rawValue
        case .unit: unit
        case .referrer: referrer
        case .sex: sex
        case .kind: kind
        case .age: age
        case .sfi: sfi
        case .purpose: purpose
        case .occupation: occupation
        case .urgency: urgency
        }
    }

    fileprivate func count(of figure: Figure) -> Int {
        let ended = (counts[Figure.completed.rawValue] ?? 0) + (counts[Figure.interrupted.rawValue] ?? 0)
        return switch figure {
        case .koladaDenominator: ended
        case .unknown: ended - (counts[Figure.known.rawValue] ?? 0)
        default: counts[figure.rawValue] ?? 0
        }
    }
}
