/// The signatures that are believed, by their names in RFC 7518 §3.1: asymmetric ones with SHA-256.
///
/// `none` and the symmetric ones are not here, so no token can choose them.
enum SignatureAlgorithm: String {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"
}
