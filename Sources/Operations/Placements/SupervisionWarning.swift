public import Domain
import Store

/// What is to be known of a placement's supervisor though it stops nothing, by the municipality's policies.
enum SupervisionWarning {
    /// - Parameter supervisor: the slot's, with everybody they have, this placement not among them; nil if nobody asks.
    static func list(_ slot: SlotFacts, _ supervisor: SupervisorFacts?, on days: Period) -> [Phrase] {
        var warnings: [Phrase] = []
        if slot.lacksTraining(on: days.from), let code = slot.supervisor {
            warnings.append(untrained(code, slot.code))
        }
        if let supervisor, !supervisor.hasRoom(during: days) { warnings.append(full(supervisor)) }
        return warnings
    }

    static func untrained(_ supervisor: Code, _ slot: Code) -> Phrase {
        Phrase(
            sv: "Handledaren \(supervisor) på \(slot) är inte utbildad till första dagen.",
            en: "Supervisor \(supervisor) of \(slot) is not trained by the first day.")
    }

    private static func full(_ supervisor: SupervisorFacts) -> Phrase {
        Phrase(
            sv: "Handledaren \(supervisor.code) får fler än \(supervisor.capacity) praktikanter samtidigt.",
            en: "Supervisor \(supervisor.code) gets more than \(supervisor.capacity) people at a time.")
    }
}

extension StoredRun {
    /// What is to be known of the supervisors of the slots that the run fills, though it stops nothing; a sentence a slot.
    public var warnings: [Phrase] {
        let facts = Dictionary(uniqueKeysWithValues: inputs.slots.map { ($0.code, $0) })
        let untrained = result.pairs.compactMap { pair in
            facts[pair.slot].flatMap { $0.lacksTraining(on: pair.days.from) ? $0 : nil }
        }
        return Set(untrained).sorted { $0.code < $1.code }.compactMap { slot in
            slot.supervisor.map { SupervisionWarning.untrained($0, slot.code) }
        }
    }
}
