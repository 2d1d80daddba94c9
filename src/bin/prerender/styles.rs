//! Makes one style sheet of many: `style/main.css` names its parts by `@import`, in order.

use std::fs;
use std::path::Path;

/// The text of `main` with each line `@import "name.css";` replaced by that file, without what only those who write it
/// need: an eighth of what travels of it.
///
/// # Errors
/// When a part cannot be read, with its name.
pub fn bundle(folder: &Path, main: &str) -> Result<String, String> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut whole = String::new();
    for line in read(main)?.lines() {
        match line.strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";")) {
            Some(part) => whole.push_str(&read(part)?),
            None => {
                whole.push_str(line);
                whole.push('\n');
            }
        }
    }
    Ok(for_browsers(&whole))
}

/// The sheet without the comments that have their lines to themselves, without empty lines, and with one blank where a line
/// is set in. What stands in a line beside something else stays as it is: there it may be a part of a string.
fn for_browsers(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut inside = false;
    for line in sheet.lines() {
        let mut bare = line.trim();
        if !inside && bare.starts_with("/*") && !bare[2..].contains("*/") {
            inside = true;
            continue;
        }
        if inside {
            let Some((_, after)) = bare.split_once("*/") else { continue };
            inside = false;
            bare = after.trim();
        }
        let comment = bare.strip_prefix("/*").and_then(|rest| rest.split_once("*/"));
        if bare.is_empty() || comment.is_some_and(|(_, after)| after.is_empty()) {
            continue;
        }
        if line.starts_with(char::is_whitespace) {
            out.push(' ');
        }
        out.push_str(bare);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_at_home_and_all_else_goes() {
        let sheet = "/* One. */\n\n/* Two,\n   of two lines. */\na {\n    content: \"/* no */\";\n    b: c; /* d */\n  /* e\n  f */ g: h;\n}\n/* to the end\n";
        assert_eq!(for_browsers(sheet), "a {\n content: \"/* no */\";\n b: c; /* d */\n g: h;\n}\n");
        assert_eq!(for_browsers("/* a */ b {}\n/**/\n/*/ c {} /*/\n"), "/* a */ b {}\n");
    }

    #[test]
    fn the_sheet_of_the_site_has_all_its_rules() {
        let sheet = bundle(Path::new("style"), "main.css").unwrap();
        assert!(!sheet.contains("@import") && !sheet.lines().any(|line| line.starts_with("/*")), "{sheet}");
        // Every line of every part that is neither empty nor of a comment.
        let mut folders = vec![Path::new("style").to_owned()];
        let mut rules = 0;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                for line in fs::read_to_string(&path).unwrap().lines().filter(|line| line.ends_with(['{', '}', ';'])) {
                    let import = line.starts_with("@import");
                    assert!(import || sheet.contains(line.trim()), "{}: {line}", path.display());
                    rules += usize::from(!import);
                }
            }
        }
        assert!(rules > 500, "{rules}");
    }
}
