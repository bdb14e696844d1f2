package import Domain
import Postgres
package import Store

/// Why a request that bears a key is not carried out.
package enum RepeatFault: Error, Hashable {
    /// The first request of the key is still being answered.
    case underWay
    /// The key was used for another request.
    case otherRequest
}

extension Operations {
    /// Does what a request asks for, once: the change and its answer are kept in one transaction, so that a request which is
    /// sent again with its key gets the same answer, and one that was cut off in between was never done.
    ///
    /// - Parameters:
    ///   - key: None where the request bears no key; it is done whenever it is sent.
    ///   - refused: The answer to a refusal, where that is to be kept too.
    /// - Throws: `RepeatFault`, a `Refusal` that is not kept, or what the body throws.
    package func once(
        _ actor: Actor, _ key: RequestKey?, dryRun: Bool = false, refused: (Refusal) -> KeptAnswer?,
        _ body: (Operations) async throws -> KeptAnswer
    ) async throws -> (answer: KeptAnswer, isRepeated: Bool) {
        try await together(actor, dryRun: dryRun) { operations, connection in
            if let key {
                guard try await connection.tryLock(key, actor.municipality) else { throw RepeatFault.underWay }
                if let kept = try await connection.keptAnswer(key, actor.municipality) {
                    guard kept.fingerprint == key.fingerprint else { throw RepeatFault.otherRequest }
                    return (kept.answer, true)
                }
            }
            return (try await body(operations), false)
        } ending: { outcome, connection in
            let answer: KeptAnswer? =
                switch outcome {
                case .success((_, true)): nil
                case .success((let answer, false)): answer
                case .failure(let refusal): refused(refusal)
                }
            if let key, let answer { try await connection.keep(answer, for: key, actor.municipality) }
        }
    }
}
