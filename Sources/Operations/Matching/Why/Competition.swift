public import Domain

/// Why somebody who could have had a place got none: what became of the slots, what decided, and by how much. It names
/// nobody else.
public struct Competition: Sendable, Hashable, Codable {
    /// What keeps one more from a slot.
    public enum Obstacle: String, Sendable, Hashable, Codable, CaseIterable {
        /// Its places went to others.
        case taken
        /// The coordinator has locked others to all of its places.
        case locked
        /// What is left is set aside for a referrer.
        case share
        case supervisor
        case unit
    }

    /// The level of the objective that decided.
    public enum Decision: String, Sendable, Hashable, Codable {
        case priority, minimum, points, previous, draw, locked
    }

    public struct Slot: Sendable, Hashable, Codable {
        public var slot: Code
        /// Places that the round could give there.
        public var places: Int
        public var obstacle: Obstacle
        /// The unit, the supervisor or the referrer of the obstacle.
        public var holder: Code?
    }

    /// The slot that was nearest, and what it fell on.
    public struct Nearest: Sendable, Hashable, Codable {
        public var slot: Code
        /// Points that were lacking in the whole; 0 where something else decided.
        public var points: Int
        /// The part of the score in which most was lacking.
        public var part: ScorePart?
        public var partPoints: Int

        enum CodingKeys: String, CodingKey {
            case slot, points, part
            case partPoints = "part_points"
        }
    }

    /// Slots the person could have had, by code.
    public var slots: [Slot]
    /// Nothing in a stable result, where each slot chose for itself.
    public var decidedBy: Decision?
    public var nearest: Nearest?
    /// Persons with nowhere else to go who share the places, this one among them.
    public var people: Int?
    /// The places they share; fewer than they are.
    public var places: Int?

    enum CodingKeys: String, CodingKey {
        case slots, nearest, people, places
        case decidedBy = "decided_by"
    }
}
