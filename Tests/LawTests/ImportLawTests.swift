import FoundationEssentials
import Testing

/// Arrows point down only: what a module imports, `Package.swift` must list, and the list must keep to the drawing.
struct ImportLawTests {
    /// Lowest first. A module may depend on those on rows above its own, never on its own row or below.
    private static let rows: [[String]] = [
        ["CLibPQ", "CurlShim", "CXLSXWriter", "ClpShim", "Threads", "Domain", "Database", "Matching"],
        [
            "Postgres", "HTTPClient", "Mail", "Documents", "LinearProgramming", "Pictures", "Settings", "Secrets",
            "StrictJSON",
        ],
        ["Store", "Statistics", "Cluster", "OpenIDConnect"],
        ["Operations"],
        ["Workers"],
        ["Console", "AdminWeb"],
        ["praktik"],
    ]

    /// What comes with the toolchain, for anybody.
    private static let toolchain: Set<String> = [
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Swift", "Synchronization",
    ]

    /// Packages from outside, and the only modules that may know them.
    private static let foreign: [String: Set<String>] = [
        "ArgumentParser": ["Console"],
        "Crypto": ["AdminWeb", "OpenIDConnect", "Secrets"],
        "CryptoExtras": ["OpenIDConnect", "Secrets"],
        "HTTPTypes": ["AdminWeb"],
        "Hummingbird": ["AdminWeb"],
        "HummingbirdCore": ["AdminWeb"],
        "HummingbirdTLS": ["AdminWeb"],
        "Logging": ["AdminWeb"],
        "NIOCore": ["AdminWeb"],
        "NIOHTTP1": ["AdminWeb"],
        "NIOHTTPTypes": ["AdminWeb"],
        "NIOSSL": ["AdminWeb"],
        "ServiceLifecycle": ["AdminWeb"],
        // The database's programs, and the one that writes PDF.
        "Subprocess": ["Cluster", "Documents"],
        "SystemPackage": ["Cluster", "Documents"],
    ]

    @Test func `every module has its row, and depends on lower rows only`() throws {
        let listed = try Self.listedDependencies()
        let row = Dictionary(
            uniqueKeysWithValues: Self.rows.enumerated().flatMap { row, names in names.map { ($0, row) } })
        #expect(Set(listed.keys).union(["CLibPQ", "CurlShim", "CXLSXWriter", "ClpShim"]) == Set(row.keys))
        for (module, dependencies) in listed {
            let own = try #require(row[module], "\(module) has no row")
            for dependency in dependencies {
                let other = try #require(row[dependency], "\(dependency) has no row")
                #expect(other < own, "\(module) must not depend on \(dependency)")
            }
        }
    }

    @Test func `every import is listed`() throws {
        let listed = try Self.listedDependencies()
        let imports = try Self.imports(in: "Sources")
        #expect(imports.count > 10)
        for (module, names) in imports {
            let allowed = try #require(listed[module], "\(module) is not in Package.swift")
            for name in names where !Self.toolchain.contains(name) {
                if let knowers = Self.foreign[name] {
                    #expect(knowers.contains(module), "\(module) must not import \(name)")
                } else {
                    #expect(allowed.contains(name), "\(module) imports \(name), which it does not list")
                }
            }
        }
    }

    @Test func `the domain is pure, and the engine knows nothing at all`() throws {
        let imports = try Self.imports(in: "Sources")
        #expect(imports["Domain", default: []].isSubset(of: ["FoundationEssentials", "Synchronization"]))
        #expect(imports["Matching", default: []].isSubset(of: ["FoundationEssentials", "Glibc", "Synchronization"]))
        let statistics = imports["Statistics", default: []]
        #expect(statistics.isSubset(of: ["Domain", "FoundationEssentials", "LinearProgramming"]))
    }

    @Test func `full Foundation is loaded by no module of ours`() throws {
        for (module, names) in try Self.imports(in: "Sources") {
            #expect(!names.contains("Foundation"), "\(module): FoundationEssentials is enough")
        }
    }

    /// Modules of ours by module, read from the lines of `Package.swift` that are the list.
    private static func listedDependencies() throws -> [String: Set<String>] {
        let manifest = try Repository.text("Package.swift")
        var listed: [String: Set<String>] = ["Database": []]
        for match in manifest.matches(of: /\bmodule\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
            listed[String(match.1)] = quoted(match.2 ?? "")
        }
        for match in manifest.matches(of: /\.target\(\s*name: "(AdminWeb)",\s*dependencies: \[([^\]]*)\]/) {
            listed[String(match.1)] = quoted(match.2)
        }
        for match in manifest.matches(of: /executableTarget\(\s*name: "praktik", dependencies: \[([^\]]*)\]/) {
            listed["praktik"] = quoted(match.1)
        }
        return listed
    }

    private static func quoted(_ text: Substring) -> Set<String> {
        Set(text.matches(of: /"(\w+)"/).map { String($0.1) })
    }

    private static let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]

    private static func imports(in folder: String) throws -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for path in try Repository.files(in: folder, suffix: ".swift") {
            let module = String(path.split(separator: "/")[1])
            // "@preconcurrency package import struct Foundation.Date" → "Foundation"
            let names = try Repository.text(path).split(separator: "\n").compactMap { line -> String? in
                let words = line.split(separator: " ")
                guard let place = words.prefix(3).firstIndex(of: "import"),
                    words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
                else { return nil }
                let name = words[(place + 1)...].first {
                    !["struct", "class", "enum", "func", "typealias"].contains($0)
                }
                return name?.split(separator: ".").first.map { String($0) }
            }
            found[module, default: []].formUnion(names)
        }
        return found
    }
}
