import Domain

extension Operations {
    /// A reason is kept in the audit log and the histories: it may say anything but whose it is.
    func checked(_ reason: Line?) throws(Refusal) {
        do { try reason?.checkHoldsNoIdentityNumber(today: clock.today) } catch { throw .value("--reason", error) }
    }
}
