import Domain
import Statistics

/// A forecast in words: the number with its range, and how it was reached.
struct ForecastNote {
    let forecast: Forecast
    /// From what is left if no unconfirmed offer holds, to what there is if everything comes.
    var inBooks: ClosedRange<Int>?
    var subject = Phrase(sv: "Prognos", en: "Forecast")

    var html: HTML {
        guard forecast.method != .closed else { return .empty }
        return """
            <details class="more"><summary>\(sentence)</summary><p>\(forecast.method.text) \(years)</p>\(books)</details>
            """
    }

    var sentence: Phrase {
        let value = Phrase.number(hundredths: forecast.value.hundredths)
        let range = forecast.range
        return Phrase(
            sv: "\(subject.sv) \(value.sv)\(range.map { ", mellan \($0.sv)" } ?? ""): \(forecast.method.label.sv)",
            en: "\(subject.en) \(value.en)\(range.map { ", between \($0.en)" } ?? ""): \(forecast.method.label.en)")
    }

    private var years: Phrase {
        guard !forecast.years.isEmpty else { return Phrase(sv: "", en: "") }
        let years = forecast.years.map(String.init).joined(separator: ", ")
        return Phrase(sv: "Här från \(years).", en: "Here from \(years).")
    }

    private var books: HTML {
        guard let inBooks else { return .empty }
        let (low, high) = (Phrase.number(inBooks.lowerBound), Phrase.number(inBooks.upperBound))
        return """
            <p>\(sv: "Det som är inlagt ger mellan \(low.sv), om ingen obekräftad plats håller, och \(high.sv), om alla utkast erbjuds och alla platser som väntar på svar kommer igen.", en: "What is in the books gives between \(low.en), if no unconfirmed place holds, and \(high.en), if every draft is offered and every place that waits for an answer comes again.")</p>
            """
    }
}

extension Forecast {
    /// `49 och 55`; nil without a range.
    var range: Phrase? {
        guard let low, let high else { return nil }
        let (from, to) = (Phrase.number(hundredths: low.hundredths), Phrase.number(hundredths: high.hundredths))
        return Phrase(sv: "\(from.sv) och \(to.sv)", en: "\(from.en) and \(to.en)")
    }
}
