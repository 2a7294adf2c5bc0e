// swift-tools-version: 6.2
import PackageDescription

/// The settings every Swift target has, tests included.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // Without it every accessor called across targets is a call: 2.8 times slower in tight loops.
    // It reaches `public` declarations only. What a loop calls across targets is therefore public
    // even where no one outside the package sees it; a `package` generic ran 80 times slower.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    // What the compiler cannot prove of two accesses to one class property it checks at run time: a
    // tenth of an import. Debug builds, hence the tests, keep the checks.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// What a target is; its folder, kind of target and settings follow from this.
enum Kind {
    case library
    case plugin
    case program
    case test
    /// What several test targets use.
    case testSupport
    case systemLibrary(pkgConfig: String?, apt: String)
    case clang(linked: [String] = [], headers: [String] = [])
}

/// One target of the package, described once.
struct Module {
    let name: String
    let kind: Kind
    var uses: [String] = []
    /// Settings of this target alone.
    var extra: [SwiftSetting] = []
    /// Files and folders beside the sources that are not built.
    var exclude: [String] = []

    var target: Target {
        let dependencies = uses.map { Target.Dependency.target(name: $0) }
        switch kind {
        case .library:
            return .target(
                name: name, dependencies: dependencies, swiftSettings: settings + extra)
        case .plugin:
            return .target(
                name: name, dependencies: dependencies, path: "Plugins/\(name)",
                exclude: ["README.md"], swiftSettings: settings)
        case .program:
            return .executableTarget(
                name: name, dependencies: dependencies, exclude: ["Documentation.docc"],
                swiftSettings: settings)
        case .test:
            return .testTarget(
                name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
        case .testSupport:
            return .target(
                name: name, dependencies: dependencies, path: "Tests/\(name)",
                swiftSettings: settings)
        case .systemLibrary(let pkgConfig, let apt):
            return .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
        case .clang(let libraries, let headers):
            return .target(
                name: name, dependencies: dependencies,
                cSettings: headers.map { .unsafeFlags(["-I\($0)"]) },
                linkerSettings: libraries.map { .linkedLibrary($0) })
        }
    }
}

// What is small is linked in from its archive (`link ":libz.a"` in the module map); every shared
// library costs the program a fifth of a millisecond at each start. libxml2 and Graphviz are loaded
// when they are first used.
let systemLibraries = [
    Module(name: "CSerd", kind: .systemLibrary(pkgConfig: "serd-0", apt: "libserd-dev")),
    Module(name: "CSQLite", kind: .systemLibrary(pkgConfig: nil, apt: "libsqlite3-dev")),
    Module(name: "CStemmer", kind: .systemLibrary(pkgConfig: nil, apt: "libstemmer-dev")),
    Module(name: "CEdit", kind: .systemLibrary(pkgConfig: nil, apt: "libedit-dev")),
    Module(name: "CZlib", kind: .systemLibrary(pkgConfig: nil, apt: "zlib1g-dev")),
    Module(name: "CZstd", kind: .systemLibrary(pkgConfig: nil, apt: "libzstd-dev")),
]

let cTargets = [
    // libxml2 behind a header that names none of its types: its own headers clash with Foundation.
    Module(name: "CXMLStream", kind: .clang(headers: ["/usr/include/libxml2"])),
    // Graph/ and Queries/ inside the binary.
    Module(name: "CBuiltinData", kind: .clang()),
    // Graphviz, with the one lock its global state needs.
    Module(name: "CGraphviz", kind: .clang()),
    // The C library's search for bytes.
    Module(name: "CSearch", kind: .clang()),
    // The heap of a process that is soon over.
    Module(name: "CHeap", kind: .clang()),
    // fork, exec, limits, signals, sockets: what Swift cannot call.
    Module(name: "CSystem", kind: .clang(linked: [":libcrypt.a"])),
]

let libraries = [
    Module(name: "GraphModel", kind: .library),
    Module(name: "GraphStore", kind: .library, uses: ["GraphModel", "CSQLite"]),
    Module(name: "CypherSyntax", kind: .library, uses: ["GraphModel"]),
    Module(
        name: "CypherEngine", kind: .library,
        uses: ["GraphModel", "GraphStore", "CypherSyntax", "CSearch"]),
    Module(name: "ImporterKit", kind: .library, uses: ["GraphModel", "CSystem"]),
    Module(
        name: "XMLReading", kind: .library, uses: ["GraphModel", "ImporterKit", "CXMLStream"],
        // Tags and attributes are lent out as spans that cannot outlive their event.
        extra: [.enableExperimentalFeature("Lifetimes")]),
    Module(
        name: "GraphLoading", kind: .library,
        uses: ["GraphModel", "GraphStore", "ImporterKit", "CZlib", "CZstd"]),
    Module(
        name: "Exporters", kind: .library, uses: ["GraphModel", "GraphStore", "CGraphviz"]),
    Module(
        name: "Guidance", kind: .library,
        uses: [
            "GraphModel", "GraphStore", "CypherSyntax", "CypherEngine", "ImporterKit",
            "XMLReading", "CStemmer",
        ]),
    Module(
        name: "Server", kind: .library,
        uses: ["GraphModel", "GraphStore", "CypherSyntax", "CypherEngine", "CSystem"]),
]

let plugins = [
    Module(name: "GuideXML", kind: .plugin, uses: ["GraphModel", "ImporterKit", "XMLReading"]),
    Module(name: "GraphML", kind: .plugin, uses: ["GraphModel", "ImporterKit", "XMLReading"]),
    Module(name: "GEXF", kind: .plugin, uses: ["GraphModel", "ImporterKit", "XMLReading"]),
    Module(name: "AkomaNtoso", kind: .plugin, uses: ["GraphModel", "ImporterKit", "XMLReading"]),
    Module(name: "Lovdata", kind: .plugin, uses: ["GraphModel", "ImporterKit", "XMLReading"]),
    Module(name: "MappedXML", kind: .plugin, uses: ["GraphModel", "ImporterKit", "XMLReading"]),
    Module(
        name: "RDF", kind: .plugin, uses: ["GraphModel", "ImporterKit", "XMLReading", "CSerd"]),
    Module(name: "CSV", kind: .plugin, uses: ["GraphModel", "ImporterKit"]),
    Module(name: "HSDS", kind: .plugin, uses: ["GraphModel", "ImporterKit"]),
    Module(name: "JSONGraph", kind: .plugin, uses: ["GraphModel", "ImporterKit"]),
    Module(name: "DOT", kind: .plugin, uses: ["GraphModel", "ImporterKit", "CGraphviz"]),
]

let pluginNames = plugins.map(\.name)

let programs = [
    Module(
        name: "veiviser", kind: .program,
        uses: [
            "GraphModel", "GraphStore", "CypherSyntax", "CypherEngine", "ImporterKit",
            "GraphLoading", "Exporters", "Guidance", "Server", "CBuiltinData", "CEdit", "CHeap",
            "CSystem",
        ] + pluginNames)
]

let tests = [
    Module(name: "Fuzzing", kind: .testSupport, uses: ["GraphModel"]),
    Module(name: "GraphModelTests", kind: .test, uses: ["GraphModel", "Fuzzing"]),
    Module(name: "GraphStoreTests", kind: .test, uses: ["GraphModel", "GraphStore", "Fuzzing"]),
    Module(
        name: "CypherSyntaxTests", kind: .test, uses: ["GraphModel", "CypherSyntax", "Fuzzing"]),
    Module(
        name: "CypherEngineTests", kind: .test,
        uses: ["GraphModel", "GraphStore", "CypherSyntax", "CypherEngine"]),
    Module(
        name: "ImporterTests", kind: .test,
        uses: [
            "GraphModel", "GraphStore", "ImporterKit", "XMLReading", "GraphLoading",
            "CBuiltinData", "Fuzzing",
        ]
            + pluginNames),
    Module(
        name: "ExportersTests", kind: .test,
        uses: ["GraphModel", "GraphStore", "Exporters", "ImporterKit", "GraphLoading"]
            + pluginNames),
    Module(
        name: "GuidanceTests", kind: .test,
        uses: [
            "GraphModel", "GraphStore", "CypherEngine", "Guidance", "ImporterKit", "GraphLoading",
            "GuideXML", "Fuzzing",
        ], exclude: ["Fixtures"]),
    Module(
        name: "ServerTests", kind: .test,
        uses: ["GraphModel", "GraphStore", "CypherEngine", "Server", "Fuzzing"],
        exclude: ["Drivers", "Fixtures"]),
    Module(
        name: "CommandLineTests", kind: .test, uses: ["GraphModel"],
        exclude: ["Readers", "Terminal"]),
    Module(
        name: "Conformance", kind: .test,
        uses: ["GraphModel", "GraphStore", "CypherSyntax", "CypherEngine"], exclude: ["Features"]),
]

let package = Package(
    name: "veiviser",
    products: [
        .executable(name: "veiviser", targets: ["veiviser"]),
        .library(name: "ImporterKit", targets: ["ImporterKit"]),
        .library(name: "CypherEngine", targets: ["CypherEngine"]),
    ],
    targets: (systemLibraries + cTargets + libraries + plugins + programs + tests).map(\.target)
)
