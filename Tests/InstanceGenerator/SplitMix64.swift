/// Steele, Lea and Flood's counter with a mixing of its bits (2014): the same numbers on every machine.
package struct SplitMix64 {
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var counter: UInt64

    package init(seed: Int) {
        counter = UInt64(seed) &* Self.step
    }

    /// Even on 0..<bound but for less than one part in 2⁴⁰.
    package mutating func below(_ bound: Int) -> Int {
        counter &+= Self.step
        var bits = counter
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return Int(bits.multipliedFullWidth(by: UInt64(bound)).high)
    }
}
