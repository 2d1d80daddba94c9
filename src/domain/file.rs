//! [`SiteFile`]: the files of the bundle that other programs look for, each with its address, as `route.rs` has those
//! of the pages.

use super::route::Route;
use super::slug::Slug;

/// A file that a search engine, a feed reader, a calendar or a browser asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteFile {
    /// What is new in the data: of all of it, or of one partner country.
    Feed(Option<Slug>),
    /// The events as a calendar: all of them, or those of one partner country.
    Calendar(Option<Slug>),
    /// How a browser searches the database.
    Search,
    /// What the site is called and looks like as an app.
    Manifest,
    /// The picture that stands beside a link to the site.
    Picture,
    /// The icon as it is drawn.
    Icon,
    /// The icon in so many pixels.
    IconOf(u32),
    /// The icon for the home screens of Apple's devices.
    TouchIcon,
    /// What crawlers may read.
    Robots,
    /// Every page, for search engines.
    SiteMap,
}

impl SiteFile {
    /// The path below the base; begins with a slash.
    pub fn path(&self) -> String {
        let of = |country: &Option<Slug>| country.clone().map_or(Route::Home, Route::Partner);
        let (page, name) = match self {
            Self::Feed(country) => (of(country), "feed.atom".to_owned()),
            Self::Calendar(country) => (of(country), "events.ics".to_owned()),
            Self::Search => (Route::Home, "opensearch.xml".to_owned()),
            Self::Manifest => (Route::Home, "manifest.webmanifest".to_owned()),
            Self::Picture => (Route::Home, "picture.png".to_owned()),
            Self::Icon => (Route::Home, "favicon.svg".to_owned()),
            Self::IconOf(size) => (Route::Home, format!("icon-{size}.png")),
            Self::TouchIcon => (Route::Home, "apple-touch-icon.png".to_owned()),
            Self::Robots => (Route::Home, "robots.txt".to_owned()),
            Self::SiteMap => (Route::Home, "sitemap.xml".to_owned()),
        };
        format!("{}{name}", page.path())
    }

    /// The file holds words, so that each language has its own.
    pub fn has_words(&self) -> bool {
        match self {
            Self::Feed(_) | Self::Calendar(_) | Self::Search | Self::Manifest | Self::Picture => true,
            Self::Icon | Self::IconOf(_) | Self::TouchIcon | Self::Robots | Self::SiteMap => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_country_stand_beside_its_page() {
        let country = Slug::new("kazakhstan");
        assert_eq!(SiteFile::Feed(None).path(), "/feed.atom");
        assert_eq!(SiteFile::Feed(country.clone()).path(), "/partners/kazakhstan/feed.atom");
        assert_eq!(SiteFile::Calendar(None).path(), "/events.ics");
        assert_eq!(SiteFile::Calendar(country).path(), "/partners/kazakhstan/events.ics");
        assert_eq!(SiteFile::IconOf(192).path(), "/icon-192.png");
    }
}
