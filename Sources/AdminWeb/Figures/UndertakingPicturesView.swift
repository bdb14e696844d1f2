import Domain
import Operations
import Pictures
import Statistics

/// The pictures of a joint undertaking in places, each with a table of its numbers behind it.
struct UndertakingPicturesView {
    let pictures: UndertakingPictures

    var html: HTML {
        """
        \(progress)
        <div class="pair"><div><h3>\(sv: "Från avtal till arbete", en: "From agreement to work")</h3>\
        \(rows(pictures.funnel, Phrase(sv: "Steg", en: "Step"), Phrase(sv: "Antal", en: "Count")))</div>
        <div><h3>\(sv: "Förvaltningarnas platser", en: "The departments' places")</h3>\
        \(rows(pictures.coverage, Phrase(sv: "Förvaltning", en: "Department"), Phrase(sv: "Erbjudna", en: "Offered")))\
        </div></div>
        \(years)
        """
    }

    private var progress: HTML {
        guard let picture = pictures.progress else { return .empty }
        let (year, before) = (Phrase(sv: "\(picture.year)", en: "\(picture.year)"), picture.year - 1)
        let known = (0...12).map { place -> [Phrase] in
            let this = picture.reached.count > place ? Phrase.number(picture.reached[place]) : Self.none
            let last = picture.before.count > place ? Phrase.number(picture.before[place]) : Self.none
            return [Self.end(of: place), this, last]
        }
        return """
            <h3>\(sv: "Månad för månad", en: "Month by month")</h3>
            \(HTML.picture(picture, caption: Phrase(sv: "Erbjudna platser vid månadens slut", en: "Places offered at the end of the month"), headings: [Phrase(sv: "Månad", en: "Month"), year, Phrase(sv: "\(before)", en: "\(before)")], rows: known))
            """
    }

    private var years: HTML {
        guard let picture = pictures.years else { return .empty }
        let rows = picture.bars.map { bar in
            [Phrase(sv: "\(bar.year)", en: "\(bar.year)"), bar.value.map { .number($0) } ?? Self.none]
        }
        return """
            <h3>\(sv: "År för år", en: "Year by year")</h3>
            \(HTML.picture(picture, caption: picture.subject, headings: [Phrase(sv: "År", en: "Year"), Phrase(sv: "Erbjudna", en: "Offered")], rows: rows))
            """
    }

    private func rows(_ picture: RowsPicture, _ label: Phrase, _ count: Phrase) -> HTML {
        HTML.picture(
            picture, caption: picture.title, headings: [label, count],
            rows: picture.rows.map { [$0.label, $0.count.map { .number($0) } ?? Self.none] })
    }

    private static func end(of place: Int) -> Phrase {
        let name = YearProgressPicture.name(place)
        guard place > 0 else { return name.capitalized }
        return Phrase(sv: "Slutet av \(name.sv)", en: "End of \(name.en)")
    }

    private static let none = Phrase(sv: "–", en: "–")
}
