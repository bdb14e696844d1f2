import Domain
import Testing

/// What the documentation says of the rules is printed from the rules.
struct DocumentationTests {
    @Test func `the README's table of steps is the lifecycle's`() throws {
        let readme = try Repository.text("README.md")
        let rows = PlacementLifecycle.transitions.map { step in
            let alone = Role.allCases.filter(step.roles.contains).map(\.rawValue).joined(separator: ", ")
            let together = Role.allCases.filter(step.together.contains).map(\.rawValue).joined(separator: " and ")
            let onBehalf = Role.allCases.filter(step.onBehalf.contains).map(\.rawValue).joined(separator: ", ")
            let who =
                alone + (together.isEmpty ? "" : ", or \(together) both")
                + (onBehalf.isEmpty ? "" : ", or for a party: \(onBehalf)")
            let demands = step.demands.map(\.label.en).joined(separator: "; ")
            return "| \(step.from.rawValue) | \(step.to.rawValue) | \(who) | \(demands) |"
        }
        let table = (["| from | to | who | demands |", "|---|---|---|---|"] + rows).joined(separator: "\n")
        #expect(readme.contains(table), "The README should have this table:\n\(table)")
    }
}
