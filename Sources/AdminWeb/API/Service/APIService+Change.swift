import Domain
import FoundationEssentials
import Operations
import Secrets
import Store
import StrictJSON
import Synchronization

extension APIService {
    /// Makes a change: all of it, its answer and what is kept of it by its key, in one transaction.
    func change(_ call: APICall, _ request: APIRequest, _ bearer: APIBearer) async throws -> APIAnswer {
        let key = requestKey(call, request, bearer)
        // The body may be run again where another transaction stood in the way: what counts is the last.
        let last = Mutex(APIResult())
        let isWhole = call.route.dryRun == .whole && call.isDryRun
        do {
            let (kept, isRepeated) = try await operations.once(call.actor, key, dryRun: isWhole) { refusal in
                let problem = Problem(refusal, subject: call.route.subject)
                return problem.type.status == 409 ? KeptAnswer(APIAnswer(problem, request)) : nil
            } _: { bound in
                var call = call
                call.operations = bound
                let result = try await handle(call)
                last.withLock { $0 = result }
                var answer = APIAnswer(result, call)
                if isWhole {
                    // Nothing was made that could be found or changed.
                    answer.headers.removeAll { $0.0 == "Location" || $0.0 == "ETag" }
                    if answer.status == 201 { answer.status = 200 }
                }
                return KeptAnswer(answer)
            }
            var answer = try APIAnswer(kept)
            if isRepeated {
                answer.set("Idempotent-Replay", "true")
            } else {
                let result = last.withLock { $0 }
                answer.body = result.secretBody ?? answer.body
                result.afterwards?()
            }
            return answer
        } catch let refusal as Refusal {
            throw Problem(refusal, subject: call.route.subject)
        } catch RepeatFault.underWay {
            var problem = Problem(
                .requestUnderWay, sv: "Ett anrop med samma Idempotency-Key besvaras just nu; försök igen strax.",
                en: "A request with the same Idempotency-Key is being answered; try again in a moment.")
            problem.headers = [("Retry-After", "1")]
            throw problem
        } catch RepeatFault.otherRequest {
            throw Problem(
                .keyUsed, sv: "Värdet i Idempotency-Key är använt till ett annat anrop; välj ett nytt.",
                en: "The key in Idempotency-Key was used for another request; choose a new one.")
        }
    }

    private func requestKey(
        _ call: APICall, _ request: APIRequest, _ bearer: APIBearer
    ) -> RequestKey? {
        guard let text = call.key else { return nil }
        let asked = [request.method, request.path, request.query, request.header("if-match") ?? ""]
        var bytes = Array(asked.joined(separator: "\n").utf8)
        bytes.append(0x0A)
        bytes += request.body
        return RequestKey(account: bearer.actor.name, key: text, fingerprint: Digest.hex(of: bytes))
    }
}

extension KeptAnswer {
    init(_ answer: APIAnswer) {
        var json = JSONWriter()
        json.object { json in
            for (name, value) in answer.headers {
                json.name(name)
                json.string(value)
            }
        }
        self.init(
            status: answer.status, headers: String(decoding: json.bytes, as: UTF8.self),
            body: String(decoding: answer.body, as: UTF8.self))
    }
}

extension APIAnswer {
    init(_ kept: KeptAnswer) throws {
        let headers = try JSONParser.parse(Array(kept.headers.utf8))
        self.init(status: kept.status, body: Array(kept.body.utf8))
        if case .object(let members) = headers {
            self.headers = members.compactMap { member in member.value.text.map { (member.name, $0) } }
        }
    }
}
