import Domain
import FoundationEssentials
import Glibc
import Operations

/// Where the time of a command goes, from the start of its process.
final class RunClock {
    let timings = MatchTimings()
    private var last: ContinuousClock.Instant

    init() {
        if let age = Self.processAge { timings.add(age, to: .start) }
        last = .now
    }

    /// Books the time since the last mark.
    func mark(_ stage: MatchTimings.Stage) {
        timings.add(.now - last, to: stage)
        last = .now
    }

    /// Leaves the time since the last mark to others, who have booked it.
    func restart() {
        last = .now
    }

    func say(_ output: Output) {
        var (swedish, english): ([String], [String]) = ([], [])
        var total = 0.0
        for (stage, spent) in timings.milliseconds {
            total += spent
            swedish.append("\(stage.label.sv) \(Self.text(spent, decimal: ","))")
            english.append("\(stage.label.en) \(Self.text(spent, decimal: "."))")
        }
        output.note(
            Phrase(
                sv: "\(Self.text(total, decimal: ",")) ms: \(swedish.joined(separator: ", ")).",
                en: "\(Self.text(total, decimal: ".")) ms: \(english.joined(separator: ", "))."))
    }

    private static func text(_ milliseconds: Double, decimal: String) -> String {
        let tenths = Int((milliseconds * 10).rounded())
        return "\(tenths / 10)\(decimal)\(tenths % 10)"
    }

    /// How long this process has been there, to a hundredth of a second: that is how the kernel counts.
    private static var processAge: Duration? {
        guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let fields = stat.split(separator: ")").last?.split(separator: " "), fields.count > 19,
            let started = Int(fields[19])
        else { return nil }
        var now = timespec()
        guard clock_gettime(CLOCK_BOOTTIME, &now) == 0 else { return nil }
        let ticks = max(1, sysconf(Int32(_SC_CLK_TCK)))
        let start = Duration.seconds(started / ticks) + .milliseconds(started % ticks * 1000 / ticks)
        let age = .seconds(now.tv_sec) + .nanoseconds(now.tv_nsec) - start
        return age > .zero ? age : nil
    }
}
