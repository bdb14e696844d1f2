public import Domain
import Postgres
public import Statistics

extension Operations {
    /// What every figure is: for whoever may see figures.
    public func definitions(_ actor: Actor) async throws -> [Definition] {
        try await read(actor, .readFigures) { _ in Definition.allCases }
    }
}
