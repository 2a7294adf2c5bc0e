import CypherSyntax
import GraphModel
import GraphStore

/// One run of a count program over the graph it was made for.
final class CountRun {
    /// Nodes that one thread takes at a time.
    private static let piece = 8 * ProductKernel.stretch

    let base: BaseGraph
    let guardian: QueryGuard
    let workers: WorkerGroup
    let tables = PinnedTables()
    private let program: CountProgram
    private let view: GraphView
    /// Which nodes of a range fulfil a condition on one variable.
    private let fulfilled: (BoundExpression, VariableID, Range<UInt32>) throws -> [Bool]
    private var slots: [NodeNumbers]
    private(set) var keys: [UnsafePointer<UInt32>?]

    init(
        _ program: CountProgram, base: BaseGraph, guardian: QueryGuard, workers: WorkerGroup,
        fulfilled: @escaping (BoundExpression, VariableID, Range<UInt32>) throws -> [Bool]
    ) {
        self.program = program
        self.base = base
        self.guardian = guardian
        self.workers = workers
        self.fulfilled = fulfilled
        view = GraphView(base: base)
        slots = Array(repeating: NodeNumbers(), count: program.slotCount)
        keys = Array(repeating: nil, count: program.keyCount)
    }

    /// The number of matches.
    ///
    /// - Throws: `NotCountable` where it outgrows the numbers; the limits' diagnostics.
    func count() throws -> Int128 {
        var total: Int128 = 0
        for term in program.terms {
            var product: Int128 = 1
            for part in term.parts where product != 0 {
                let (next, overflow) = product.multipliedReportingOverflow(by: try count(part))
                if overflow { throw NotCountable() }
                product = next
            }
            total += Int128(term.sign) * product
        }
        return total
    }

    private func count(_ part: CountProgram.Part) throws -> Int128 {
        for step in part.steps {
            switch step {
            case .store(let product, let slot): slots[slot] = try store(product)
            case .follow(let chain, let key): keys[key] = follow(chain)
            }
        }
        switch part.finish {
        case .total(let products): return try products.reduce(0) { $0 + (try total($1)) }
        case .triangles(let program): return try TriangleCounter(program, self).count()
        case .core(let program): return try CoreCounter(program, self).count()
        }
    }

    /// The numbers kept in a slot.
    func numbers(_ slot: Int?) -> NodeNumbers { slot.map { slots[$0] } ?? NodeNumbers() }

    func csr(_ list: ListReference) -> CSR {
        let segment = base.segments[list.segment]
        return switch list.side {
        case .forward: segment.forward
        case .backward: segment.backward
        case .undirected: segment.undirected?.csr ?? segment.forward
        }
    }

    /// A list as pointers.
    func pinned(_ list: ListReference, _ shape: ListShape) -> PinnedList {
        let segment = base.segments[list.segment]
        let group = list.side == .backward ? segment.sourceGroup : segment.targetGroup
        return PinnedList(
            csr(list), shape: shape, group: group,
            groupStart: base.groups[group].range.lowerBound, tables)
    }

    // MARK: Products

    /// Works out the numbers of a group's nodes.
    private func store(_ product: NodeProduct) throws -> NodeNumbers {
        let range = base.groups[product.group].range
        guard let kernel = try kernel(product, range) else { return NodeNumbers() }
        if kernel.isNarrow {
            let numbers = tables.allocate(UInt32.self, range.count)
            try fill(kernel, numbers, range.count)
            return NodeNumbers(narrow: UnsafePointer(numbers))
        }
        let numbers = tables.allocate(Int.self, range.count)
        try fill(kernel, numbers, range.count)
        return NodeNumbers(wide: UnsafePointer(numbers))
    }

    private func fill<Number: FixedWidthInteger & BitwiseCopyable>(
        _ kernel: ProductKernel, _ numbers: UnsafeMutablePointer<Number>, _ count: Int
    ) throws {
        _ = try workers.sum(
            count, each: Self.piece, steps: kernel.steps(count), guardian
        ) { _, piece in
            withUnsafeTemporaryAllocation(of: Number.self, capacity: ProductKernel.stretch) {
                guard let scratch = $0.baseAddress else { return }
                var start = piece.lowerBound
                while start < piece.upperBound {
                    let count = min(ProductKernel.stretch, piece.upperBound &- start)
                    kernel.fill(numbers + start, scratch, from: start, count: count)
                    start &+= count
                }
            }
            return 0
        }
    }

    private func total(_ product: NodeProduct) throws -> Int128 {
        let range = base.groups[product.group].range
        guard let kernel = try kernel(product, range) else { return Int128(range.count) }
        return kernel.isNarrow
            ? try total(kernel, UInt32.self, range.count, isSmall: true)
            : try total(kernel, Int.self, range.count, isSmall: product.bound < 0x1p50)
    }

    /// The sum of a group's numbers, which are nowhere kept.
    private func total<Number: FixedWidthInteger & BitwiseCopyable>(
        _ kernel: ProductKernel, _: Number.Type, _ count: Int, isSmall: Bool
    ) throws -> Int128 {
        try workers.sum(
            count, each: Self.piece, steps: kernel.steps(count), guardian
        ) { _, piece in
            withUnsafeTemporaryAllocation(of: Number.self, capacity: 2 * ProductKernel.stretch) {
                guard let product = $0.baseAddress else { return 0 }
                var sum: Int128 = 0
                var start = piece.lowerBound
                while start < piece.upperBound {
                    let count = min(ProductKernel.stretch, piece.upperBound &- start)
                    kernel.fill(
                        product, product + ProductKernel.stretch, from: start, count: count)
                    sum += Self.sum(product, count, isSmall)
                    start &+= count
                }
                return sum
            }
        }
    }

    @inline(__always)
    private static func sum<Number: FixedWidthInteger>(
        _ numbers: UnsafeMutablePointer<Number>, _ count: Int, _ isSmall: Bool
    ) -> Int128 {
        if isSmall {
            var sum = 0
            for item in 0..<count { sum &+= Int(truncatingIfNeeded: numbers[item]) }
            return Int128(sum)
        }
        var sum: Int128 = 0
        for item in 0..<count { sum += Int128(numbers[item]) }
        return sum
    }

    /// The factors of a product as pointers; nil where every node counts once.
    private func kernel(_ product: NodeProduct, _ range: Range<UInt32>) throws -> ProductKernel? {
        var factors: [ProductKernel.Factor] = []
        for factor in product.factors {
            var item = ProductKernel.Factor()
            item.transform = factor.transform
            switch factor.source {
            case .neighbours(let sums):
                item.lists = tables.copy(
                    sums.map {
                        ProductKernel.Sum(
                            list: pinned($0.list, $0.shape), numbers: numbers($0.slot))
                    })
            case .condition(let condition, let variable):
                let flags = try fulfilled(condition, variable, range)
                if !flags.contains(false) { continue }
                item.flags = UnsafePointer(tables.copy(flags).baseAddress)
            case .labels(let labels):
                item.flags = UnsafePointer(tables.copy(carries(labels, range)).baseAddress)
            case .stored(let slot):
                item.stored = numbers(slot)
            }
            factors.append(item)
        }
        if factors.isEmpty { return nil }
        return ProductKernel(factors: tables.copy(factors), isNarrow: product.isNarrow)
    }

    /// Whether each node of a range has the labels.
    private func carries(_ labels: [LabelExpression], _ range: Range<UInt32>) -> [Bool] {
        let matchers = labels.map { LabelMatcher(labels: $0, view: view) }
        return range.map { node in
            matchers.allSatisfy { $0.matches(node: node, view: view) }
        }
    }

    // MARK: Keys

    /// Where each node of a group ends up, `nullPosition` where the way ends before.
    private func follow(_ chain: KeyChain) -> UnsafePointer<UInt32> {
        let range = base.groups[chain.group].range
        let targets = tables.allocate(UInt32.self, range.count)
        for index in 0..<range.count { targets[index] = range.lowerBound + UInt32(index) }
        for steps in chain.steps {
            let lists = steps.map {
                (range: base.groups[$0.group].range, list: pinned($0.list, .atMostOne))
            }
            for index in 0..<range.count where targets[index] != nullPosition {
                let position = targets[index]
                targets[index] = nullPosition
                for (range, list) in lists where range.contains(position) {
                    let (start, end) = list.bounds(of: position)
                    if start < end { targets[index] = list.neighbours[start] }
                }
            }
        }
        return UnsafePointer(targets)
    }
}
