import Domain
import Settings
import Testing

struct SettingsTests {
    @Test(arguments: [
        (["PRAKTIK_STATE": "/srv/p/", "XDG_STATE_HOME": "/x", "HOME": "/home/a"], false, "/srv/p"),
        (["XDG_STATE_HOME": "/x", "HOME": "/home/a"], false, "/x/praktik"),
        (["XDG_STATE_HOME": "x", "HOME": "/home/a"], false, "/home/a/.local/state/praktik"),
        (["HOME": "/root", "XDG_STATE_HOME": "/x"], true, "/var/lib/praktik"),
        (["HOME": "/root", "PRAKTIK_STATE": "/x"], true, "/x"),
    ])
    func `the state folder follows the order of the contract`(
        environment: [String: String], isRoot: Bool, path: String
    ) throws {
        #expect(try Settings(environment: environment, isRoot: isRoot).state.path == path)
    }

    @Test(arguments: ["state", "./state", "/", "/a\nb", "/a\"b", "/a$b", "/a`b", "/a\\b"])
    func `a state folder that cannot be used is refused`(path: String) {
        #expect(throws: SettingsError.statePath(source: "PRAKTIK_STATE")) {
            try Settings(environment: ["PRAKTIK_STATE": path])
        }
    }

    @Test func `without a home the state folder must be named`() {
        #expect(throws: SettingsError.noHome) { try Settings(environment: [:], isRoot: false) }
    }

    @Test func `the owner connects as the application unless told otherwise`() throws {
        let one = try Settings(environment: ["HOME": "/h", "PRAKTIK_DATABASE_URL": "host=db dbname=p"])
        guard case .server(let application, let owner) = one.database else {
            Issue.record("not a server")
            return
        }
        #expect(application == owner)
        #expect("\(application)" == "(connection string)")
        #expect(String(reflecting: owner) == "(connection string)")
        let none = try Settings(environment: ["HOME": "/h", "PRAKTIK_DATABASE_URL": ""])
        #expect(none.database == .privateCluster)
        #expect(throws: SettingsError.ownerAlone) {
            try Settings(environment: ["HOME": "/h", "PRAKTIK_OWNER_DATABASE_URL": "host=db"])
        }
    }

    @Test func `a wrong connection string is refused without being shown`() {
        let error = #expect(throws: SettingsError.self) {
            try Settings(environment: ["HOME": "/h", "PRAKTIK_DATABASE_URL": "secret"])
        }
        #expect(error?.phrase.sv.contains("secret") == false)
    }

    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1:8080"), ("localhost:1", "127.0.0.1:1"), ("[::1]:80", "[::1]:80"),
        ("0.0.0.0:0", "0.0.0.0:0"),
    ])
    func `listen addresses`(text: String, read: String) throws {
        #expect(try ListenAddress(text).description == read)
    }

    @Test(arguments: [
        "", "8080", ":8080", "1.2.3:80", "1.2.3.256:80", "::1:80", "[::g]:80", "127.0.0.1:65536", "host:80",
    ])
    func `wrong listen addresses are refused`(text: String) {
        #expect(throws: SettingsError.listenAddress(text)) { try ListenAddress(text) }
    }

    @Test(
        arguments: [
            ("sv_SE.UTF-8", nil, Language.swedish), ("sv", nil, .swedish), ("en_GB", nil, .english),
            (nil, nil, .english),
            ("sv_SE.UTF-8", "en", .english), (nil, "sv", .swedish),
        ] as [(String?, String?, Language)])
    func `language by option, else by LANG`(lang: String?, option: String?, language: Language) throws {
        var environment = ["HOME": "/h"]
        environment["LANG"] = lang
        #expect(try Settings(environment: environment, options: .init(language: option)).language == language)
    }

    @Test func `municipality codes are four digits`() throws {
        let environment = ["HOME": "/h", "PRAKTIK_MUNICIPALITY": "1485"]
        #expect(try Settings(environment: environment).municipality?.rawValue == "1485")
        let named = try Settings(environment: environment, options: .init(municipality: "0114"))
        #expect(named.municipality?.rawValue == "0114")
        for wrong in ["148", "14855", "14a5", "١٤٨٥"] {
            #expect(throws: SettingsError.municipality(wrong)) {
                try Settings(environment: environment, options: .init(municipality: wrong))
            }
        }
    }
}
