extension Line {
    /// Throws `ValueError.identityInText` if the text holds what reads as a whole identity number: reasons are kept in logs
    /// and histories, where none may stand.
    ///
    /// - Parameter today: Decides the century of a number of ten digits.
    public func checkHoldsNoIdentityNumber(today: Day) throws(ValueError) {
        let words = rawValue.split { !($0.isASCII && $0.isNumber || $0 == "-" || $0 == "+") }
        if words.contains(where: { (try? IdentityNumber(String($0), today: today)) != nil }) { throw .identityInText }
    }
}
