/// The names that GQL gives to functions openCypher calls otherwise.
enum StandardNames {
    static func table(of functions: [FunctionDescriptor]) -> [FunctionDescriptor] {
        functions.flatMap { function in
            (names[function.name] ?? []).map { function.renamed($0) }
        }
    }

    private static let names = [
        "collect": ["collect_list"], "datetime": ["zoned_datetime"],
        "duration.between": ["duration_between"], "elementId": ["element_id"],
        "length": ["path_length"], "localdatetime": ["local_datetime"],
        "localtime": ["local_time"], "percentileCont": ["percentile_cont"],
        "percentileDisc": ["percentile_disc"], "size": ["cardinality"],
        "stDev": ["stddev_samp"], "stDevP": ["stddev_pop"], "time": ["zoned_time"],
    ]
}
