import Domain
import HTTPTypes
import OpenIDConnect
import Operations

/// Signing in through an identity provider: off to it, and back from it.
enum ProviderPages {
    static let routes: [PageRoute] = [
        .get("/sign-in/oidc", .anybody, leave),
        .get("/sign-in/oidc/callback", .anybody, comeBack),
    ]

    /// A link, not a form: the policy for forms would not let one end at another address.
    private static func leave(_ visit: Visit) async throws -> PageAnswer {
        guard let signIn = visit.site.providerSignIn else { throw WebFault.notFound }
        do {
            try await visit.operations.requireSignInOpen(municipality: signIn.municipality, from: visit.address)
        } catch let refusal as Refusal {
            return answer(refusal.phrase, refusal.status, visit)
        }
        do throws(OpenIDConnectError) {
            let (attempt, address) = try await signIn.provider.begin(note: SignInPages.back(visit.query["back"]))
            var answer = PageAnswer.redirect(address)
            answer.cookies = [AttemptCookie.cookie(attempt.sealed(for: signIn.provider.party), for: visit)]
            return answer
        } catch {
            return refused(error, signIn, visit)
        }
    }

    private static func comeBack(_ visit: Visit) async throws -> PageAnswer {
        guard let signIn = visit.site.providerSignIn else { throw WebFault.notFound }
        let callback: Callback
        let attempt: SignInAttempt
        do throws(OpenIDConnectError) {
            callback = try Callback(visit.query.pairs)
            attempt = try begun(signIn, visit)
        } catch {
            // Nothing was tried, and nothing is counted: any page elsewhere can have browsers ask for this address.
            return refused(error, signIn, visit)
        }
        do {
            try await visit.operations.countProviderAnswer(municipality: signIn.municipality, from: visit.address)
        } catch let refusal as Refusal {
            return answer(refusal.phrase, refusal.status, visit)
        }
        let identity: ProvenIdentity
        do throws(OpenIDConnectError) {
            identity = try await signIn.provider.finish(callback, attempt)
        } catch {
            return refused(error, signIn, visit)
        }
        return try await entered(identity, attempt, signIn, visit)
    }

    /// What this browser began.
    private static func begun(_ signIn: ProviderSignIn, _ visit: Visit) throws(OpenIDConnectError) -> SignInAttempt {
        guard let sealed = visit.cookies[AttemptCookie.name(isSecure: visit.site.isSecure)],
            let attempt = SignInAttempt(sealed: sealed, for: signIn.provider.party)
        else { throw .callbackState }
        return attempt
    }

    private static func entered(
        _ identity: ProvenIdentity, _ attempt: SignInAttempt, _ signIn: ProviderSignIn, _ visit: Visit
    ) async throws -> PageAnswer {
        do {
            let session = try await visit.operations.externalSignIn(
                municipality: signIn.municipality, ExternalIdentity(identity), rules: signIn.rules,
                from: visit.address, replacing: visit.sessionToken)
            var answer = SignInPages.entered(visit, session, to: SignInPages.back(attempt.note))
            answer.cookies.append(AttemptCookie.cookie(nil, for: visit))
            return answer
        } catch let refusal as Refusal {
            return answer(refusal.phrase, refusal.status, visit)
        }
    }

    private static func refused(
        _ error: OpenIDConnectError, _ signIn: ProviderSignIn, _ visit: Visit
    ) -> PageAnswer {
        signIn.note(error, visit)
        var answer = answer(error.phrase, error.status, visit)
        if error.isOutage { answer.headers[.retryAfter] = "5" }
        return answer
    }

    /// The sign-in page, saying what went wrong.
    private static func answer(_ sentence: Phrase, _ status: HTTPResponse.Status, _ visit: Visit) -> PageAnswer {
        var answer = PageAnswer.page(SignInPages.page(visit, fault: sentence), status: status)
        answer.cookies = [AttemptCookie.cookie(nil, for: visit)]
        return answer
    }
}

extension OpenIDConnectError {
    /// The provider is out of reach (503), has answered wrongly (502), has said no (403), or was never asked (400).
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case _ where isOutage: .serviceUnavailable
        case .callbackMalformed, .callbackState, .callbackIssuer, .attemptExpired, .codeRefused: .badRequest
        case .denied, .providerRefused: .forbidden
        default: .badGateway
        }
    }
}

extension ExternalIdentity {
    fileprivate init(_ proven: ProvenIdentity) {
        self.init(
            issuer: proven.issuer, subject: proven.subject, email: proven.email.flatMap { try? EmailAddress($0) },
            isEmailVerified: proven.isEmailVerified, displayName: proven.name.flatMap { try? Line($0) },
            preferredName: proven.preferredName, groups: Set(proven.roles))
    }
}
