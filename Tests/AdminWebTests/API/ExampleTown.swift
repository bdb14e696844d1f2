import Domain
import FoundationEssentials
import Operations

@testable import ExampleMaker

/// A whole year of the example in a database.
enum ExampleTown {
    private static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        return parts.joined(separator: "/")
    }()

    static func load(_ operations: Operations, _ actor: Actor, year: Int) async throws {
        for kind in [ImportKind.units, .referrers, .supervisors, .undertakings] {
            let source = try ImportSource(path: "\(root)/Database/Example/\(kind.rawValue).csv")
            _ = try await operations.importFile(actor, kind, from: source)
        }
        for table in Example(year: year).tables {
            guard let kind = ImportKind(rawValue: table.kind) else { continue }
            _ = try await operations.importFile(actor, kind, from: ImportSource(text: table.text))
        }
    }
}
