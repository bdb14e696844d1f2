import Domain
import FoundationEssentials
import Statistics
import Store

/// Rows of a closing beside those that it would have today, each under what it is of.
struct RowPairs {
    struct Pair {
        let frozen: SnapshotRow?
        let now: SnapshotRow?
        let before: SnapshotRowContent?
        let after: SnapshotRowContent?
    }

    /// Those that differ in more than what a unit is called.
    let otherwise: [Pair]

    init(_ frozen: [SnapshotRow], _ now: [SnapshotRow]) throws {
        var later = Dictionary(now.compactMap { row in row.key.map { ($0, row) } }) { first, _ in first }
        var pairs: [Pair] = []
        // Of what was erased by rule nothing is known, and nothing can be otherwise.
        for row in frozen {
            guard let content = row.content, let key = row.key else { continue }
            let other = later.removeValue(forKey: key)
            if other?.content == content { continue }
            let pair = Pair(
                frozen: row, now: other, before: try SnapshotRowContent(content),
                after: try other?.content.map(SnapshotRowContent.init))
            if pair.isOtherwise { pairs.append(pair) }
        }
        for row in later.values {
            guard let content = row.content else { continue }
            pairs.append(Pair(frozen: nil, now: row, before: nil, after: try SnapshotRowContent(content)))
        }
        otherwise = pairs
    }
}

extension SnapshotRow {
    /// What it is of. A row about a placement has its slot and participant too.
    fileprivate var key: UUID? { placement?.rawValue ?? slot?.rawValue ?? participant?.rawValue }
}

extension RowPairs.Pair {
    private var row: SnapshotRow? { frozen ?? now }
    private var content: SnapshotRowContent? { before ?? after }

    var isOtherwise: Bool {
        guard let before, let after else { return true }
        return !fields.isEmpty || before.counts != after.counts
    }

    var placement: Identifier<Placement>? { row?.placement }
    var slot: Identifier<Slot>? { placement == nil ? row?.slot : nil }
    var introduced: Identifier<Participant>? { placement == nil && slot == nil ? row?.participant : nil }
    var subjectKey: UUID? { placement?.rawValue ?? slot?.rawValue ?? introduced?.rawValue }

    var subject: Correction.Subject { content.flatMap { Correction.Subject(rawValue: $0.what) } ?? .placement }
    var code: String? { content?.placement ?? content?.slot }
    /// As the rows stand in a closing; what is new comes last.
    var order: Int { frozen?.position ?? .max }

    private var fields: [Correction.Field] {
        guard let before, let after else { return [] }
        let was = Dictionary(uniqueKeysWithValues: before.fields.map { ($0.name, $0.value) })
        let becomes = Dictionary(uniqueKeysWithValues: after.fields.map { ($0.name, $0.value) })
        return Set(was.keys).union(becomes.keys).sorted().compactMap { name in
            was[name] == becomes[name] ? nil : .init(name: name, before: was[name], after: becomes[name])
        }
    }

    private var effect: [String: Int] {
        func counts(_ content: SnapshotRowContent?) -> [String: Int] {
            guard var counts = content?.counts else { return [:] }
            let ended = (counts[Figure.completed.rawValue] ?? 0) + (counts[Figure.interrupted.rawValue] ?? 0)
            counts[Figure.koladaDenominator.rawValue] = ended
            counts[Figure.unknown.rawValue] = ended - (counts[Figure.known.rawValue] ?? 0)
            return counts
        }
        let (was, becomes) = (counts(before), counts(after))
        var effect: [String: Int] = [:]
        for figure in Figure.allCases where figure != .persons {
            let change = (becomes[figure.rawValue] ?? 0) - (was[figure.rawValue] ?? 0)
            if change != 0 { effect[figure.rawValue] = change }
        }
        return effect
    }

    func correction(_ causes: [Correction.Cause]) -> Correction {
        let isProtected = frozen?.isProtected == true || now?.isProtected == true
        return Correction(
            kind: before == nil ? .added : after == nil ? .gone : .changed, subject: subject,
            code: isProtected ? nil : code, position: isProtected ? nil : frozen?.position,
            fields: isProtected ? [] : fields, effect: effect, causes: isProtected ? [] : causes,
            isProtected: isProtected)
    }
}
