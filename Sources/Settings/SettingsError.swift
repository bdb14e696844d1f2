public import Domain

/// A setting that cannot be used, with the name of the variable or option to change.
public enum SettingsError: PhrasedError, Hashable {
    /// The state folder's path is relative or has characters that PostgreSQL's own tools would misread.
    case statePath(source: String)
    /// Neither a state folder nor a home folder is known.
    case noHome
    /// The value is not a libpq connection string. The value itself may hold a password and is not kept.
    case connectionString(source: String)
    /// An owner's connection without the application's.
    case ownerAlone
    case listenAddress(String)
    case baseAddress(String)
    case municipality(String)
    case language(String)
    /// A certificate without its key, or the other way round.
    case tlsHalf
    /// Neither an address nor a network.
    case trustedProxy(String)
    case patience(String)
    /// A variable for signing in through a provider that the others need; `beside` names one of those, when the issuer is missing.
    case oidcIncomplete(missing: String, beside: String = "PRAKTIK_OIDC_ISSUER")
    /// An address that is none, or that strangers could listen to on the way.
    case insecureAddress(source: String)
    case oidcSecretFile(String)
    case oidcClientAuthentication(String)
    case oidcRole(String)
    /// No address of a mail server.
    case mailServer(String)
    /// A variable for sending mail that the other needs.
    case mailIncomplete(missing: String, beside: String)
    case mailSender(String)
    case mailPasswordFile(String)

    public var phrase: Phrase {
        switch self {
        case .statePath(let source):
            Phrase(
                sv: "\(source) måste vara en absolut sökväg utan radbrytning, citattecken, `, $ eller bakstreck.",
                en: "\(source) must be an absolute path without line breaks, quotation marks, `, $ or backslashes.")
        case .oidcIncomplete(let missing, let beside):
            Phrase(
                sv: "\(beside) är satt men inte \(missing). Sätt \(missing) också, eller ingen av dem.",
                en: "\(beside) is set, and \(missing) is not. Set \(missing) as well, or neither.")
        case .insecureAddress(let source):
            Phrase(
                sv: "\(source) måste börja med https:// (http:// går bara på den egna datorn) och sakna ? och #.",
                en: "\(source) must begin with https:// (http:// only for this machine) and have no ? and no #.")
        case .oidcSecretFile(let path):
            Phrase(
                sv:
                    "PRAKTIK_OIDC_CLIENT_SECRET_FILE: ”\(path)” måste vara en läsbar fil med hela sökvägen, med en enda rad.",
                en:
                    "PRAKTIK_OIDC_CLIENT_SECRET_FILE: \"\(path)\" must be a readable file by its whole path, with a single line."
            )
        case .oidcClientAuthentication(let value):
            Phrase(
                sv:
                    "PRAKTIK_OIDC_CLIENT_AUTHENTICATION: välj client_secret_basic eller client_secret_post, inte ”\(value)”.",
                en:
                    "PRAKTIK_OIDC_CLIENT_AUTHENTICATION: choose client_secret_basic or client_secret_post, not \"\(value)\"."
            )
        case .oidcRole(let text):
            Phrase(
                sv:
                    "PRAKTIK_OIDC_ROLES: ”\(text)” går inte att läsa. Skriv VÄRDE=roll, för en registrator VÄRDE=registrar@ENHET.",
                en:
                    "PRAKTIK_OIDC_ROLES: \"\(text)\" cannot be read. Write VALUE=role, for a registrar VALUE=registrar@UNIT."
            )
        case .mailServer(let value):
            Phrase(
                sv:
                    "PRAKTIK_SMTP_URL ”\(value)” är ingen e-postserver. Exempel: smtp://mail.example.se:587 eller smtps://mail.example.se",
                en:
                    "PRAKTIK_SMTP_URL \"\(value)\" is no mail server. Example: smtp://mail.example.se:587 or smtps://mail.example.se"
            )
        case .mailIncomplete(let missing, let beside):
            Phrase(
                sv: "\(beside) är satt men inte \(missing). Sätt båda eller ingen.",
                en: "\(beside) is set, and \(missing) is not. Set both or neither.")
        case .mailSender(let value):
            Phrase(
                sv: "PRAKTIK_SMTP_FROM ”\(value)” är ingen e-postadress.",
                en: "PRAKTIK_SMTP_FROM \"\(value)\" is no mail address.")
        case .mailPasswordFile(let path):
            Phrase(
                sv:
                    "PRAKTIK_SMTP_PASSWORD_FILE: ”\(path)” måste vara en läsbar fil med hela sökvägen, med en enda rad.",
                en:
                    "PRAKTIK_SMTP_PASSWORD_FILE: \"\(path)\" must be a readable file by its whole path, with a single line."
            )
        case .noHome:
            Phrase(
                sv: "Hemkatalogen är okänd. Ange var tillståndet ska ligga med PRAKTIK_STATE.",
                en: "The home folder is not known. Say where the state is kept with PRAKTIK_STATE.")
        case .connectionString(let source):
            Phrase(
                sv: "\(source) är ingen anslutningssträng för PostgreSQL. Exempel: postgresql://praktik@db/praktik",
                en: "\(source) is not a PostgreSQL connection string. Example: postgresql://praktik@db/praktik")
        case .ownerAlone:
            Phrase(
                sv: "PRAKTIK_OWNER_DATABASE_URL är satt men inte PRAKTIK_DATABASE_URL. Sätt båda eller ingen.",
                en: "PRAKTIK_OWNER_DATABASE_URL is set, and PRAKTIK_DATABASE_URL is not. Set both or neither.")
        case .listenAddress(let value):
            Phrase(
                sv: "Lyssningsadressen ”\(value)” går inte att läsa. Skriv adress och port, som 127.0.0.1:8080.",
                en: "The listen address \"\(value)\" cannot be read. Write address and port, as 127.0.0.1:8080.")
        case .baseAddress(let value):
            Phrase(
                sv: "PRAKTIK_BASE_URL ”\(value)” är ingen adress. Exempel: https://praktik.example.se",
                en: "PRAKTIK_BASE_URL \"\(value)\" is no address. Example: https://praktik.example.se")
        case .municipality(let value):
            Phrase(
                sv: "Kommunkoden ”\(value)” måste vara fyra siffror, till exempel 1485.",
                en: "The municipality code \"\(value)\" must be four digits, for example 1485.")
        case .language(let value):
            Phrase(
                sv: "Språket ”\(value)” finns inte. Välj sv eller en.",
                en: "There is no language \"\(value)\". Choose sv or en.")
        case .trustedProxy(let value):
            Phrase(
                sv: "PRAKTIK_TRUSTED_PROXIES: ”\(value)” är ingen adress. Skriv som 10.0.0.1 eller 10.0.0.0/8.",
                en: "PRAKTIK_TRUSTED_PROXIES: \"\(value)\" is no address. Write as 10.0.0.1 or 10.0.0.0/8.")
        case .patience(let value):
            Phrase(
                sv: "PRAKTIK_PATIENCE: ”\(value)” ska vara fyra antal sekunder från 1 till 3600, som 15,90,65,120.",
                en: "PRAKTIK_PATIENCE: \"\(value)\" must be four numbers of seconds from 1 to 3600, as 15,90,65,120.")
        case .tlsHalf:
            Phrase(
                sv: "PRAKTIK_TLS_CERTIFICATE och PRAKTIK_TLS_KEY hör ihop: sätt båda eller ingen.",
                en: "PRAKTIK_TLS_CERTIFICATE and PRAKTIK_TLS_KEY go together: set both or neither.")
        }
    }
}
