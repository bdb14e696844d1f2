import Domain
import FlyingFox
import FoundationEssentials
import Operations

/// `/health/live` and `/health/ready`: whether the process answers, and whether it can do its work.
struct HealthPages: Sendable {
    let operations: Operations

    static func live(_ request: HTTPRequest) -> HTTPResponse {
        .json(Health(status: "live"), statusCode: .ok)
    }

    /// 503 names the part that is not ready. Nothing is remembered: when the part is back, the next answer is 200.
    func ready(_ request: HTTPRequest) async -> HTTPResponse {
        let readiness = await operations.readiness()
        let language = request.language
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
