import Domain

extension Operations {
    /// A reason is kept in the audit log and the histories: it may say anything but whose it is.
    func checked(_ reason: Line?, as name: String = "--reason") throws(Refusal) {
        do { try reason?.checkHoldsNoIdentityNumber(today: clock.today) } catch { throw .value(name, error) }
    }
}
