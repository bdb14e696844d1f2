public import Domain
import Store

/// What stands in the place of somebody who is not to be shown.
public enum Mask {
    public static let text = "•••"

    /// A coordinator is told that there are such people, and nothing more.
    static func notice(_ count: Int) -> Phrase? {
        guard count > 0 else { return nil }
        return count == 1
            ? Phrase(
                sv: "En person i omgången har sedan dess fått skyddade uppgifter och visas inte.",
                en: "One person of the round has become protected since, and is not shown.")
            : Phrase(
                sv: "\(Quantity.capitalised(count).sv) personer i omgången har sedan dess fått skyddade uppgifter och "
                    + "visas inte.",
                en:
                    "\(Quantity.capitalised(count).en) people of the round have become protected since, and are not shown."
            )
    }
}

extension StoredRun {
    /// Whether the referral, by its label, is of somebody who is protected today, though not when the run was made.
    func hides(_ label: String) -> Bool {
        hidden.contains(label)
    }

    /// How many people of the run are not shown.
    public var hiddenPeople: Int {
        hidden.isEmpty ? 0 : inputs.people.count { $0.referrals.contains { hides($0.label) } }
    }

    /// A sentence about those who are not shown, and about those who are erased, if there are any.
    public var notice: Phrase? {
        let said = [erasedOn.map { Refusal.runErased($0).phrase }, Mask.notice(hiddenPeople)].compactMap { $0 }
        guard let first = said.first else { return nil }
        return said.dropFirst().reduce(first) { Phrase(sv: "\($0.sv) \($1.sv)", en: "\($0.en) \($1.en)") }
    }

    /// The result as it may be shown: whoever is protected today is not among the pairs, and stands without a name among
    /// those without a place, last, so that no order gives them away.
    public var shown: MatchResult {
        guard hiddenPeople > 0 else { return result }
        var shown = result
        shown.pairs.removeAll { hides($0.participant) }
        shown.unplaced.removeAll { hides($0.participant) }
        let missing = result.unplaced.count - shown.unplaced.count
        shown.unplaced += Array(repeating: MatchReasons.leftOut, count: missing)
        return shown
    }

    /// What the pairs that are not shown are worth. Their slots are not told: a workplace tells where somebody is.
    public var hiddenPairs: [(score: Int, parts: [String: Int])] {
        hidden.isEmpty ? [] : result.pairs.filter { hides($0.participant) }.map { ($0.score, $0.parts) }
    }
}

extension SlotExplanation {
    /// Without the names of those who are not to be shown, and without where they are.
    func hiding(_ isHidden: (String) -> Bool) -> SlotExplanation {
        SlotExplanation(
            run: run, slot: slot, title: title, days: days, places: places,
            placed: placed.map { isHidden($0) ? Mask.text : $0 }, left: left,
            candidates: candidates.filter { !isHidden($0.participant) }.map { $0.hiding(isHidden) },
            obstacles: obstacles, bound: bound)
    }
}
