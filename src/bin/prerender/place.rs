//! [`Place`]: where the pages of one language will stand.

use atlas::domain::file::SiteFile;
use atlas::domain::route::Route;

/// Where the pages of one language will stand, and the files that they share with the others.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    /// Scheme and host, `https://example.org`; empty when they are not known.
    pub origin: &'p str,
    /// The path below which the site stands: empty, or with a first and without a last slash.
    pub base: &'p str,
    /// The path below which the pages of this language stand, likewise.
    pub pages: &'p str,
    /// The language, as a BCP 47 tag.
    pub language: &'p str,
}

impl Place<'_> {
    /// Whether addresses are whole. Some formats know no others.
    pub fn is_whole(&self) -> bool {
        !self.origin.is_empty()
    }

    /// The address of a page: whole where the origin is known, else from the root of the host.
    pub fn page(&self, route: &Route) -> String {
        format!("{}{}", self.origin, route.href(self.pages))
    }

    /// The address of a file, likewise.
    pub fn file(&self, file: &SiteFile) -> String {
        format!("{}{}", self.origin, self.path(file))
    }

    /// The address of a file of the data, likewise.
    pub fn data(&self, name: &str) -> String {
        format!("{}{}/data/{name}", self.origin, self.base)
    }

    /// The path of a file on its host.
    pub fn path(&self, file: &SiteFile) -> String {
        let below = if file.has_words() { self.pages } else { self.base };
        format!("{below}{}", file.path())
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A site at the root of a host that nobody knows yet.
    pub const NOWHERE: Place<'_> = Place { origin: "", base: "", pages: "", language: "en" };
    /// A site below a path, with its origin.
    pub const PORTAL: Place<'_> =
        Place { origin: "https://example.org", base: "/portal", pages: "/portal", language: "en" };
    /// The same in another language.
    pub const OTHER: Place<'_> = Place { pages: "/portal/ru", language: "ru", ..PORTAL };

    #[test]
    fn addresses_stand_below_the_base_and_the_language() {
        assert_eq!(NOWHERE.page(&Route::About), Route::About.path());
        assert_eq!(PORTAL.page(&Route::Home), "https://example.org/portal/");
        assert_eq!(OTHER.page(&Route::Home), "https://example.org/portal/ru/");
        assert_eq!(OTHER.file(&SiteFile::Feed(None)), "https://example.org/portal/ru/feed.atom");
        assert_eq!(OTHER.file(&SiteFile::TouchIcon), "https://example.org/portal/apple-touch-icon.png");
        assert_eq!(OTHER.data("atlas.json"), "https://example.org/portal/data/atlas.json");
    }
}
