import Domain
import Store

extension Representation<SlotDetail> {
    static let slot = Representation(
        "Slot", "A place, or several alike, that a host offers for a period."
    ) {
        APIField("code", "Its key.") { $0.slot.code }
        APIField("unit", "The host unit's code.") { $0.slot.unit }
        APIField("title", "What one does there.") { $0.slot.title }
        APIField("ssyk", "The occupation by SSYK 2012.") { $0.slot.ssyk }
        APIField("kind", "What kind of placement it is.") { $0.slot.kind }
        APIField("purpose", "What it is for; null suits every purpose.") { $0.slot.purpose }
        APIField("from", "The first day.") { $0.slot.period.from }
        APIField("to", "The last day.") { $0.slot.period.to }
        APIField("places", "How many people on one day.") { $0.slot.places }
        APIField("hours_per_day", "Hours a day; null is full time.") { $0.slot.hoursPerDay }
        APIField("weekdays", "1 is Monday, 7 Sunday.") { $0.slot.weekdays }
        APIField("sfi_required", "The SFI course one must have passed.") { $0.slot.sfiRequired }
        APIField("licences", "The licences one must have.") { $0.slot.licences }
        APIField("minimum_age", "In years, on the first day.") { $0.slot.minimumAge }
        APIField("record_check", "Whether an extract from the criminal records must have been shown.") {
            $0.slot.recordCheck
        }
        APIField("earmark", "The referrer it is kept for.") { $0.slot.earmark }
        APIField("supervisor", "The supervisor's code.") { $0.slot.supervisor }
        APIField("urgency", "How urgent it is to fill.") { $0.slot.urgency }
        APIField("permanent_post", "Whether a permanent post stands behind it.") { $0.slot.permanentPost }
        APIField("area", "Where in the municipality.") { $0.slot.area }
        APIField("state", "Where it stands.") { $0.slot.state }
        APIField("offered_on", "When it was offered.") { $0.slot.offeredOn }
        APIField("confirmed_on", "When it was last confirmed.") { $0.confirmedOn }
        APIField("dormant", "Whether it is left out of matching until it is confirmed.") { $0.isDormant }
        APIField("withdrawn_on", "The first day on which it is not offered.") { $0.slot.withdrawnOn }
        APIField("withdrawn_reason", "Why it was withdrawn.") { $0.slot.withdrawnReason }
        APIField("withdrawn_places", "Places withdrawn in part.") { $0.withdrawnPlaces }
        APIField("renewed_from", "The slot of which it is the renewal.") { $0.renewedFrom }
        APIField("peak_occupation", "The most people on any one day, so far as agreed.") { $0.peakOccupation }
    }
}

extension Representation<SlotListRow> {
    static let slotRow = Representation(
        "SlotRow", "A slot in a list, with how full it is on the days asked for."
    ) {
        Representation<SlotDetail>.slot.fields(of: { $0.detail })
        APIField("unit_name", "The host unit's name.") { $0.unitName }
        APIField("filled", "The most people at once, so far as agreed.") { $0.filled }
        APIField("taken", "The most people at once, agreed and proposed.") { $0.taken }
        APIField("free", "Places that nobody holds and nobody is proposed for.") { $0.free }
    }
}
