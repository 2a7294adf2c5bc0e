/// The factors of a product as pointers: works out the numbers of a stretch of nodes, factor after
/// factor, in memory that stays in the cache.
struct ProductKernel: BitwiseCopyable {
    /// Nodes worked on at a time.
    static let stretch = 2048

    struct Factor: BitwiseCopyable {
        /// The lists whose neighbours are summed up; none where there are flags or numbers.
        var lists = UnsafeMutableBufferPointer<Sum>(start: nil, count: 0)
        var flags: UnsafePointer<Bool>?
        var stored = NodeNumbers()
        var transform = CountFactor.Transform.identity
    }

    struct Sum: BitwiseCopyable {
        let list: PinnedList
        let numbers: NodeNumbers
    }

    let factors: UnsafeMutableBufferPointer<Factor>
    /// Whether numbers of 32 bits serve.
    let isNarrow: Bool

    /// Fills `product` with the numbers of the nodes from `start` on; `scratch` is as long.
    @inline(__always)
    func fill<Number: FixedWidthInteger>(
        _ product: UnsafeMutablePointer<Number>, _ scratch: UnsafeMutablePointer<Number>,
        from start: Int, count: Int
    ) {
        for index in 0..<factors.count {
            let factor = factors[index]
            if factor.lists.count == 1, factor.lists[0].numbers.isUniform {
                multiplyDegrees(
                    product, factor.lists[0].list.offsets + start, count, factor.transform,
                    isFirst: index == 0)
                continue
            }
            let target = index == 0 ? product : scratch
            work(out: factor, target, start, count)
            apply(factor.transform, target, count)
            if index > 0 {
                for item in 0..<count { product[item] = product[item] &* scratch[item] }
            }
        }
    }

    /// About how many steps the numbers of some nodes take.
    func steps(_ count: Int) -> Int {
        factors.reduce(0) { sum, factor in
            sum + factor.lists.reduce(count) { $0 + ($1.numbers.isUniform ? 0 : $1.list.last) }
        }
    }

    // MARK: Lengths

    @inline(__always)
    private func multiplyDegrees<Number: FixedWidthInteger>(
        _ product: UnsafeMutablePointer<Number>, _ offsets: UnsafePointer<UInt32>, _ count: Int,
        _ transform: CountFactor.Transform, isFirst: Bool
    ) {
        switch (transform, isFirst) {
        case (.identity, true):
            for item in 0..<count { product[item] = degree(offsets, item) }
        case (.identity, false):
            for item in 0..<count { product[item] = product[item] &* degree(offsets, item) }
        case (.atLeastOne, true):
            for item in 0..<count {
                let degree: Number = degree(offsets, item)
                product[item] = degree &+ (degree == 0 ? 1 : 0)
            }
        case (.atLeastOne, false):
            for item in 0..<count {
                let degree: Number = degree(offsets, item)
                product[item] = product[item] &* (degree &+ (degree == 0 ? 1 : 0))
            }
        case (.isPositive, _):
            for item in 0..<count {
                let degree: Number = degree(offsets, item)
                product[item] = degree == 0 ? 0 : isFirst ? 1 : product[item]
            }
        case (.isZero, _):
            for item in 0..<count {
                let degree: Number = degree(offsets, item)
                product[item] = degree != 0 ? 0 : isFirst ? 1 : product[item]
            }
        }
    }

    @inline(__always)
    private func degree<Number: FixedWidthInteger>(
        _ offsets: UnsafePointer<UInt32>, _ item: Int
    ) -> Number {
        Number(truncatingIfNeeded: offsets[item &+ 1] &- offsets[item])
    }

    // MARK: Other factors

    @inline(__always)
    private func work<Number: FixedWidthInteger>(
        out factor: Factor, _ target: UnsafeMutablePointer<Number>, _ start: Int, _ count: Int
    ) {
        if let flags = factor.flags {
            for item in 0..<count { target[item] = flags[start &+ item] ? 1 : 0 }
        } else if factor.lists.count > 0 {
            if factor.lists.count > 1 { target.update(repeating: 0, count: count) }
            // The first of several adds to nothing; a single one overwrites.
            let kept: Number = factor.lists.count > 1 ? ~0 : 0
            for index in 0..<factor.lists.count {
                add(factor.lists[index], target, start, count, kept)
            }
        } else {
            copy(factor.stored, target, start, count)
        }
    }

    @inline(__always)
    private func copy<Number: FixedWidthInteger>(
        _ numbers: NodeNumbers, _ target: UnsafeMutablePointer<Number>, _ start: Int, _ count: Int
    ) {
        if let narrow = numbers.narrow {
            for item in 0..<count {
                target[item] = Number(truncatingIfNeeded: narrow[start &+ item])
            }
        } else if let wide = numbers.wide {
            for item in 0..<count { target[item] = Number(truncatingIfNeeded: wide[start &+ item]) }
        } else {
            target.update(repeating: 1, count: count)
        }
    }

    @inline(__always)
    private func add<Number: FixedWidthInteger>(
        _ sum: Sum, _ target: UnsafeMutablePointer<Number>, _ start: Int, _ count: Int,
        _ kept: Number
    ) {
        if let narrow = sum.numbers.narrow {
            add(sum.list, narrow, target, start, count, kept)
        } else if let wide = sum.numbers.wide {
            add(sum.list, wide, target, start, count, kept)
        } else {
            let offsets = sum.list.offsets + start
            for item in 0..<count {
                target[item] = (target[item] & kept) &+ degree(offsets, item)
            }
        }
    }

    @inline(__always)
    private func add<Number: FixedWidthInteger, Stored: FixedWidthInteger>(
        _ list: PinnedList, _ numbers: UnsafePointer<Stored>,
        _ target: UnsafeMutablePointer<Number>, _ start: Int, _ count: Int, _ kept: Number
    ) {
        let offsets = list.offsets + start
        let neighbours = list.neighbours
        let first = list.groupStart
        switch list.shape {
        case .exactlyOne:
            let own = neighbours + Int(offsets[0])
            for item in 0..<count {
                let number = numbers[Int(own[item] &- first)]
                target[item] = (target[item] & kept) &+ Number(truncatingIfNeeded: number)
            }
        case .atMostOne:
            let last = list.last
            for item in 0..<count {
                // Without a neighbour some entry is read all the same, and not used: no branch.
                let entry = Int(offsets[item])
                let isThere = offsets[item &+ 1] != offsets[item]
                let number = numbers[Int(neighbours[min(entry, last)] &- first)]
                target[item] =
                    (target[item] & kept) &+ (isThere ? Number(truncatingIfNeeded: number) : 0)
            }
        case .any:
            var entry = Int(offsets[0])
            for item in 0..<count {
                let end = Int(offsets[item &+ 1])
                var sum: Number = 0
                while entry < end {
                    let number = numbers[Int(neighbours[entry] &- first)]
                    sum = sum &+ Number(truncatingIfNeeded: number)
                    entry &+= 1
                }
                target[item] = (target[item] & kept) &+ sum
            }
        }
    }

    @inline(__always)
    private func apply<Number: FixedWidthInteger>(
        _ transform: CountFactor.Transform, _ target: UnsafeMutablePointer<Number>, _ count: Int
    ) {
        switch transform {
        case .identity: break
        case .atLeastOne:
            for item in 0..<count { target[item] = target[item] &+ (target[item] == 0 ? 1 : 0) }
        case .isPositive:
            for item in 0..<count { target[item] = target[item] == 0 ? 0 : 1 }
        case .isZero:
            for item in 0..<count { target[item] = target[item] == 0 ? 1 : 0 }
        }
    }
}
