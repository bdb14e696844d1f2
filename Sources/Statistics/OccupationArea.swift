public import Domain

/// The first level of SSYK 2012 (SCB): occupations by their first digit.
public struct OccupationArea: Sendable, Hashable {
    public let key: String
    public let label: Phrase

    public static let all: [OccupationArea] = [
        .init("0", sv: "militära yrken", en: "armed forces"),
        .init("1", sv: "chefsyrken", en: "managers"),
        .init("2", sv: "yrken med krav på fördjupad högskolekompetens", en: "occupations requiring advanced degrees"),
        .init("3", sv: "yrken med krav på högskolekompetens", en: "occupations requiring higher education"),
        .init("4", sv: "administration och kundtjänst", en: "administration and customer service"),
        .init("5", sv: "service, omsorg och försäljning", en: "service, care and sales"),
        .init("6", sv: "lantbruk, trädgård, skogsbruk och fiske", en: "agriculture, gardening, forestry and fishery"),
        .init("7", sv: "byggverksamhet och tillverkning", en: "building and manufacturing"),
        .init("8", sv: "maskinell tillverkning och transport", en: "machine operation and transport"),
        .init("9", sv: "yrken med krav på kortare utbildning", en: "elementary occupations"),
    ]

    private init(_ key: String, sv: String, en: String) {
        self.key = key
        label = Phrase(sv: sv, en: en)
    }
}
