// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let http: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HummingbirdTLS", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOSSL", package: "swift-nio-ssl"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]
let crypto: [Target.Dependency] = [
    .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
]
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

// Arrows point down only; Tests/LawTests holds every import against this list.
let package = Package(
    name: "praktik",
    products: [.executable(name: "praktik", targets: ["praktik"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // What Hummingbird stands on, where its types are named here.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CurlShim", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "ClpShim", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .target(
            name: "Database",
            path: "Database",
            exclude: ["Example", "current.sql"],
            sources: ["Embedded.swift", "Occupations.swift"],
            resources: [.embedInCode("Migrations"), .embedInCode("Reference")],
            swiftSettings: settings),
        module("Threads"),
        module("Postgres", ["CLibPQ", "Threads"]),
        module("HTTPClient", ["CurlShim", "Threads"]),
        module("Mail", ["CurlShim", "Threads", "Domain"]),
        module("StrictJSON", ["Domain"]),
        module("OpenIDConnect", ["HTTPClient", "Secrets", "StrictJSON", "Domain"] + crypto),
        module("Settings", ["Domain"]),
        module("Secrets", ["Domain"] + crypto),
        module("Domain"),
        module("Documents", ["CXLSXWriter", subprocess]),
        module("Matching"),
        module("LinearProgramming", ["ClpShim"]),
        module("Statistics", ["LinearProgramming", "Domain"]),
        module("Pictures", ["Domain"]),
        module("Store", ["Domain", "Postgres", "Database"]),
        module("Cluster", ["Settings", "Domain", subprocess]),
        module(
            "Operations",
            [
                "Store", "Matching", "Statistics", "Pictures", "Documents", "Secrets", "Mail", "Domain", "Postgres",
                "Database",
            ]),
        module("Workers", ["Operations", "Mail", "Settings", "Domain"]),
        module(
            "AdminWeb",
            [
                "Operations", "Statistics", "Store", "OpenIDConnect", "HTTPClient", "StrictJSON", "Settings",
                "Documents", "Pictures", "Secrets", "Domain", "Database",
            ] + http + crypto,
            resources: [.embedInCode("Look/praktik.css")]),
        module(
            "Console",
            [
                "Operations", "Statistics", "Store", "Workers", "Cluster", "Settings", "Documents", "Domain",
                "Database",
                arguments,
            ]),
        .executableTarget(
            name: "praktik", dependencies: ["Console", "AdminWeb"], swiftSettings: settings),
        .executableTarget(
            name: "ExampleMaker", dependencies: ["Domain"], path: "Database/Example/Maker", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Postgres", "Store", "Operations", "Domain", subprocess],
            path: "Tests/TestSupport", swiftSettings: settings),
        tests("PostgresTests", ["Postgres", "TestSupport"]),
        tests("DomainTests", ["Domain"]),
        tests("DocumentsTests", ["Documents", "TestSupport", subprocess]),
        tests("SecretsTests", ["Secrets", "Domain"]),
        .target(
            name: "IdentityProviders", dependencies: ["HTTPClient", "Threads", "TestSupport"] + crypto,
            path: "Tests/IdentityProviders", swiftSettings: settings),
        .target(
            name: "MailServers", dependencies: ["TestSupport", "Mail", "Domain"], path: "Tests/MailServers",
            exclude: ["server.py"], swiftSettings: settings),
        tests("MailTests", ["Mail", "Domain", "MailServers", "TestSupport"]),
        tests(
            "WorkersTests",
            [
                "Workers", "Operations", "Mail", "Store", "Postgres", "Secrets", "Settings", "Domain", "MailServers",
                "TestSupport",
            ]),
        tests("HTTPClientTests", ["HTTPClient", "IdentityProviders", "TestSupport"]),
        tests(
            "OpenIDConnectTests", ["OpenIDConnect", "HTTPClient", "StrictJSON", "Domain", "IdentityProviders"] + crypto),
        .target(
            name: "InstanceGenerator", dependencies: ["Matching"], path: "Tests/InstanceGenerator",
            swiftSettings: settings),
        tests("MatchingTests", ["Matching", "InstanceGenerator", "TestSupport"]),
        .target(
            name: "TableGenerator", dependencies: ["Statistics", "LinearProgramming", "Domain"],
            path: "Tests/TableGenerator",
            swiftSettings: settings),
        tests("StatisticsTests", ["Statistics", "TableGenerator", "Domain", "TestSupport"]),
        tests("PicturesTests", ["Pictures", "Domain"]),
        tests("StoreTests", ["Store", "Postgres", "Domain", "Database", "TestSupport"]),
        tests(
            "OperationsTests",
            [
                "Operations", "Statistics", "Documents", "Store", "Secrets", "Postgres", "Domain", "Matching",
                "TableGenerator", "TestSupport",
            ]),
        tests("ClusterTests", ["Cluster", "Settings", "Domain", "TestSupport", subprocess]),
        tests("ConsoleTests", ["Console", "Domain", "TestSupport", arguments, subprocess]),
        tests(
            "AdminWebTests",
            [
                "AdminWeb", "ExampleMaker", "Operations", "Pictures", "OpenIDConnect", "Store", "StrictJSON", "Secrets",
                "Postgres",
                "Settings",
                "HTTPClient", "Mail",
                "IdentityProviders", "Domain", "TestSupport", subprocess,
            ] + http + [.product(name: "NIOEmbedded", package: "swift-nio")]),
        tests("HostileTests", ["HTTPClient", "Operations", "Domain", "Threads", "TestSupport"]),
        tests("ExampleTests", ["ExampleMaker", "Operations", "Statistics", "Domain", "TestSupport"]),
        tests("LawTests", ["Domain", "Database"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Postgres", "Store", "Operations", "Statistics", "Domain", "Matching", "InstanceGenerator",
                "TableGenerator", "TestSupport", subprocess,
            ],
            path: "Tests/Benchmarks", exclude: ["Peers"], swiftSettings: settings),
    ]
)

// Has libFuzzer's main instead of its own, so it is there only for the build that `Deploy/test --long` makes.
if Context.environment["PRAKTIK_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["Matching"], path: "Tests/Fuzz", exclude: ["Corpus"],
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
