import Domain
import FlyingFox

/// What there is no page for.
enum NotFoundPage {
    static func answer(_ language: Language) -> HTTPResponse {
        let sentence = Phrase(
            sv: "Det finns ingen sida här. Tjänstens hälsa visas på /health/live och /health/ready.",
            en: "There is no page here. The service's health is at /health/live and /health/ready.")
        return .text(sentence[language], statusCode: .notFound)
    }
}
