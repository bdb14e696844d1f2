import Domain

extension Representation<OrganisationUnit> {
    static let unit = Representation(
        "Unit", "A unit that hosts: a department or division of the municipality, its company or foundation, or a firm."
    ) {
        APIField("code", "Its key.") { $0.code }
        APIField("name", "Its name.") { $0.name }
        APIField("kind", "What it is.") { $0.kind }
        APIField("parent", "The unit above it.") { $0.parent }
        APIField("email", "Where it is reached.") { $0.email }
        APIField("valid_from", "The first day on which it is one.") { $0.validFrom }
        APIField("valid_to", "The last day on which it is one.") { $0.validTo }
        APIField("successor", "The unit that came after it.") { $0.successor }
    }
}

extension Representation<Referrer> {
    static let referrer = Representation(
        "Referrer", "Who refers participants."
    ) {
        APIField("code", "Its key.") { $0.code }
        APIField("name", "Its name.") { $0.name }
        APIField("email", "Where it is reached.") { $0.email }
    }
}

extension Representation<Supervisor> {
    static let supervisor = Representation(
        "Supervisor", "Who looks after a participant at a host unit."
    ) {
        APIField("code", "Their key.") { $0.code }
        APIField("unit", "The host unit's code.") { $0.unit }
        APIField("name", "Their name.") { $0.name }
        APIField("email", "Where they are reached.") { $0.email }
        APIField("trained_on", "The day of the supervisor training; null when untrained or unknown.") { $0.trainedOn }
        APIField("capacity", "How many people at a time; null when not stated.") { $0.capacity }
        APIField("deputy", "The supervisor who stands in.") { $0.deputy }
    }
}

extension Representation<Undertaking> {
    static let undertaking = Representation(
        "Undertaking", "What a unit, or all departments jointly, has been decided to provide."
    ) {
        APIField("code", "Its key.") { $0.code }
        APIField("document", "The decision's document.") { $0.document }
        APIField("section", "The section of the document.") { $0.section }
        APIField("number", "The number within the section.") { $0.number }
        APIField("unit", "Whose it is; null is all departments jointly.") { $0.unit }
        APIField("text", "Its wording.") { $0.text }
        APIField("measure", "What is measured.") { $0.measure }
        APIField("target", "How much is wanted.") { $0.target }
        APIField("baseline", "What a change is reckoned from.") { $0.baseline }
        APIField("earmark", "The referrer the places are kept for.") { $0.earmark }
        APIField("from", "The first day.") { $0.period.from }
        APIField("to", "The last day.") { $0.period.to }
        APIField("cadence", "How often it is followed up.") { $0.cadence }
        APIField("rule", "The counting rule.") { $0.rule }
    }
}
