import GraphModel
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Gives spoilt inputs to a parser, one after the other, on a thread of its own, and watches it.
package struct FuzzRun: Sendable {
    /// What came of it.
    package struct Report: Sendable {
        package fileprivate(set) var inputs = 0
        package fileprivate(set) var refused = 0
        /// What is wrong with the parser, with the file that holds the input; a few are enough.
        package fileprivate(set) var findings: [String] = []
        var seconds = 0.0
        var slowest = (nanoseconds: 0, number: 0)
        var peak = 0

        /// Whether so much was read and so much refused that the run means something; of a few
        /// inputs nothing is asked.
        package var isBalanced: Bool {
            inputs < 100 || refused * 10 > inputs && (inputs - refused) * 40 > inputs
        }
    }

    /// Processor time an input may take.
    private static let mostSeconds = 5
    /// Seconds on the clock after which an input is given up.
    private static let patience = 60
    /// Bytes by which memory may grow over the whole run. The address sanitizer keeps freed memory:
    /// run it with a small quarantine.
    private static let mostGrowth = 256 << 20
    private static let mostFindings = 10

    private let subject: FuzzSubject
    private let settings = FuzzSettings()

    package init(_ subject: FuzzSubject) {
        self.subject = subject
    }

    /// Runs; prints a line where the environment asked for a long run. Nil where it asked for other
    /// parsers.
    package func report() -> Report? {
        let count = settings.count(for: subject)
        guard count > 0 else { return nil }
        // One parser at a time, so that what is measured is its own.
        return settings.isLong ? Self.turn.withLock { _ in run(count) } : run(count)
    }

    private static let turn = Mutex(())

    private func run(_ count: Int) -> Report {
        let shared = Shared()
        let begun = ContinuousClock.now
        do throws(SystemThread.Failure) {
            // The stack the program's first thread has.
            let thread = try SystemThread(stackBytes: 8 << 20) {
                Worker(subject, settings, shared).run(count)
            }
            if watch(shared) { thread.join() } else { thread.detach() }
        } catch {
            shared.report.withLock { $0.findings.append("no thread: error \(error.code)") }
        }
        var report = shared.report.withLock { $0 }
        report.seconds = (ContinuousClock.now - begun).seconds
        if settings.isLong {
            print(line(report))
            fflush(nil)
        }
        return report
    }

    private func line(_ report: Report) -> String {
        let seconds = Int(report.seconds.rounded())
        let slowest = report.slowest.nanoseconds / 1_000_000
        return "spoilt \(subject.name): \(report.inputs) inputs, \(report.refused) refused, "
            + "\(report.findings.count) findings, \(seconds) s, slowest \(slowest) ms (input "
            + "\(report.slowest.number)), peak \(report.peak >> 20) MB"
    }

    /// Waits for the end; false where an input takes so long that it will not come.
    private func watch(_ shared: Shared) -> Bool {
        var last = -1
        var since = ContinuousClock.now
        while !shared.isDone.load(ordering: .acquiring) {
            usleep(5_000)
            let number = shared.number.load(ordering: .relaxed)
            if number != last {
                last = number
                since = ContinuousClock.now
            } else if ContinuousClock.now - since > .seconds(Self.patience) {
                let path = FlightRecorder.keep(FuzzMutator(subject).input(number), of: subject.name)
                shared.report.withLock {
                    $0.findings.append("hangs on input \(number), kept in \(path)")
                }
                return false
            }
        }
        return true
    }

    /// What the watching and the working thread share.
    private final class Shared: Sendable {
        let number = Atomic<Int>(0)
        let isDone = Atomic<Bool>(false)
        let report = Mutex(Report())
    }

    private struct Worker {
        private let subject: FuzzSubject
        private let settings: FuzzSettings
        private let shared: Shared
        private var report = Report()
        private var bound = 0

        init(_ subject: FuzzSubject, _ settings: FuzzSettings, _ shared: Shared) {
            self.subject = subject
            self.settings = settings
            self.shared = shared
        }

        consuming func run(_ count: Int) {
            let recorder = FlightRecorder(subject.name)
            let mutator = FuzzMutator(subject)
            Memory.forgetPeak()
            bound = Memory.peak + FuzzRun.mostGrowth
            for number in settings.first..<settings.first + count {
                let input = mutator.input(number)
                recorder.record(input)
                shared.number.store(number, ordering: .relaxed)
                attempt(input)
                if report.findings.count >= FuzzRun.mostFindings { break }
            }
            report.peak = Memory.peak
            shared.report.withLock { $0 = report }
            shared.isDone.store(true, ordering: .releasing)
        }

        private mutating func attempt(_ input: FuzzInput) {
            let begun = threadTime()
            let verdict = subject.judge(input)
            let time = threadTime() - begun
            report.inputs += 1
            if verdict == .refused { report.refused += 1 }
            if time > report.slowest.nanoseconds { report.slowest = (time, input.number) }
            if case .flawed(let flaw) = verdict { note(flaw, input) }
            if time > FuzzRun.mostSeconds * 1_000_000_000 {
                note("took \(time / 1_000_000) ms", input)
            }
            // Other tests share the process of a short run.
            if settings.isLong, Memory.isPeak(above: bound), Memory.peak > bound {
                note("took memory up to \(Memory.peak >> 20) MB", input)
                Memory.forgetPeak()
                bound = Memory.peak + FuzzRun.mostGrowth
            }
        }

        private mutating func note(_ flaw: String, _ input: FuzzInput) {
            let path = FlightRecorder.keep(input, of: subject.name)
            report.findings.append("input \(input.number) \(flaw), kept in \(path)")
        }
    }
}
