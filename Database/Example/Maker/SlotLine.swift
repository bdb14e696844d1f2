import Domain

/// A place that comes back from year to year: "same as last year".
struct SlotLine {
    var code: String
    var unit: String
    var title: String
    var ssyk: String
    var kind: SlotKind
    /// Places in each term it is offered.
    var places: [(Term, Int)]
    var purpose: SlotPurpose?
    /// Minutes a day.
    var minutes = 360
    var weekdays = Weekdays.mondayToFriday
    var sfi: SFICourse?
    var licences: [String] = []
    var age: Int?
    var recordCheck = false
    var earmark = ""
    var supervisor: String
    var urgency = Urgency.normal
    var permanent = false
    var area = "Centrum"
    /// Its number of places follows what the year needs.
    var flexible = false
    /// May be left out of a year, taken back, closed early or never sent out; the others are kept to.
    var wavering = false
    /// Of a förvaltning, so that it counts in the joint undertaking unless its kind does not.
    var municipal = true

    var countsJointly: Bool { municipal && kind.countsJointly }
}

extension SlotLine {
    init(
        _ code: String, _ unit: String, _ title: String, _ ssyk: String, _ kind: SlotKind, _ places: [(Term, Int)],
        by supervisor: String, adjusting: (inout SlotLine) -> Void = { _ in }
    ) {
        self.init(
            code: code, unit: unit, title: title, ssyk: ssyk, kind: kind, places: places, supervisor: supervisor)
        adjusting(&self)
    }
}
