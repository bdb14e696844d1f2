package import Domain

/// What matching knows of a supervisor who has said how many people at a time, over all slots together.
package struct SupervisorFacts: Sendable, Hashable, Codable {
    package var code: Code
    package var unit: Code
    /// How many people at a time, 0…500.
    package var capacity: Int
    /// The days of those who hold a place or are proposed for one on any of the supervisor's slots.
    package var taken: [Period]

    package init(code: Code, unit: Code, capacity: Int, taken: [Period] = []) {
        self.code = code
        self.unit = unit
        self.capacity = capacity
        self.taken = taken
    }
}
