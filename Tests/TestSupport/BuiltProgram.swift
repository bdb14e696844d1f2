import FoundationEssentials
import Subprocess
import SystemPackage

/// The `praktik` that was built beside the tests, run as its users run it.
public enum BuiltProgram {
    /// What one run answered with.
    public struct Answer: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String
    }

    /// The folder with everything that was built together.
    public static let path: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            + "/praktik"
    }()

    /// An environment with nothing in it but these variables and what any program needs.
    public static func environment(_ variables: [String: String]) -> [String: String] {
        let inherited = ProcessInfo.processInfo.environment
        // A Swift toolchain outside the system's folders has its libraries found by the latter.
        let needed = ["PATH", "HOME", "LD_LIBRARY_PATH"].compactMap { name in inherited[name].map { (name, $0) } }
        return Dictionary(uniqueKeysWithValues: needed).merging(variables) { $1 }
    }

    /// Runs one command to its end.
    @discardableResult
    public static func run(_ arguments: [String], _ variables: [String: String] = [:]) async throws -> Answer {
        let named = environment(variables).map { (Environment.Key(stringLiteral: $0), $1) }
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: named)),
            output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): -signal
            }
        return Answer(status: status, output: result.standardOutput, errors: result.standardError)
    }
}
