import Domain
import FlyingFox
import Operations

/// `/health/live` and `/health/ready`: whether the process answers, and whether it can do its work.
enum HealthPages {
    static func live() -> HTTPResponse {
        .json(Health(status: "live"), statusCode: .ok)
    }

    /// 503 names the part that is not ready. Nothing is remembered: when the part is back, the next answer is 200.
    static func ready(_ operations: Operations, isEnding: Bool, _ language: Language) async -> HTTPResponse {
        guard !isEnding else { return .json(Health(status: "ending"), statusCode: .serviceUnavailable) }
        let readiness = await operations.readiness()
        let health = Health(
            status: readiness.isReady ? "ready" : "not ready",
            database: readiness.database?[language] ?? "ok",
            schema: readiness.database == nil ? readiness.schema?[language] ?? "ok" : nil)
        return .json(health, statusCode: readiness.isReady ? .ok : .serviceUnavailable)
    }

    private struct Health: Encodable {
        let status: String
        /// "ok", or what is wrong; nil when it was not asked.
        var database: String?
        var schema: String?
    }
}
