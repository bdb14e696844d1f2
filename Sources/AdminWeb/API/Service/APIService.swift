import Domain
import FoundationEssentials
import Operations

/// The API, whoever serves HTTP: a request in, an answer out.
struct APIService: Sendable {
    let operations: Operations
    let authenticate: APIAuthentication
    let router: APIRouter
    let limits: RateLimits
    /// Told of every fault of the service's own, which its asker is not.
    let report: @Sendable (_ request: String, _ error: any Error) -> Void

    init(
        _ operations: Operations, routes: [APIRoute] = APITable.routes, limits: RateLimits = RateLimits(),
        report: @escaping @Sendable (_ request: String, _ error: any Error) -> Void = { _, _ in },
        authenticate: @escaping APIAuthentication
    ) {
        self.operations = operations
        self.authenticate = authenticate
        self.limits = limits
        self.report = report
        router = APIRouter(routes)
    }

    func answer(_ request: APIRequest) async -> APIAnswer {
        var standing: RateLimits.Standing?
        var answer: APIAnswer
        do {
            answer = try await admitted(request, &standing)
        } catch {
            answer = problem(error, request)
        }
        if let standing {
            answer.set("RateLimit-Limit", String(standing.limit))
            answer.set("RateLimit-Remaining", String(standing.remaining))
            answer.set("RateLimit-Reset", String(standing.reset))
        }
        answer.set("Cache-Control", "no-store")
        answer.set("Vary", "Authorization, Accept-Language")
        answer.set("X-Content-Type-Options", "nosniff")
        return answer
    }

    private func admitted(_ request: APIRequest, _ standing: inout RateLimits.Standing?) async throws -> APIAnswer {
        guard request.path.hasPrefix(APIRouter.root) else { throw Self.noRoute }
        let path = request.path.dropFirst(APIRouter.root.count)
        // What HEAD answers is what GET would, and whoever serves HTTP leaves the body out.
        let method = request.method == "HEAD" ? "GET" : request.method
        switch router.find(method, path) {
        case .nothing: throw Self.noRoute
        case .methods(let methods):
            var problem = Problem(
                .methodNotAllowed, sv: "Här går det med \(methods.joined(separator: ", ")).",
                en: "Here it goes by \(methods.joined(separator: ", ")).")
            problem.headers = [("Allow", methods.joined(separator: ", "))]
            throw problem
        case .route(let route, let values):
            let bearer = try await bearer(request, &standing)
            var request = request
            guard let body = try await request.readBody(route.bodyLimit) else {
                throw Problem(
                    .tooLarge, sv: "Högst \(route.bodyLimit) byte tas emot här.",
                    en: "At most \(route.bodyLimit) bytes are taken here.")
            }
            request.body = body
            let call = try APIReader(request: request, route: route, path: values).call(operations, bearer.actor)
            return try await route.isChange
                ? change(call, request, bearer) : read(call, request)
        }
    }

    private static let noRoute = Problem(
        .noSuch, sv: "Det finns inget här. Allt som finns står på /api.",
        en: "There is nothing here. All there is stands at /api.")

    private func bearer(
        _ request: APIRequest, _ standing: inout RateLimits.Standing?
    ) async throws -> APIBearer {
        let words = (request.header("authorization") ?? "").split(separator: " ")
        if words.count == 2, words[0].lowercased() == "bearer",
            let bearer = try await authenticate(String(words[1]))
        {
            let taken = limits.take(bearer.key)
            standing = taken
            if taken.isExceeded { throw Self.tooMany(taken) }
            return bearer
        }
        // Guessing is counted by address.
        let taken = limits.take("address " + request.address)
        if taken.isExceeded { throw Self.tooMany(taken) }
        var problem = Problem(
            .notSignedIn, sv: "Skicka Authorization: Bearer med en giltig nyckel; en kaka räcker inte.",
            en: "Send Authorization: Bearer with a valid token; a cookie is not enough.")
        problem.headers = [("WWW-Authenticate", #"Bearer realm="praktik""#)]
        throw problem
    }

    private static func tooMany(_ standing: RateLimits.Standing) -> Problem {
        var problem = Problem(
            .tooMany, sv: "Försök igen om \(standing.reset) sekunder.", en: "Try again in \(standing.reset) seconds.")
        problem.headers = [("Retry-After", String(standing.reset))]
        return problem
    }

    // MARK: Reading

    private func read(_ call: APICall, _ request: APIRequest) async throws -> APIAnswer {
        let result = try await handle(call)
        let answer = APIAnswer(result, call)
        guard let asked = request.header("if-none-match"), let tag = answer.header("ETag"),
            EntityTag.list(asked).contains(where: { $0.matches(tag) })
        else { return answer }
        var unchanged = answer
        unchanged.status = 304
        unchanged.body = []
        unchanged.headers.removeAll { $0.0 == "Content-Type" }
        return unchanged
    }

    /// A refusal as the problem it is at this route.
    func handle(_ call: APICall) async throws -> APIResult {
        do {
            return try await call.route.handle(call)
        } catch let refusal as Refusal where !call.route.isChange {
            throw Problem(refusal, subject: call.route.subject)
        }
    }

    // MARK: What goes wrong

    private func problem(_ error: any Error, _ request: APIRequest) -> APIAnswer {
        let problem: Problem
        switch error {
        case let known as Problem: problem = known
        case let refusal as Refusal: problem = Problem(refusal)
        case _ where Failure(error).isUnreachable:
            report(request.number, error)
            var known = Problem(.unavailable, Failure(error).phrase)
            known.headers = [("Retry-After", "5")]
            problem = known
        default:
            report(request.number, error)
            problem = Problem(
                .fault, sv: "Något gick fel. Anmäl det med numret \(request.number).",
                en: "Something went wrong. Report it with the number \(request.number).")
        }
        return APIAnswer(problem, request)
    }
}

extension Failure {
    fileprivate var isUnreachable: Bool {
        if case .unreachable = self { true } else { false }
    }
}

extension APIAnswer {
    init(_ problem: Problem, _ request: APIRequest) {
        self.init(
            status: problem.type.status,
            headers: [("Content-Type", Problem.contentType), ("Content-Language", request.language.rawValue)]
                + problem.headers,
            body: problem.bytes(request.language, request: request.number))
    }

    init(_ result: APIResult, _ call: APICall) {
        self.init(status: call.route.success.status, body: result.body)
        if case .file(let type) = call.route.success {
            headers.append(("Content-Type", type))
            if let name = result.fileName {
                headers.append(("Content-Disposition", "attachment; filename=\"\(name)\""))
            }
        } else if !body.isEmpty {
            headers.append(("Content-Type", "application/json"))
            headers.append(("Content-Language", call.language.rawValue))
        }
        if let version = result.version {
            // The version alone would not tell what is derived, such as how full a slot is.
            headers.append(("ETag", "\"\(version)-\(EntityTag.digest(body))\""))
        } else if !call.route.isChange {
            headers.append(("ETag", "W/\"\(EntityTag.digest(body))\""))
        }
        if let location = result.location { headers.append(("Location", APIRouter.root + location)) }
        if let next = result.next { headers.append(("Link", "<\(next)>; rel=\"next\"")) }
    }
}
