import Glibc
import Subprocess
import SystemPackage

/// Writes PDF by WeasyPrint, which is a program of its own: a page goes in, a tagged document (PDF/UA) comes out.
///
/// The program runs with a limit on its memory, its time and what it may answer, and few at a time; waiting for it holds no
/// thread.
public struct PDFPrinter: Sendable {
    /// Where the program is.
    public let path: String

    /// Bytes of address space, seconds of computing, and seconds in all, which are many more where others compute too.
    static let (memory, computing, time) = (1 << 31, 30, 120)
    static let largest = 16 << 20

    public init(path: String) {
        self.path = path
    }

    /// The one that `PRAKTIK_WEASYPRINT` names, else the first on the path; nil where there is none that can be run.
    public static let found: PDFPrinter? = find(
        named: getenv("PRAKTIK_WEASYPRINT").map { String(cString: $0) },
        path: getenv("PATH").map { String(cString: $0) } ?? "")

    static func find(named: String?, path: String) -> PDFPrinter? {
        let candidates =
            if let named, !named.isEmpty { [named] } else {
                path.split(separator: ":").map { "\($0)/weasyprint" }
            }
        return candidates.first { $0.hasPrefix("/") && access($0, X_OK) == 0 }.map(PDFPrinter.init(path:))
    }

    /// The version that the program says it is; nil where it cannot be run.
    public func version() async -> String? {
        let result = try? await Subprocess.run(
            .path("/usr/bin/timeout"), arguments: Arguments(["--kill-after=2", "\(Self.time)", path, "--version"]),
            environment: Self.environment, workingDirectory: "/", output: .string(limit: 4096))
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return result.standardOutput.split(whereSeparator: \.isWhitespace).last.map(String.init)
    }

    /// The page as a PDF. Throws ``PDFFault``; what the program said goes no further, since it may quote the page.
    public func print(_ page: PrintPage) async throws -> [UInt8] {
        try await PrintQueue.shared.turn {
            // The shell bounds the memory of itself and becomes the program.
            let limits = "ulimit -v \(Self.memory >> 10) && ulimit -t \(Self.computing) && exec \"$0\" \"$@\""
            let command = [
                "--kill-after=2", "\(Self.time)", "/bin/sh", "-c", limits, path, "--encoding", "utf-8", "--pdf-variant",
                "pdf/ua-1", "-", "-",
            ]
            let result = try? await Subprocess.run(
                .path("/usr/bin/timeout"), arguments: Arguments(command), environment: Self.environment,
                workingDirectory: "/", input: .string(page.text), output: .bytes(limit: Self.largest),
                error: .discarded)
            guard let result, result.terminationStatus.isSuccess, result.standardOutput.starts(with: "%PDF-".utf8)
            else {
                throw PDFFault()
            }
            return result.standardOutput
        }
    }

    private static let environment = Environment.custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/tmp"])
}

/// The program that writes PDF did not.
public struct PDFFault: Error {
    public init() {}
}

/// A few at a time, in the order they came.
private actor PrintQueue {
    static let shared = PrintQueue()
    private var free = 2
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func turn<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        defer {
            if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
        }
        return try await body()
    }
}
