import InstanceGenerator
import Matching
import Testing

/// The benchmark's instances are the same bytes for everybody: figures are compared across programs and years.
struct GeneratedInstanceTests {
    private struct Print: Equatable {
        let count: Int
        /// Fowler, Noll and Vo's FNV-1a, 64 bits.
        let digest: UInt64
    }

    private static let known: [(String, InstanceFile, Print)] = [
        ("S", .meta, Print(count: 156, digest: 0x02B8_788C_0855_CCC8)),
        ("S", .participants, Print(count: 1513, digest: 0xE2AB_6B14_D231_9AE2)),
        ("S", .slots, Print(count: 1466, digest: 0x82D6_7F08_12EA_5560)),
        ("S", .edges, Print(count: 71_351, digest: 0x23D8_C9E7_41BE_677F)),
        ("M", .meta, Print(count: 162, digest: 0x3BDE_F1BA_1ADE_C030)),
        ("M", .participants, Print(count: 45_768, digest: 0xDD38_B460_032B_C6BF)),
        ("M", .slots, Print(count: 47_641, digest: 0xA0DD_4D21_936C_2B88)),
        ("M", .edges, Print(count: 3_448_173, digest: 0x47B3_5C6F_2D17_0952)),
        ("M-uniform", .edges, Print(count: 3_449_795, digest: 0xEDE4_1149_DDAB_AEBF)),
        ("M-scarce", .slots, Print(count: 47_713, digest: 0x42F9_32EA_1293_C1BC)),
        ("M-scarce", .edges, Print(count: 3_438_870, digest: 0x934F_DF40_9150_5746)),
    ]

    @Test(arguments: known)
    private func `a recipe gives these bytes`(_ name: String, _ file: InstanceFile, _ expected: Print) throws {
        let recipe = try #require(InstanceRecipe.named(name))
        var count = 0
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        InstanceText(GeneratedInstance(recipe)).write(file) { piece in
            count += piece.count
            for byte in piece {
                digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        #expect(Print(count: count, digest: digest) == expected)
    }

    @Test(arguments: [("S", 200, 156_772), ("M", 5000, 4_062_346)])
    func `without groups, the optimum is the one that other solvers find`(
        _ name: String, _ placed: Int, _ score: Int
    ) throws {
        let recipe = try #require(InstanceRecipe.named(name))
        let instance = try InstanceFolder(source: GeneratedFolder(recipe), ignoringGroups: true).read()
        let solution = Solver(instance).solve()
        #expect(solution.placed == placed)
        #expect(solution.score == score)
        try CertificateCheck.verify(solution, for: instance)
    }
}
