import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// `/health/live` and `/health/ready`: whether the process answers, and whether it can do its work.
enum HealthAnswers {
    static func live() -> Response {
        json(Health(status: "live"), .ok)
    }

    /// 503 names the part that is not ready. Nothing is remembered: when the part is back, the next answer is 200.
    static func ready(_ operations: Operations, isEnding: Bool, _ language: Language) async -> Response {
        guard !isEnding else { return json(Health(status: "ending"), .serviceUnavailable) }
        let readiness = await operations.readiness()
        let health = Health(
            status: readiness.isReady ? "ready" : "not ready",
            database: readiness.database?[language] ?? "ok",
            schema: readiness.database == nil ? readiness.schema?[language] ?? "ok" : nil)
        return json(health, readiness.isReady ? .ok : .serviceUnavailable)
    }

    private struct Health: Encodable {
        let status: String
        /// "ok", or what is wrong; nil when it was not asked.
        var database: String?
        var schema: String?
    }

    private static func json(_ value: some Encodable, _ status: HTTPResponse.Status) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(value)) ?? Data()
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
