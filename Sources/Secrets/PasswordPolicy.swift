public import Domain

/// What a password must be, after NIST SP 800-63B-4 §3.1.1: long, not among the first that anybody would try, and otherwise
/// whatever its owner likes. No rules on which characters, no expiry.
public enum PasswordPolicy {
    /// In Unicode code points.
    public static let length = 12...128

    /// Why a password is not taken; nil where it is.
    ///
    /// - Parameter names: What the account is known by (its name, the person's, the e-mail address), which it must not lean on.
    public static func fault(in password: String, names: [String] = []) -> PasswordFault? {
        let text = PasswordText.normalised(password)
        let count = text.unicodeScalars.count
        guard count >= length.lowerBound else { return .short }
        guard count <= length.upperBound else { return .long }
        let plain = text.lowercased()
        guard !CommonPasswords.contains(plain) else { return .common }
        for name in names.flatMap({ $0.lowercased().split(whereSeparator: { " @".contains($0) }) }) where name.count > 2
        {
            let rest = plain.replacing(name, with: "")
            guard rest == plain || rest.unicodeScalars.count >= 8 else { return .ownName }
        }
        return nil
    }
}

/// Why a password is not taken.
public enum PasswordFault: PhrasedError, Hashable, CaseIterable {
    case short, long, common, ownName

    public var phrase: Phrase {
        switch self {
        case .short:
            Phrase(
                sv: "Lösenordet är för kort: minst 12 tecken. Några ord i rad går bra.",
                en: "The password is too short: at least 12 characters. A few words in a row will do.")
        case .long:
            Phrase(
                sv: "Lösenordet är för långt: högst 128 tecken.",
                en: "The password is too long: at most 128 characters.")
        case .common:
            Phrase(
                sv: "Lösenordet är ett av dem som prövas först av den som gissar; välj något som bara du kommer på.",
                en:
                    "The password is one of the first that anyone would guess; choose something only you would think of."
            )
        case .ownName:
            Phrase(
                sv: "Lösenordet bygger på ditt namn eller din adress; välj något annat.",
                en: "The password leans on your name or address; choose something else.")
        }
    }
}
