//! What an earlier release leaves to the new one: the files that its pages ask for by hash. A browser, or a cache on the
//! way, may still have such a page; with them it becomes alive as it did.

use crate::headers::is_hashed;
use crate::integrity::sha256;
use crate::inventory::INVENTORY;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};

/// Copies the files that an earlier bundle made itself, has by hash, and the new one has not. What it kept from a still
/// earlier one goes. The paths of what is kept.
///
/// # Errors
/// When the folder is not a bundle, or something cannot be copied. A file that is damaged is left out with a line.
pub fn keep(previous: &Path, folder: &Path) -> Result<BTreeSet<String>, String> {
    let list = previous.join(INVENTORY);
    let text = fs::read_to_string(&list)
        .map_err(|error| format!("{}: {error}; --previous wants the folder of an earlier bundle", list.display()))?;
    let inventory: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", list.display()))?;
    let mut kept = BTreeSet::new();
    for file in inventory.get("files").and_then(Value::as_array).into_iter().flatten() {
        let text = |key: &str| file.get(key).and_then(Value::as_str).unwrap_or_default();
        let (path, target) = (text("path"), folder.join(text("path")));
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || !is_hashed(path) || file.get("kept").is_some() || target.exists() {
            continue;
        }
        let from = previous.join(path);
        let bytes = fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
        if sha256(&bytes) != text("sha256") {
            eprintln!("{} is not what was built: it is not kept", from.display());
            continue;
        }
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        fs::write(&target, bytes).map_err(|error| format!("{}: {error}", target.display()))?;
        kept.insert(path.to_owned());
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::{inventory, tests::folder};

    const HASH: [&str; 3] = ["0123456789abcdef", "1123456789abcdef", "2123456789abcdef"];

    #[test]
    fn one_release_back_is_kept_and_no_more() {
        let release = |name: &str, hash: &str| {
            let client = format!("client-{hash}.js");
            folder(name, &[("index.html", name), (&client, name), ("data/words-0000000000000000.bin", "same")])
        };
        let [first, second, third] = [0, 1, 2].map(|at| release(&format!("previous-{at}"), HASH[at]));
        fs::write(first.join(INVENTORY), inventory(&first, &BTreeSet::new()).unwrap()).unwrap();
        let kept = keep(&first, &second).unwrap();
        assert_eq!(kept, [format!("client-{}.js", HASH[0])].into());
        fs::write(second.join(INVENTORY), inventory(&second, &kept).unwrap()).unwrap();
        assert_eq!(fs::read_to_string(second.join("index.html")).unwrap(), "previous-1", "pages are the new ones");
        let kept = keep(&second, &third).unwrap();
        assert_eq!(kept, [format!("client-{}.js", HASH[1])].into());
        assert!(!third.join(format!("client-{}.js", HASH[0])).exists());
        for folder in [first, second, third] {
            fs::remove_dir_all(folder).unwrap();
        }
    }

    #[test]
    fn a_list_that_leads_elsewhere_or_lies_is_not_followed() {
        let name = format!("client-{}.js", HASH[0]);
        let from = folder("previous-bad", &[("in/x", ""), (&name, "other bytes")]);
        fs::write(from.join("start-0123456789abcdef.js"), "elsewhere").unwrap();
        let outside = format!("../{}/start-0123456789abcdef.js", from.file_name().unwrap().to_string_lossy());
        let listed = serde_json::json!({ "files": [
            { "path": outside, "sha256": sha256(b"elsewhere"), "size": 9 },
            { "path": name, "sha256": sha256(b"these bytes"), "size": 11 },
        ] });
        fs::write(from.join(INVENTORY), listed.to_string()).unwrap();
        let to = folder("previous-bad-to", &[("index.html", "")]);
        assert_eq!(keep(&from, &to).unwrap(), BTreeSet::new());
        fs::remove_file(from.join(INVENTORY)).unwrap();
        assert!(keep(&from, &to).unwrap_err().contains("--previous wants the folder of an earlier bundle"));
        for folder in [from, to] {
            fs::remove_dir_all(folder).unwrap();
        }
    }
}
