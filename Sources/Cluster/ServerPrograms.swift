import Glibc
import Subprocess
import SystemPackage

/// PostgreSQL's own programs of one major version, and how they are run.
struct ServerPrograms: Sendable {
    /// The folder with `initdb`, `pg_ctl` and `postgres`.
    let folder: String
    let major: Int

    static let oldestMajor = 15

    /// - Parameter major: the version the data was made by, or nil for the newest there is.
    static func find(major: Int?) async throws -> ServerPrograms {
        for programs in await installed() where programs.major == major ?? programs.major {
            if programs.major >= oldestMajor { return programs }
        }
        throw ClusterError.programsMissing(major: major)
    }

    /// Newest first: Debian keeps each version apart; elsewhere the path has the one there is.
    private static func installed() async -> [ServerPrograms] {
        let root = "/usr/lib/postgresql"
        let debian = entries(of: root).compactMap { name in
            Int(name).map { ServerPrograms(folder: "\(root)/\(name)/bin", major: $0) }
        }
        let found = debian.filter(\.isComplete).sorted { $0.major > $1.major }
        guard found.isEmpty, let path = getenv("PATH") else { return found }
        var others: [ServerPrograms] = []
        for folder in String(cString: path).split(separator: ":") {
            let candidate = ServerPrograms(folder: String(folder), major: 0)
            guard candidate.isComplete, let major = await candidate.readMajor() else { continue }
            others.append(ServerPrograms(folder: candidate.folder, major: major))
        }
        return others.sorted { $0.major > $1.major }
    }

    private var isComplete: Bool {
        ["initdb", "pg_ctl", "postgres"].allSatisfy { access("\(folder)/\($0)", X_OK) == 0 }
    }

    /// "postgres (PostgreSQL) 15.8 (Debian …)" → 15
    private func readMajor() async -> Int? {
        let result = try? await Subprocess.run(
            .path(FilePath("\(folder)/postgres")), arguments: ["--version"], output: .string(limit: 4096))
        return result?.standardOutput.split(separator: " ").dropFirst(2).first
            .flatMap { $0.split(separator: ".").first }.flatMap { Int($0) }
    }

    /// Runs one of the programs as `account`.
    func run(_ name: String, _ arguments: [String], input: String = "", as account: ServerAccount) async throws {
        try await Self.run(["\(folder)/\(name)"] + arguments, input: input, as: account)
    }

    /// Runs a command, its program given by a whole path, with nothing of our surroundings but the path: no `PG…` variable
    /// may turn it. Our open files end at our process: the children inherit only their three standard streams.
    static func run(_ command: [String], input: String = "", as account: ServerAccount) async throws {
        let line = account.commandLine(command)
        let result = try await Subprocess.run(
            .path(FilePath(line[0])), arguments: Arguments(Array(line.dropFirst())),
            environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C"]), workingDirectory: "/",
            input: .string(input), output: .discarded, error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            let name = command[0].split(separator: "/").last.map(String.init) ?? command[0]
            throw ClusterError.programFailed(name: name, reason: reason(in: result.standardError))
        }
    }

    /// The line that says why, of all that a program printed.
    static func reason(in output: String) -> String {
        let lines = output.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        let telling = lines.last { line in ["FATAL:", "ERROR:", "error:"].contains { line.contains($0) } }
        return String(telling ?? lines.last ?? "no message")
    }

    private static func entries(of path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }
}
