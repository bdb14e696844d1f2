import Domain
import Logging
import OpenIDConnect
public import Operations
public import Settings

/// What `praktik doctor` sees of the identity provider.
public enum ProviderDoctor {
    /// Seconds that the clocks may differ before it is worth a word: an answer takes some time, and tells whole seconds.
    private static let worthAWord = 5.0

    /// Nothing where no provider is set.
    public static func look(_ settings: WebSettings) async -> [Finding] {
        guard let provider = settings.provider else { return [] }
        let signIn: ProviderSignIn
        do {
            signIn = try ProviderSignIn(provider, clock: .system, logger: Logger(label: "doctor") { _ in JSONLog() })
        } catch {
            return [Finding("provider", .fail, Failure(error).phrase)]
        }
        let issuer = provider.issuer.rawValue
        let diagnosis = await signIn.provider.diagnose()
        var findings = [answerFinding(diagnosis.metadata, issuer)]
        if diagnosis.metadata == nil { findings.append(keysFinding(diagnosis.keys)) }
        if let lead = diagnosis.clockLead { findings.append(clockFinding(lead)) }
        return findings
    }

    private static func answerFinding(_ fault: OpenIDConnectError?, _ issuer: String) -> Finding {
        guard let fault else {
            return Finding(
                "provider", .ok,
                Phrase(
                    sv: "\(issuer) svarar och kan användas för inloggning.",
                    en: "\(issuer) answers and can be used to sign in."))
        }
        let (reason, remedy) = (fault.reason, remedy(fault))
        return Finding(
            "provider", .fail,
            Phrase(sv: "\(issuer): \(reason.sv) \(remedy.sv)", en: "\(issuer): \(reason.en) \(remedy.en)"))
    }

    private static func remedy(_ fault: OpenIDConnectError) -> Phrase {
        switch fault {
        case _ where fault.isOutage:
            Phrase(
                sv:
                    "Se efter att den är igång och att brandväggen släpper fram den här datorn. Lokala konton fungerar.",
                en: "See that it is running and that the firewall lets this machine through. Local accounts work.")
        case .untrusted:
            Phrase(
                sv: "Rätta certifikatet, eller sätt PRAKTIK_OIDC_CERTIFICATES till utfärdarens.",
                en: "Mend its certificate, or set PRAKTIK_OIDC_CERTIFICATES to its issuer's.")
        case .otherIssuer, .unexpectedStatus, .redirected, .malformedAnswer:
            Phrase(
                sv: "Se efter att PRAKTIK_OIDC_ISSUER är exakt den adress som leverantören kallar issuer.",
                en: "See that PRAKTIK_OIDC_ISSUER is exactly the address that the provider calls its issuer.")
        default:
            Phrase(
                sv: "Be leverantören om kodflöde med PKCE (S256) och signaturer RS256, PS256 eller ES256.",
                en: "Ask the provider for the code flow with PKCE (S256) and signatures RS256, PS256 or ES256.")
        }
    }

    private static func keysFinding(_ fault: OpenIDConnectError?) -> Finding {
        switch fault {
        case nil:
            Finding(
                "provider-keys", .ok,
                Phrase(sv: "Leverantörens nycklar går att använda.", en: "The provider's keys can be used."))
        case .unknownKey:
            Finding(
                "provider-keys", .fail,
                Phrase(
                    sv: "Leverantören har ingen nyckel som kan användas. Be den publicera en RSA- eller P-256-nyckel.",
                    en: "The provider has no key that can be used. Ask it to publish an RSA or P-256 key."))
        case .some(let fault):
            Finding(
                "provider-keys", .fail,
                Phrase(
                    sv: "Leverantörens nycklar: \(fault.reason.sv) Ingen kan logga in genom den så länge.",
                    en: "The provider's keys: \(fault.reason.en) Nobody can sign in through it meanwhile."))
        }
    }

    private static func clockFinding(_ lead: Double) -> Finding {
        let difference = abs(lead)
        guard difference >= worthAWord else {
            return Finding(
                "provider-clock", .ok,
                Phrase(sv: "Klockan går som leverantörens.", en: "The clock agrees with the provider's."))
        }
        let isTooMuch = difference >= ProviderDiagnosis.clockLeeway
        let seconds = Int(difference.rounded())
        return Finding(
            "provider-clock", isTooMuch ? .fail : .warn,
            Phrase(
                sv: "Klockan skiljer \(seconds) s från leverantörens. Ställ den efter en tidsserver.",
                en: "The clock is \(seconds) s from the provider's. Set it by a time server."))
    }
}
