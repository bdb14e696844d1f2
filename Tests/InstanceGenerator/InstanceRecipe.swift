/// What one of the benchmark's instances is made from. One recipe always gives the same bytes.
public struct InstanceRecipe: Sendable {
    public enum Shape: String, Sendable {
        /// People and places live in areas of very uneven size. Most pairs stay in the area, a fifth reach one nearby; some
        /// slots are popular; scores follow occupation, distance and chance. Shortages are local.
        case municipal
        /// Pairs and scores independent and even: the sparse random assignment of the textbooks.
        case uniform
    }

    public let name: String
    public let shape: Shape
    public let participants: Int
    public let slots: Int
    /// The mean number of slots that a participant may have.
    public let degree: Int
    /// Capacities are even on 1…this.
    public let largestCapacity: Int
    public let areas: Int
    public let seed: Int

    /// Three sizes, then the two larger ones as in a textbook, and with far too few places.
    public static let all: [InstanceRecipe] = [
        small, medium, large,
        medium.varied("M-uniform", .uniform, areas: 1, seed: 4),
        large.varied("L-uniform", .uniform, areas: 1, seed: 5),
        medium.varied("M-scarce", largestCapacity: 1, seed: 6),
        large.varied("L-scarce", largestCapacity: 1, seed: 7),
    ]

    public static func named(_ name: String) -> InstanceRecipe? {
        all.first { $0.name == name }
    }

    private static let small = InstanceRecipe(
        name: "S", shape: .municipal, participants: 200, slots: 120, degree: 25, largestCapacity: 3, areas: 1, seed: 1)
    private static let medium = InstanceRecipe(
        name: "M", shape: .municipal, participants: 5000, slots: 3000, degree: 40, largestCapacity: 3, areas: 25,
        seed: 2)
    private static let large = InstanceRecipe(
        name: "L", shape: .municipal, participants: 100_000, slots: 50_000, degree: 40, largestCapacity: 3, areas: 290,
        seed: 3)

    private func varied(
        _ name: String, _ shape: Shape = .municipal, largestCapacity: Int? = nil, areas: Int? = nil, seed: Int
    ) -> InstanceRecipe {
        InstanceRecipe(
            name: name, shape: shape, participants: participants, slots: slots, degree: degree,
            largestCapacity: largestCapacity ?? self.largestCapacity, areas: areas ?? self.areas, seed: seed)
    }
}
