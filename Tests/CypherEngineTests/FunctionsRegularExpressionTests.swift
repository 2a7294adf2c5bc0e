import GraphModel
import Testing

@testable import CypherEngine

@Suite("Regular expressions")
struct FunctionsRegularExpressionTests {
    @Test(
        "Whole texts match",
        arguments: [
            ("abc", "abc", true), ("abc", "abcd", false), ("", "", true), ("a|b|", "", true),
            ("a.c", "abc", true), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true),
            ("a*", "", true), ("a*", "aaa", true), ("a+", "", false), ("a?b", "b", true),
            ("a{2}", "aa", true), ("a{2}", "aaa", false), ("a{2,}", "aaaa", true),
            ("a{1,2}", "aaa", false), ("a{0,2}b", "b", true), ("(ab)*", "abab", true),
            ("(a|ab)(c|bcd)", "abcd", true), ("a+?b*?", "aab", true), ("(?:x|y)z", "yz", true),
            ("(?<first>a)b", "ab", true), ("[abc]+", "cab", true), ("[^abc]", "d", true),
            ("[^abc]", "a", false), ("[a-cx-z]+", "ay", true), ("[a-z&&[^aeiou]]+", "xyz", true),
            ("[a-z&&[^aeiou]]+", "xay", false), ("[]a]+", "]a", true), ("[a-]+", "a-", true),
            ("[\\d-]+", "1-2", true), ("[a[bc]]+", "abc", true), ("\\d+", "123", true),
            ("\\d", "٣", false), ("\\w+", "ab_9", true), ("\\w", "å", false),
            ("\\p{L}+", "blåbær", true),
            ("\\p{Lu}\\p{Ll}+", "Åse", true), ("\\pL", "å", true), ("\\PL", "å", false),
            ("\\p{IsAlphabetic}", "ß", true), ("\\p{Upper}", "Å", false), ("\\s+", " \t\n", true),
            ("\\S", " ", false), ("a\\.b", "a.b", true), ("a\\.b", "axb", false),
            ("\\Qa.b\\E*", "a.bbb", true),
            ("\\x41\\u00e5\\x{1F600}", "Aå😀", true), ("\\t\\n", "\t\n", true),
            ("(?i)ABC", "aBc", true), ("(?i)ÅSE", "åse", true), ("(?i)[a-c]", "B", true),
            ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false), ("(?i)a(?-i)b", "AB", false),
            ("^abc$", "abc", true), ("a^b", "ab", false), ("(?m)a$\\n^b", "a\nb", true),
            ("a$\\nb", "a\nb", false), ("abc$\\n", "abc\n", true), ("\\Aa\\z", "a", true),
            ("\\bfoo\\b.*", "foo bar", true), ("\\bfoo\\b.*", "foobar", false),
            ("foo\\B.*", "foobar", true), ("(?x) a b # comment\n c", "abc", true),
            ("a\\Rb", "a\r\nb", true), ("😀{2}", "😀😀", true), ("[😀-😂]", "😁", true),
            (".*foo.*", "a foo b", true), ("()*", "", true), ("(a*)*", "aaa", true),
            ("(|a)+", "aa", true),
        ])
    func matching(pattern: String, text: String, expected: Bool) throws {
        #expect(try RegularExpression(pattern).matches(text) == expected, "\(pattern) on \(text)")
    }

    @Test(
        "Expressions that are wrong or not supported",
        arguments: [
            "(", ")", "a)", "(a", "[a", "[z-a]", "*a", "a{", "a{2", "a{3,2}", "a{x}", "\\", "\\q",
            "a**+", "(?=a)", "(?<=a)", "(?>a)", "a++", "(a)\\1", "\\k<a>", "\\p{Nonsense}", "(?y)a",
            "\\x4", "\\u12", "a{99999}", "((a{1000}){1000})", "{1}", "[\\d-z&&", "\\x{110000}",
            String(repeating: "(", count: 100_000), String(repeating: "[", count: 100_000),
            "(?x)" + String(repeating: " ", count: 200_000),
        ])
    func wrong(pattern: String) {
        #expect(throws: Diagnostic.self) { try RegularExpression(pattern) }
    }

    @Test("Expressions that make other engines try every way end at once")
    func backtracking() throws {
        let text = String(repeating: "a", count: 200) + "!"
        for pattern in ["(a+)+", "(a|aa)*", "(a*)*b", "(.*)*x", "(a?){100}a{100}"] {
            #expect(try !RegularExpression(pattern).matches(text), "\(pattern)")
        }
    }

    @Test("A cache gives each pattern its own expression")
    func cache() throws {
        var cache = RegularExpressionCache()
        for (pattern, expected) in [("a+", true), ("a+", true), ("b+", false), ("a*", true)] {
            #expect(try cache.expression(for: pattern).matches("aa") == expected)
        }
        #expect(throws: Diagnostic.self) { try cache.expression(for: "(") }
    }

    @Test("A deeply nested class and group in bounds are read")
    func nesting() throws {
        let pattern = String(repeating: "(", count: 150) + "a" + String(repeating: ")", count: 150)
        #expect(try RegularExpression(pattern).matches("a"))
    }
}
