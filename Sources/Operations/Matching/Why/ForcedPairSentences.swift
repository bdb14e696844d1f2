package import Domain

extension ForcedPair {
    /// `kostar totalt 120 poäng, flyttar två andra och lämnar en utan plats`, without a subject.
    package var cost: Phrase {
        let parts = [costOfPlaces, costOfPoints, moving, leaving].compactMap(\.self)
        guard !parts.isEmpty else {
            return Phrase(sv: "gör ingen skillnad för helheten", en: "makes no difference to the whole")
        }
        return Phrase.list(parts)
    }

    /// A whole sentence about a pair that the rules allow.
    package var sentence: Phrase {
        switch verdict {
        case .better:
            return Phrase(
                sv: "Skulle gå, och helheten blir bättre.", en: "It would work, and the whole comes out better.")
        case .equal:
            let moves = Phrase.list([moving, leaving].compactMap(\.self))
            return moves.sv.isEmpty
                ? Phrase(
                    sv: "Skulle gå lika bra; lotten avgjorde.", en: "It would do as well; the draw decided.")
                : Phrase(
                    sv: "Skulle gå lika bra, men \(moves.sv); lotten avgjorde.",
                    en: "It would do as well, but \(moves.en); the draw decided.")
        case .worse:
            return Phrase(sv: "Skulle gå, men \(cost.sv).", en: "It would work, but \(cost.en).")
        }
    }

    private var costOfPlaces: Phrase? {
        if placed < 0 {
            let classes = placedByPriority.indices.filter { placedByPriority[$0] < 0 }
            if placed == -1, classes.count == 1, let priority = classes.first, priority > 0 {
                return Phrase(
                    sv: "lämnar en person med prioritet \(priority) utan plats",
                    en: "leaves one person of priority \(priority) without a place")
            }
            return Phrase(
                sv: "lämnar \(Quantity.persons(-placed).sv) fler utan plats",
                en: "leaves \(Quantity.number(-placed).en) more \(placed == -1 ? "person" : "people") without a place")
        }
        if placedByPriority.contains(where: { $0 != 0 }) {
            return Phrase(
                sv: "lämnar någon med högre prioritet utan plats",
                en: "leaves somebody of a higher priority without a place")
        }
        if shortfall > 0 {
            let count = Quantity.persons(shortfall)
            return Phrase(
                sv: "gör att \(count.sv) till fattas i ett önskat minsta antal",
                en: "leaves a wanted minimum \(count.en) shorter")
        }
        return nil
    }

    private var costOfPoints: Phrase? {
        if points < 0, placedByPriority.allSatisfy({ $0 == 0 }) {
            let count = Quantity.points(-points)
            return Phrase(sv: "kostar totalt \(count.sv)", en: "costs \(count.en) in total")
        }
        if points == 0, kept < 0 {
            return Phrase(
                sv:
                    "bryter \(kept == -1 ? "en tidigare placering" : "\(Quantity.number(-kept).sv) tidigare placeringar")",
                en: "breaks \(kept == -1 ? "one earlier placement" : "\(Quantity.number(-kept).en) earlier placements")"
            )
        }
        return nil
    }

    private var moving: Phrase? {
        switch moved {
        case 0: nil
        case 1: Phrase(sv: "flyttar en annan", en: "moves one other")
        default:
            Phrase(sv: "flyttar \(Quantity.number(moved).sv) andra", en: "moves \(Quantity.number(moved).en) others")
        }
    }

    /// Only where others lose their place to the person, not where fewer are placed in all.
    private var leaving: Phrase? {
        guard left > 0, placedByPriority.allSatisfy({ $0 == 0 }) else { return nil }
        let number = Quantity.number(left)
        switch (moved > 0, left == 1) {
        case (true, true):
            return Phrase(sv: "lämnar ytterligare en utan plats", en: "leaves yet another without a place")
        case (true, false):
            return Phrase(
                sv: "lämnar ytterligare \(number.sv) utan plats", en: "leaves yet \(number.en) others without a place")
        case (false, true):
            return Phrase(sv: "lämnar en annan utan plats", en: "leaves one other without a place")
        case (false, false):
            return Phrase(sv: "lämnar \(number.sv) andra utan plats", en: "leaves \(number.en) others without a place")
        }
    }
}
