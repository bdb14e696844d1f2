import Matching

/// Bytes → an instance folder → a refusal, or both results proven. Whatever traps, hangs, reads where it should not, or
/// answers something unproven is a finding. `Deploy/test --long` builds it with libFuzzer and the address sanitizer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let options = Int(bytes.first ?? 0)
    let reader = InstanceFolder(
        source: FuzzedFolder(bytes), ignoringGroups: options & 1 == 1, keepingWishes: options & 2 == 0)
    guard let contents = try? reader.contents(seed: UInt64(options), keepBonus: options * 3) else { return 0 }
    let instance = contents.instance
    let best = Solver(instance).solve()
    let stable = StableSolver(instance, classesFirst: options & 4 == 4).solve()
    do {
        try CertificateCheck.verify(best, for: instance)
        try StabilityCheck.verify(stable, for: instance, classesFirst: options & 4 == 4)
    } catch {
        fatalError("not proven: \(error)")
    }
    if stable.objective > best.objective {
        fatalError("a stable result better than the optimal one")
    }
    for seat in instance.seats.indices where contents.slot(of: seat) > seat {
        fatalError("seat \(seat) stands for a slot that is none")
    }
    return 0
}
