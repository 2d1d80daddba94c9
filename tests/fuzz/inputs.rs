//! What parsers are given: texts, what looks like dates, JSON.

use crate::damage::VALUES;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Any text: letters of all scripts, what nobody sees, signs that mean something somewhere.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(any::<char>(), 0..40).prop_map(|it| it.into_iter().collect::<String>()),
        vec(
            select(
                &[
                    'a', 'я', '0', '9', '-', '/', '.', '~', '%', '&', '=', '+', '?', '#', ' ', '\0', '\u{202e}',
                    '\u{301}', '😀', '"', '\\', '{'
                ][..]
            ),
            0..60
        )
        .prop_map(|it| it.into_iter().collect::<String>()),
        (select(&["a", "é", "%", "9", "-", "\u{310}", "a-"][..]), 0..700_usize)
            .prop_map(|(unit, count)| unit.repeat(count)),
    ]
}

/// What looks like a date or nearly.
pub fn near_dates() -> impl Strategy<Value = String> {
    let digits = prop_oneof![
        (0..10_000_u32).prop_map(|it| format!("{it:04}")),
        (0..40_u32).prop_map(|it| format!("{it:02}")),
        select(&["", "0", "00000", "+014", "٢٠١٤", "2014", "12", "31", "02", "29"][..]).prop_map(str::to_owned),
    ];
    let sign = select(&["-", "-", "-", "/", "~", "..", "~/", "/..", "", " ", "?", "T", "–"][..]);
    vec((digits, sign), 0..7).prop_map(|parts| {
        let mut text: String = parts.iter().flat_map(|(digits, sign)| [digits.as_str(), *sign]).collect();
        // Most dates end without a sign.
        if text.ends_with('-') {
            text.pop();
        }
        text
    })
}

/// Any JSON.
pub fn any_json() -> impl Strategy<Value = String> {
    let keys = [
        "id",
        "title",
        "sources",
        "url",
        "publisher",
        "seen",
        "period",
        "edtf",
        "as_written",
        "budget",
        "amount",
        "currency",
        "donors",
        "org",
        "name",
        "kind",
        "countries",
        "date",
        "states",
        "en",
        "__proto__",
        "_x",
        "schema_version",
        "as_of",
    ];
    let leaf = prop_oneof![
        3 => select(&VALUES[..]).prop_map(str::to_owned),
        1 => any_text().prop_map(|it| serde_json::to_string(&it).unwrap()),
        1 => near_dates().prop_map(|it| serde_json::to_string(&it).unwrap()),
    ];
    leaf.prop_recursive(6, 60, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(|it| format!("[{}]", it.join(","))),
            vec((select(keys.to_vec()), inner), 0..8).prop_map(|it| {
                format!(
                    "{{{}}}",
                    it.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect::<Vec<_>>().join(",")
                )
            }),
        ]
    })
}
