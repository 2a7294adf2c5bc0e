@main
struct Veiviser {
    static func main() {}
}
