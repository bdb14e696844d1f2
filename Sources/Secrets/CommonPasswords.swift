/// What is guessed first: words that lists of leaked passwords begin with, in Swedish and English, with any digits and signs
/// around them, rows of the keyboard and of the alphabet, and one short thing over and over.
enum CommonPasswords {
    /// - Parameter text: In lower case, at least twelve characters.
    static func contains(_ text: String) -> Bool {
        isRow(text) || isRepetition(text) || words.contains(core(text)) || words.contains(text)
    }

    private static let words: Set<String> = [
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "lösenord", "losenord", "lösen", "losen", "hemligt", "hemlig",
        "secret", "admin", "administrator", "administratör", "root", "user", "användare", "anvandare", "guest", "gäst",
        "welcome", "välkommen", "valkommen", "hello", "hejsan", "hej", "letmein", "iloveyou", "jagälskardig", "qwerty",
        "qwertyuiop", "asdfgh", "zxcvbn", "qazwsx", "qazwsxedc", "abc", "abcd", "abcdef", "abcdefgh", "test", "testing",
        "changeme", "default", "login", "master", "dragon", "monkey", "football", "fotboll", "hockey", "sommar",
        "summer", "vinter", "winter", "höst", "host", "autumn", "vår", "spring", "januari", "februari", "mars", "april",
        "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "måndag", "fredag", "sverige",
        "sweden", "stockholm", "göteborg", "goteborg", "malmö", "malmo", "uddevalla", "kommun", "kommunen", "praktik",
        "praktikplats", "internship", "samordnare", "coordinator", "trustno", "sunshine", "princess", "superman",
        "batman", "charlie", "whatever", "starwars", "computer", "dator", "arbete", "jobbet",
        "correcthorsebatterystaple",
    ]

    /// Without the digits and signs at both ends.
    private static func core(_ text: String) -> String {
        let head = text.drop { !$0.isLetter }
        return String(head.reversed().drop { !$0.isLetter }.reversed())
    }

    private static let rows: [String] = {
        let forward = [
            "012345678901234567890123456789", "abcdefghijklmnopqrstuvwxyzåäö", "qwertyuiopåasdfghjklöäzxcvbnm",
            "1234567890qwertyuiopasdfghjklzxcvbnm", "1q2w3e4r5t6y7u8i9o0p", "qwertyuiop1234567890",
            "abcdefghijkl1234567890",
        ]
        return forward + forward.map { String($0.reversed()) }
    }()

    private static func isRow(_ text: String) -> Bool {
        rows.contains { $0.contains(text) }
    }

    /// One to eight characters over and over.
    private static func isRepetition(_ text: String) -> Bool {
        let characters = Array(text)
        return (1...8).contains { period in
            characters.count >= 2 * period
                && characters.indices.dropFirst(period).allSatisfy { characters[$0] == characters[$0 - period] }
        }
    }
}
