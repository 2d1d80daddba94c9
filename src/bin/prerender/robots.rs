//! What crawlers may read: everything; and where every page is listed, when that can be said.

use crate::place::Place;
use atlas::domain::file::SiteFile;

/// The file. Crawlers ask for it at the root of a host only: below a path, the host's own has to name the site map.
pub fn robots(place: &Place<'_>) -> String {
    let map = if place.is_whole() { format!("\nSitemap: {}\n", place.file(&SiteFile::SiteMap)) } else { String::new() };
    format!("User-agent: *\nAllow: /\n{map}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::tests::{NOWHERE, PORTAL};

    #[test]
    fn the_site_map_is_named_where_its_address_is_whole() {
        assert!(!robots(&NOWHERE).contains("Sitemap"));
        assert!(robots(&PORTAL).ends_with("\nSitemap: https://example.org/portal/sitemap.xml\n"));
    }
}
