package import Domain

extension OpenIDConnectError: PhrasedError {
    /// For the person who tried to sign in: what happened, and what to do.
    package var phrase: Phrase {
        let (reason, remedy) = (reason, remedy)
        return Phrase(sv: "\(reason.sv) \(remedy.sv)", en: "\(reason.en) \(remedy.en)")
    }

    private var remedy: Phrase {
        switch self {
        case _ where isOutage:
            Phrase(
                sv: "Försök igen om en stund, eller logga in med ett lokalt konto.",
                en: "Try again in a while, or sign in with a local account.")
        case _ where isMisconfiguration:
            Phrase(
                sv: "Be den som sköter Praktik att se över inställningarna; lokala konton fungerar som vanligt.",
                en: "Ask whoever runs Praktik to look at the settings; local accounts work as usual.")
        case .callbackMalformed, .callbackState, .callbackIssuer, .attemptExpired, .denied, .codeRefused:
            Phrase(sv: "Börja om från inloggningssidan.", en: "Begin again from the sign-in page.")
        default:
            Phrase(
                sv: "Ingen har loggats in. Försök igen, och säg till den som sköter Praktik om det upprepas.",
                en: "Nobody was signed in. Try again, and tell whoever runs Praktik if it happens again.")
        }
    }

    /// What happened, alone.
    package var reason: Phrase {
        switch self {
        case .unreachable:
            Phrase(
                sv: "Inloggningstjänsten går inte att nå just nu.",
                en: "The sign-in service cannot be reached just now.")
        case .tooSlow:
            Phrase(sv: "Inloggningstjänsten svarade inte i tid.", en: "The sign-in service did not answer in time.")
        case .busy:
            Phrase(
                sv: "Inloggningstjänsten kan inte svara just nu.", en: "The sign-in service cannot answer just now.")
        case .untrusted:
            Phrase(
                sv: "Inloggningstjänstens certifikat går inte att lita på.",
                en: "The sign-in service's certificate cannot be trusted.")
        case .redirected:
            Phrase(
                sv: "Inloggningstjänsten hänvisade till en annan adress.",
                en: "The sign-in service pointed to another address.")
        case .unexpectedStatus:
            Phrase(
                sv: "Inloggningstjänsten svarade med ett fel.", en: "The sign-in service answered with an error.")
        case .tooLarge:
            Phrase(
                sv: "Inloggningstjänstens svar är för stort.", en: "The sign-in service's answer is too large.")
        case .brokenAnswer:
            Phrase(
                sv: "Inloggningstjänstens svar kom inte helt fram.",
                en: "The sign-in service's answer did not come whole.")
        case .malformedAnswer:
            Phrase(
                sv: "Inloggningstjänstens svar är inte läsbar JSON.",
                en: "The sign-in service's answer is not JSON that can be read.")
        case .duplicateName:
            Phrase(
                sv: "Inloggningstjänstens svar har samma fält två gånger.",
                en: "The sign-in service's answer has the same field twice.")
        case .otherIssuer:
            Phrase(
                sv: "Inloggningstjänsten uppger en annan utfärdare än den som är inställd.",
                en: "The sign-in service names another issuer than the one in the settings.")
        case .metadataIncomplete:
            Phrase(
                sv: "Inloggningstjänsten uppger inte alla adresser som behövs.",
                en: "The sign-in service does not name all the addresses that are needed.")
        case .insecureEndpoint:
            Phrase(
                sv: "Inloggningstjänsten uppger en adress utan kryptering.",
                en: "The sign-in service names an address without encryption.")
        case .noCodeFlow:
            Phrase(
                sv: "Inloggningstjänsten stöder inte inloggning med kod.",
                en: "The sign-in service does not support sign-in by code.")
        case .noProofKey:
            Phrase(
                sv: "Inloggningstjänsten stöder inte PKCE med S256.",
                en: "The sign-in service does not support PKCE with S256.")
        case .noAlgorithm:
            Phrase(
                sv: "Inloggningstjänsten signerar varken med RS256, PS256 eller ES256.",
                en: "The sign-in service signs with none of RS256, PS256 and ES256.")
        case .noClientAuthentication:
            Phrase(
                sv: "Inloggningstjänsten tar varken client_secret_basic eller client_secret_post.",
                en: "The sign-in service takes neither client_secret_basic nor client_secret_post.")
        default: reasonOfToken
        }
    }

    private var reasonOfToken: Phrase {
        switch self {
        case .callbackMalformed:
            Phrase(
                sv: "Svaret från inloggningstjänsten är ofullständigt.",
                en: "The answer from the sign-in service is incomplete.")
        case .callbackState:
            Phrase(
                sv: "Svaret hör inte till en inloggning som börjat i den här webbläsaren.",
                en: "The answer does not belong to a sign-in that was begun in this browser.")
        case .callbackIssuer:
            Phrase(
                sv: "Svaret kommer från en annan inloggningstjänst än den som frågades.",
                en: "The answer comes from another sign-in service than the one that was asked.")
        case .attemptExpired:
            Phrase(sv: "Inloggningen tog för lång tid.", en: "The sign-in took too long.")
        case .denied:
            Phrase(
                sv: "Inloggningen avbröts hos inloggningstjänsten.",
                en: "The sign-in was cancelled at the sign-in service.")
        case .providerRefused:
            Phrase(
                sv: "Inloggningstjänsten avböjde inloggningen.", en: "The sign-in service declined the sign-in.")
        case .codeRefused:
            Phrase(
                sv: "Inloggningstjänsten godtog inte koden; den kan redan vara använd.",
                en: "The sign-in service did not accept the code; it may have been used already.")
        case .clientRefused:
            Phrase(
                sv: "Inloggningstjänsten godtog inte Praktiks klient-id eller hemlighet.",
                en: "The sign-in service did not accept Praktik's client id or secret.")
        case .tokenMissing:
            Phrase(sv: "Inloggningstjänsten gav inget intyg.", en: "The sign-in service gave no token.")
        case .expired: Self.token("har gått ut", "has expired")
        case .issuedInFuture: Self.token("är utfärdat i framtiden", "was issued in the future")
        case .notYetValid: Self.token("gäller inte än", "is not valid yet")
        case .nonce: Self.token("hör till en annan inloggning", "belongs to another sign-in")
        case .issuer: Self.token("har en annan utfärdare", "has another issuer")
        case .audience: Self.token("är avsett för någon annan", "is meant for somebody else")
        case .authorizedParty: Self.token("är utfärdat till någon annan", "was issued to somebody else")
        case .signature: Self.token("har fel signatur", "has a wrong signature")
        case .unknownKey: Self.token("är signerat med en okänd nyckel", "is signed with an unknown key")
        case .algorithmRefused:
            Self.token("är signerat på ett sätt som inte godtas", "is signed in a way that is not accepted")
        case .criticalHeader: Self.token("kräver något som inte stöds", "demands something that is not supported")
        case .claimsMalformed: Self.token("saknar uppgifter som krävs", "lacks what it must say")
        case .accessTokenHash: Self.token("hör inte ihop med sin nyckel", "does not belong to its access token")
        default: Self.token("går inte att läsa", "cannot be read")
        }
    }

    private static func token(_ sv: String, _ en: String) -> Phrase {
        Phrase(sv: "Inloggningstjänstens intyg \(sv).", en: "The sign-in service's token \(en).")
    }
}
