//! Makes one style sheet of many: `style/main.css` names its parts by `@import`, in order.

use std::fs;
use std::path::Path;

/// The text of `main` with each line `@import "name.css";` replaced by that file.
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
    Ok(whole)
}
