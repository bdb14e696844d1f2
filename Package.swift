// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let http: [Target.Dependency] = [
    .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
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
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Database",
            path: "Database",
            exclude: ["Example", "current.sql"],
            sources: ["Embedded.swift"],
            resources: [.embedInCode("Migrations"), .embedInCode("Reference")],
            swiftSettings: settings),
        module("Postgres", ["CLibPQ"]),
        module("Settings", ["Domain"]),
        module("Secrets", ["Domain"] + crypto),
        module("Domain"),
        module("Documents"),
        module("Matching"),
        module("Statistics", ["Domain"]),
        module("Store", ["Domain", "Postgres", "Database"]),
        module("Cluster", ["Settings", "Domain", subprocess]),
        module(
            "Operations",
            ["Store", "Matching", "Statistics", "Documents", "Secrets", "Domain", "Postgres", "Database"]),
        module("AdminWeb", ["Operations", "Settings", "Domain"] + http),
        module(
            "Console",
            [
                "Operations", "Statistics", "Store", "Cluster", "Settings", "Documents", "Domain", "Database",
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
        tests("DocumentsTests", ["Documents"]),
        tests("SecretsTests", ["Secrets", "Domain"]),
        .target(
            name: "InstanceGenerator", dependencies: ["Matching"], path: "Tests/InstanceGenerator",
            swiftSettings: settings),
        tests("MatchingTests", ["Matching", "InstanceGenerator", subprocess]),
        tests("StatisticsTests", ["Statistics", "Domain"]),
        tests("StoreTests", ["Store", "Postgres", "Domain", "Database", "TestSupport"]),
        tests(
            "OperationsTests",
            ["Operations", "Statistics", "Store", "Secrets", "Postgres", "Domain", "Matching", "TestSupport"]),
        tests("ClusterTests", ["Cluster", "Settings", "Domain", "TestSupport", subprocess]),
        tests("ConsoleTests", ["Console", "Domain", "TestSupport", arguments, subprocess]),
        tests("AdminWebTests", ["AdminWeb", "Operations", "Settings", "Domain", "TestSupport"]),
        tests("ExampleTests", ["ExampleMaker", "Operations", "Statistics", "Domain", "TestSupport"]),
        tests("LawTests", ["Domain", "Database"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Postgres", "Store", "Operations", "Statistics", "Domain", "Matching", "InstanceGenerator",
                "TestSupport", subprocess,
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
