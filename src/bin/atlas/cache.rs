//! Where the tools are kept.

use std::env;
use std::path::PathBuf;

/// The folder that keeps the tools: shared by all clones of the project, safe to remove.
pub fn cache() -> PathBuf {
    let given = env::var_os("ATLAS_CACHE").map(PathBuf::from);
    let standard = || {
        let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        base.or_else(|| env::home_dir().map(|home| home.join(".cache")))
            .unwrap_or_else(env::temp_dir)
            .join("rule-of-law-atlas")
    };
    given.unwrap_or_else(standard)
}

/// Where a tool is put while it is being installed. Two set-ups at the same time do not meet there.
pub fn part_folder() -> PathBuf {
    cache().join(format!("part-{}", std::process::id()))
}
