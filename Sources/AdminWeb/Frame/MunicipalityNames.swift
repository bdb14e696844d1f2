import Domain
import FoundationEssentials
import Operations
import Synchronization

/// What municipalities are called, asked for once a minute: it stands on every page and changes hardly ever.
final class MunicipalityNames: Sendable {
    private struct Known {
        let name: String
        let until: Date
    }

    private let known = Mutex<[MunicipalityCode: Known]>([:])

    /// The name that the municipality has settled; its code where it has none, or nobody can be asked.
    func name(of municipality: MunicipalityCode, _ operations: Operations) async -> String {
        let now = operations.clock.now()
        if let known = known.withLock({ $0[municipality] }), known.until > now { return known.name }
        guard let name = try? await operations.municipalityName(municipality) else { return municipality.rawValue }
        known.withLock { $0[municipality] = Known(name: name, until: now.addingTimeInterval(60)) }
        return name
    }
}
