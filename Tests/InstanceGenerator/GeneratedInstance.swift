/// An instance as the recipe makes it, in memory.
public struct GeneratedInstance: Sendable {
    public struct Participant: Sendable {
        /// 0 is placed first.
        public let group: Int
        public let area: Int
    }

    public struct Slot: Sendable {
        public let capacity: Int
        public let department: Int
        public let supervisor: Int
        public let area: Int
    }

    /// A pair that may be, with what the allocation gains by it and what the participant thinks of it, 0…1000 each.
    public struct Edge: Sendable {
        public let participant: Int32
        public let slot: Int32
        public let score: Int16
        public let wish: Int16
    }

    public let recipe: InstanceRecipe
    public private(set) var participants: [Participant] = []
    public private(set) var slots: [Slot] = []
    /// By participant, then slot.
    public private(set) var edges: [Edge] = []

    private struct Talent {
        let first: Int
        let second: Int
        let merit: Int
    }

    private struct Trait {
        let field: Int
        let quality: Int
    }

    private static let occupations = 12
    private var talents: [Talent] = []
    private var traits: [Trait] = []
    private var slotsOfArea: [[Int32]] = []
    private var random: SplitMix64

    /// Draws in one fixed order: another order would be another instance.
    public init(_ recipe: InstanceRecipe) {
        self.recipe = recipe
        random = SplitMix64(seed: recipe.seed)
        let homes = AreaSampler(areas: recipe.areas, &random)
        let sites = AreaSampler(areas: recipe.areas, &random)
        drawParticipants(homes)
        drawSlots(sites)
        drawEdges()
    }

    private mutating func drawParticipants(_ homes: AreaSampler) {
        for _ in 0..<recipe.participants {
            let percentile = random.below(100)
            let group = percentile < 10 ? 0 : percentile < 40 ? 1 : 2
            participants.append(Participant(group: group, area: homes.draw(&random)))
        }
        for _ in 0..<recipe.participants {
            let first = random.below(Self.occupations)
            let second = random.below(Self.occupations)
            talents.append(Talent(first: first, second: second, merit: random.below(101)))
        }
    }

    private mutating func drawSlots(_ sites: AreaSampler) {
        slotsOfArea = Array(repeating: [], count: recipe.areas)
        for slot in 0..<recipe.slots {
            let area = sites.draw(&random)
            slotsOfArea[area].append(Int32(slot))
            let department = area * 8 + random.below(8)
            let supervisor = department * 5 + random.below(5)
            let capacity = 1 + random.below(recipe.largestCapacity)
            slots.append(Slot(capacity: capacity, department: department, supervisor: supervisor, area: area))
            let field = random.below(Self.occupations)
            traits.append(Trait(field: field, quality: random.below(151)))
        }
    }

    private mutating func drawEdges() {
        edges.reserveCapacity(recipe.participants * (recipe.degree + 1))
        var chosenBy = [Int32](repeating: -1, count: recipe.slots)
        var chosen: [Int] = []
        for participant in 0..<recipe.participants {
            let wanted = recipe.degree / 2 + random.below(recipe.degree + 1)
            chosen.removeAll(keepingCapacity: true)
            // A repeated draw gets a second chance, and no third.
            for _ in 0..<(2 * wanted) where chosen.count < wanted {
                let slot = drawSlot(for: participant)
                if chosenBy[slot] != Int32(participant) {
                    chosenBy[slot] = Int32(participant)
                    chosen.append(slot)
                }
            }
            chosen.sort()
            for slot in chosen {
                let (score, wish) = drawValues(participant, slot)
                edges.append(
                    Edge(participant: Int32(participant), slot: Int32(slot), score: Int16(score), wish: Int16(wish)))
            }
        }
    }

    private mutating func drawSlot(for participant: Int) -> Int {
        guard recipe.shape == .municipal else { return random.below(recipe.slots) }
        let home = participants[participant].area
        let stays = random.below(5) != 0
        let area = stays ? home : (home + random.below(5) - 2 + 2 * recipe.areas) % recipe.areas
        let count = slotsOfArea[area].isEmpty ? recipe.slots : slotsOfArea[area].count
        // The product of two even draws leans to the front: the first slots of an area are the popular ones.
        let one = random.below(count)
        let other = random.below(count)
        let place = (one * other / count + random.below(count)) / 2
        return slotsOfArea[area].isEmpty ? place : Int(slotsOfArea[area][place])
    }

    private mutating func drawValues(_ participant: Int, _ slot: Int) -> (score: Int, wish: Int) {
        guard recipe.shape == .municipal else {
            let score = random.below(1001)
            return (score, random.below(1001))
        }
        let (talent, trait) = (talents[participant], traits[slot])
        let fit = trait.field == talent.first ? 450 : trait.field == talent.second ? 250 : 0
        let distance = slots[slot].area == participants[participant].area ? 0 : 150
        let score = 150 + fit + talent.merit + trait.quality - distance + random.below(251)
        let wish = 200 + fit / 2 + 2 * trait.quality - 2 * distance + random.below(401)
        return (min(max(score, 0), 1000), min(max(wish, 0), 1000))
    }
}
