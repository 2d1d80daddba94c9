//! [`file_name`]: what a saved file is called, the same in every language and on every system.
//!
//! ASCII letters, digits and single hyphens, in lower case: no system, archive or mail program changes, escapes or refuses
//! them. Letters of the Cyrillic alphabets are written in Latin ones; what has no Latin letter is left out.

/// The longest name, without what tells the kind of file: with that, a path of three such folders still fits into the
/// 260 characters that some programs allow.
pub const LONGEST: usize = 75;

/// The longest release that is written out.
const LONGEST_VERSION: usize = 20;

/// The longest beginning of a name: there is room for the release and for saying that parts are left out.
pub const LONGEST_WHAT: usize = LONGEST - LONGEST_VERSION - MORE.len() - 2;

/// What stands for the parts of a question that have no room. It begins with no hyphen.
const MORE: &str = "and-more";

/// The name of a file of `what` (`timeline`), of which `asked` is what was asked for, in short, and `version` the release
/// of the data: `timeline-kazakhstan-access-to-justice-2026-11-22`. Parts are written whole or not at all; where some
/// are left out, it says so.
pub fn file_name(what: &str, asked: impl IntoIterator<Item = String>, version: &str) -> String {
    let version = plain(version, LONGEST_VERSION);
    let mut name = plain(what, LONGEST_WHAT);
    if name.is_empty() {
        name.push_str("table");
    }
    let room = LONGEST - version.len() - usize::from(!version.is_empty());
    let parts: Vec<String> = asked.into_iter().map(|part| plain(&part, LONGEST)).filter(|it| !it.is_empty()).collect();
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == parts.len();
        let after = if is_last { 0 } else { MORE.len() + 1 };
        if name.len() + 1 + part.len() + after > room {
            add(&mut name, MORE);
            break;
        }
        add(&mut name, part);
    }
    add(&mut name, &version);
    if !name.contains('-') {
        // Some systems keep a word alone for themselves: `con`, `nul`.
        add(&mut name, "file");
    }
    name
}

fn add(name: &mut String, part: &str) {
    if !part.is_empty() {
        name.push('-');
        name.push_str(part);
    }
}

/// The text in plain letters, at most so many of them. Of a plain text it changes nothing but the length.
pub fn plain(text: &str, most: usize) -> String {
    let mut plain = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let latin = latin(c);
        if c.is_ascii_alphanumeric() {
            plain.push(c);
        } else if !latin.is_empty() {
            plain.push_str(latin);
        } else if !c.is_alphanumeric() && !is_mark(c) && !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
        if plain.len() > most {
            break;
        }
    }
    plain.truncate(most);
    plain.truncate(plain.trim_end_matches('-').len());
    plain
}

/// A mark on the letter before it, which is no end of a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A small Cyrillic letter in Latin ones, as passports and maps write it, near enough to be read; nothing for others.
fn latin(letter: char) -> &'static str {
    match letter {
        'а' => "a",
        'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ӣ' => "i",
        'й' => "y",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' | 'ү' | 'ұ' | 'ӯ' => "u",
        'ф' => "f",
        'х' => "kh",
        'ҳ' | 'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ҷ' => "j",
        'ш' => "sh",
        'щ' => "shch",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(what: &str, asked: &[&str], version: &str) -> String {
        file_name(what, asked.iter().map(ToString::to_string), version)
    }

    #[test]
    fn a_name_says_what_was_asked() {
        assert_eq!(
            named("timeline", &["kazakhstan", "access-to-justice"], "2026.11.22"),
            "timeline-kazakhstan-access-to-justice-2026-11-22"
        );
        assert_eq!(named("timeline", &[], "2026-11-22"), "timeline-2026-11-22");
        assert_eq!(named("Rule of Law Atlas projects", &["", " – "], ""), "rule-of-law-atlas-projects");
    }

    #[test]
    fn a_long_title_leaves_room_for_what_sort_of_file_it_is() {
        let title = "Атлас верховенства права в Центральной Азии и соседних странах";
        for what in [" projects", " donors", " implementers", " institutions"] {
            let name = named(&(plain(title, LONGEST_WHAT - what.len()) + what), &["kazakhstan"], "2026.11");
            assert!(name.contains(&what.replace(' ', "-")), "{name}");
            assert!(name.len() <= LONGEST, "{name}");
        }
    }

    #[test]
    fn cyrillic_is_written_in_latin_letters() {
        assert_eq!(named("Атлас верховенства права", &["Суд", "ёж"], "1"), "atlas-verkhovenstva-prava-sud-ezh-1");
        assert_eq!(named("a", &["Қазақстан", "Ўзбекистон", "Тоҷикистон"], "1"), "a-kazakstan-uzbekiston-tojikiston-1");
        assert_eq!(named("a", &["объезд"], "1"), "a-obezd-1", "signs without a sound are left out");
        assert_eq!(named("法", &["法"], "法"), "table-file");
        assert_eq!(named("a", &["Cafe\u{301} İ"], "1"), "a-cafe-i-1");
    }

    #[test]
    fn no_system_takes_a_name_for_something_else() {
        for hostile in [
            "../../etc/passwd",
            "..\\..\\boot.ini",
            "C:\\x",
            "con",
            "NUL",
            "a\0b",
            "a\nb",
            "\u{202e}fdp.exe",
            "-rf",
            "~",
            ".",
            "..",
            "a:b*c?d\"e<f>g|h",
            "%2e%2e%2f",
            "name.",
            " name ",
            "$(id)",
            "`id`",
            "😀",
            "e\u{301}",
            "İ",
            "ß",
        ] {
            for name in
                [named(hostile, &[], ""), named("timeline", &[hostile], "1"), named("timeline", &["x"], hostile)]
            {
                let safe = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                assert!(name.bytes().all(safe) && !name.is_empty() && name.len() <= LONGEST, "{hostile:?}: {name}");
                assert!(!["con", "nul", "prn", "aux"].contains(&name.as_str()), "{name}");
                assert!(!name.starts_with('-') && !name.ends_with('-') && !name.contains("--"), "{hostile:?}: {name}");
            }
        }
    }

    #[test]
    fn a_long_question_is_cut_between_its_parts_and_says_so() {
        let long = "x".repeat(300);
        for parts in 0..40 {
            for length in [1, 8, 9, 20, 60, 300] {
                let asked: Vec<String> = (0..parts).map(|_| long[..length].to_owned()).collect();
                let name = file_name("timeline", asked.clone(), "2026-11-22");
                assert!(name.len() <= LONGEST, "{}: {name}", name.len());
                assert!(name.starts_with("timeline") && name.ends_with("-2026-11-22"), "{name}");
                let whole = name.split('-').filter(|part| part.starts_with('x')).collect::<Vec<_>>();
                assert!(whole.iter().all(|part| part.len() == length), "half a part: {name}");
                assert_eq!(whole.len() < parts, name.contains("-and-more-"), "{name}");
            }
        }
        let all = named(&long, &[&long, &long], &long);
        assert!(all.len() <= LONGEST && all.contains("-and-more-"), "{all}");
        assert_eq!(named("timeline", &["a", "a"], "1"), "timeline-a-a-1");
    }
}
