//! The inline syntax, in tables and as properties.

use proptest::prelude::*;

use super::*;

/// The tree in a short notation: `e(…)` emphasis, `s(…)` strong, and so on.
fn notation(runs: &[Inline]) -> String {
    runs.iter()
        .map(|run| match run {
            Inline::Text(text) => text.clone(),
            Inline::Emphasis(inner) => format!("e({})", notation(inner)),
            Inline::Strong(inner) => format!("s({})", notation(inner)),
            Inline::Code(inner) => format!("c({})", notation(inner)),
            Inline::Superscript(inner) => format!("sup({})", notation(inner)),
            Inline::Subscript(inner) => format!("sub({})", notation(inner)),
            Inline::Link(inner, to) => format!("a({},{})", notation(inner), to.as_str()),
            Inline::Picture(alt, from) => format!("img({alt},{})", from.as_str()),
            Inline::Money(amount) => format!("money({amount})"),
            Inline::Blank(n) => format!("blank({n})"),
            Inline::Break => "/".into(),
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let runs = Parser { blanks: 0 }.runs(text);
    assert_eq!(notation(&runs), expected);
}

#[test]
fn marked_runs() {
    check("a *b* **c *d*** e", "a e(b) s(c e(d)) e");
    check("***a*** *b **c*** *d **e** f* ***g* h**", "s(e(a)) e(b s(c)) e(d s(e) f) s(e(g) h)");
    check("work*ed* c*a*t *2* of 3, *a \\* b*", "worke(ed) ce(a)t e(2) of 3, e(a * b)");
    check("*a * b* *see `x*y`* *5 = 2*3 - 1*", "e(a * b) e(see c(x*y)) e(5 = 2*3 - 1)");
    check("**a *b* c**", "s(a e(b) c)");
    check("`a*b*c` x^2^ H~2~O", "c(a*b*c) xsup(2) Hsub(2)O");
    check("[law](https://a.b/c) ![shop](shop.svg)", "a(law,https://a.b/c) img(shop,shop.svg)");
    check("costs {money:150}, I have {money:x}", "costs money(150), I have {money:x}");
    check(r"\*not\* \[this\] \\", r"*not* [this] \");
}

#[test]
fn an_amount_has_no_exponent() {
    // The fuzzer wrote 223 digits with nine letters, and a page could be filled with them.
    check("{money:22e222} {money:-0.5}", "{money:22e222} money(-0.5)");
    check("{money:1E9}", "{money:1E9}");
}

#[test]
fn what_is_not_in_the_syntax_stays_text() {
    check("2 * 3 * 4", "2 * 3 * 4");
    check("a ** b", "a ** b");
    check("x^2 and y^2", "x^2 and y^2");
    check("from ~5 to ~7", "from ~5 to ~7");
    check("[a](javascript:alert(1))", "[a](javascript:alert(1))");
    check("![a](data:image/svg+xml,x)", "![a](data:image/svg+xml,x)");
    check("<b onclick=alert(1)>&lt;", "<b onclick=alert(1)>&lt;");
}

/// A teacher of maths wrote `2*3*4` and `x^2+y^2=z^2`, and pupils read 234 and x to the (2+y).
#[test]
fn sums_stay_what_they_are() {
    for sum in [
        "2*3*4",
        "2*3+4",
        "2**3**4",
        "2*x*3",
        "f(x)*g(x)*2",
        "(a+b)*(c+d)*e",
        "x*(y+1)*z",
        "a[0]*b[1]*c",
        "{1}*{2}*{3}",
        "٢*٣*٤",
        "x^2+y^2=z^2",
        "a^n+b^n=c^n",
        "x^2+y^-2",
        "x^{2}+y^{2}",
        "2^3^2",
        "from ~5-~7 to ~10/~20",
        "~~not this~~ ^^nor^^",
        "int *p, *q;",
        "**kwargs, *args",
    ] {
        check(sum, sum);
    }
    check("x^2^y^n+1^ 10^-3^m", "xsup(2)ysup(n+1) 10sup(-3)m");
    check("Ca^2+^SO~4~^2-^ log~2~8 ^14^C", "Casup(2+)SOsub(4)sup(2-) logsub(2)8 sup(14)C");
}

/// An escape within a mark was shown with its backslash, one in code took its end away, and a bar
/// could not be written in a table.
#[test]
fn a_backslash_takes_the_meaning_of_each_sign() {
    check(
        r"2\*3\*4 x\^2\^ H\~2\~ \`a\` \{money:5} !\[a](b)",
        "2*3*4 x^2^ H~2~ `a` {money:5} ![a](b)",
    );
    check(r"x^\*^ `C:\` ![a\]b](x\).svg)", r"xsup(*) c(C:\) img(a]b,x).svg)");
    check(r"a\b \\ \я", r"a\b \ \я");
    let [Block::Table { rows, .. }] = &*parse("| a \\| b | c |\n| d | e |") else { panic!() };
    assert_eq!(rows[0].iter().map(|cell| notation(cell)).collect::<Vec<_>>(), ["a | b", "c"]);
    assert_eq!(
        plain(&parse("\\- a\n\\- b\n1\\. c\n2\\. d\n\\| e |\n\\| f |")),
        "- a - b 1. c 2. d | e | | f |"
    );
}

/// The blocks in a short notation, a line for each.
fn lines(text: &str, blanks: usize) -> Vec<String> {
    let join = |entries: &[Vec<Inline>]| {
        entries.iter().map(|entry| notation(entry)).collect::<Vec<_>>().join(" | ")
    };
    let blocks = parse_with_blanks(text, blanks).into_iter().map(|block| match block {
        Block::Paragraph(runs) => notation(&runs),
        Block::Bullets(entries) => format!("- {}", join(&entries)),
        Block::Numbered { start, entries } => format!("{start}. {}", join(&entries)),
        Block::Table { head, rows } => {
            let rows: Vec<String> = rows.iter().map(|row| join(row)).collect();
            format!("[{}] {}", join(&head), rows.join(" / "))
        }
    });
    blocks.collect()
}

#[track_caller]
fn check_blocks(text: &str, expected: &[&str]) {
    assert_eq!(lines(text, 0), expected, "{text:?}");
}

#[test]
fn blocks() {
    let text = "One\ntwo\n\n- a\n- *b*\n1. c\n2. d\n| x | y |\n|---|---|\n| 1 | 2 |";
    check_blocks(text, &["One/two", "- a | e(b)", "1. c | d", "[x | y] 1 | 2"]);
    assert_eq!(plain(&parse(text)), "One two\na\nb\n\n1. c\n2. d\n\nx y 1 2 ");
}

/// "3. May" was shown as "1. May", "- 5 °C" as a bullet and 5 °C, and |x| without its bars.
#[test]
fn one_line_is_no_list() {
    for line in ["7. What is the day?", "3. May", "- 5 °C", "|x|", "| a | b |", "2026. A year"] {
        check_blocks(line, &[line]);
    }
    check_blocks("A\n- b\nc", &["A/- b/c"]);
    check_blocks("1. a\n\n2. b", &["1. a", "2. b"]);
}

#[test]
fn a_list_keeps_its_numbers() {
    check_blocks(
        "Steps:\n1. Boil\n2. Add\n\nThen wait.\n\n3. Serve\n4. Eat",
        &["Steps:", "1. Boil | Add", "Then wait.", "3. Serve | Eat"],
    );
    // Dates do not count on.
    check_blocks("3. May\n7. June", &["3. May/7. June"]);
    check_blocks("3. c\n2. b\n1. a", &["3. c/2. b/1. a"]);
    check_blocks("01. May\n02. May", &["01. May/02. May"]);
    check_blocks("0. a\n1. b", &["0. a | b"]);
    check_blocks("1. a\n2. b\n1. c\n2. d", &["1. a | b", "1. c | d"]);
    // Who leaves the counting to the list writes nothing but ones.
    check_blocks("1. a\n1. b\n1. c", &["1. a | b | c"]);
    assert_eq!(plain(&parse("3. c\n4. d")), "3. c\n4. d\n");
}

/// A dialogue with blanks lost its lines, and its marks were shown as they are.
#[test]
fn a_text_with_blanks_is_rich() {
    let dialogue = "A: Hello!\nB: *Good {1}*.\n- H~2~O is {2}\n2^{3}^ = `f({4})` \\{1} {5} {01}";
    assert_eq!(
        lines(dialogue, 4),
        [
            "A: Hello!/B: e(Good blank(0))./- Hsub(2)O is blank(1)/2sup(blank(2)) = c(f(blank(3))) {1} {5} {01}"
        ]
    );
    assert_eq!(
        lines("{1}*{2}*{1} [{1}](a) [a]({2})", 2),
        ["blank(0)*blank(1)*blank(0) [blank(0)](a) [a](blank(1))"]
    );
    assert!(has_blank("a {2} {1}", 0) && has_blank(r"\\{1}", 0));
    assert!(!has_blank(r"a {2} \{1}", 0) && !has_blank("{10}", 0));
}

#[test]
fn plain_words_have_the_small_signs_of_unicode() {
    let check = |text: &str, expected: &str| assert_eq!(plain(&parse(text)), expected);
    check("x^2^ H~2~O 10^-3^ x^n+1^", "x² H₂O 10⁻³ xⁿ⁺¹");
    check("1^st^ v~max~", "1st vmax");
    check("{money:19.50} *a* `b`", "19.50 a b");
}

/// A text of nothing but opening marks once took time in the square of its length.
#[test]
fn a_million_stars_are_read_in_one_go() {
    assert_eq!(parse(&"*a".repeat(500_000)).len(), 1);
    assert_eq!(parse(&"[".repeat(1_000_000)).len(), 1);
}

proptest! {
    #[test]
    fn any_text_is_parsed(text in "[*`^~!\\[\\](){}|\\\\ \\n a-zә1.:-]{0,200}") {
        parse(&text);
    }

    /// What has no sign of the syntax is shown letter by letter, lines and all.
    #[test]
    fn text_without_marks_is_unchanged(
        lines in prop::collection::vec("[A-Za-zА-яәқ0-9,;?'\"«»()<>&+=/%#@$_…·°−٣ ]{0,40}x", 1..5),
    ) {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
        prop_assert_eq!(plain(&parse(&lines.join("\n"))), lines.join(" "));
    }

    /// With a backslash before each sign every text is shown letter by letter.
    #[test]
    fn an_escaped_text_is_unchanged(text in "[ -~А-яәқ²…]{0,80}") {
        let text = text.trim();
        let escaped: String = text
            .chars()
            .flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]))
            .collect();
        let shown = plain(&parse_with_blanks(&escaped, 9));
        prop_assert_eq!(shown, text);
    }

    /// No blank is lost, whatever marks stand around it.
    #[test]
    fn each_blank_is_there_to_be_filled(
        text in "([*`^~!\\[\\](){}|\\\\ \n a1.:-]|\\{1\\}|\\{2\\}){0,30}",
    ) {
        let shown = lines(&text, 2).concat();
        for n in 0..2 {
            let is_shown = shown.contains(&format!("blank({n})"));
            prop_assert_eq!(is_shown, has_blank(&text, n), "{} in {}", n, shown);
        }
    }
}
