//! What stands in the head of a page for those who find it and pass it on: search engines, feed readers, browsers,
//! and whoever is sent a link.

use crate::colours::Colours;
use crate::escape::escape;
use crate::json_ld::{Coverage, json_ld};
use crate::picture;
use crate::place::Place;
use atlas::domain::dataset::Dataset;
use atlas::domain::file::SiteFile;
use atlas::domain::route::Route;
use atlas::words::found as say;
use atlas::words::spoken;

/// What is the same on all pages of a language.
#[derive(Clone, Debug)]
pub struct Found {
    /// The time that the whole data set speaks of.
    pub coverage: Coverage,
    /// The colours of the site.
    pub colours: Colours,
    /// The picture in words.
    pub picture: String,
}

impl Found {
    /// The part of a page's head. `title` and `description` are those of the page, not yet escaped.
    pub fn head(&self, place: &Place<'_>, route: &Route, dataset: &Dataset, title: &str, description: &str) -> String {
        let mut head = String::new();
        // A page that is not there is not passed on.
        if *route != Route::NotFound {
            self.open_graph(&mut head, place, route, dataset, title, description);
            feeds(&mut head, place, route, dataset);
        }
        if place.is_whole() {
            let name = dataset.meta.title.as_str();
            link(
                &mut head,
                "search",
                Some("application/opensearchdescription+xml"),
                name,
                &place.path(&SiteFile::Search),
            );
        }
        link(&mut head, "manifest", None, "", &place.path(&SiteFile::Manifest));
        link(&mut head, "apple-touch-icon", None, "", &place.path(&SiteFile::TouchIcon));
        for (scheme, colour) in [("light", &self.colours.brand), ("dark", &self.colours.brand_dark)] {
            head.push_str(&format!(
                "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\">\n"
            ));
        }
        head.push_str(&json_ld(place, route, dataset, self.coverage));
        head.trim_end().to_owned()
    }

    /// Open Graph, and the one thing that it has no word for: that the picture is to be shown large.
    fn open_graph(
        &self,
        head: &mut String,
        place: &Place<'_>,
        route: &Route,
        dataset: &Dataset,
        title: &str,
        description: &str,
    ) {
        let mut told = vec![
            ("og:type", "website".to_owned()),
            ("og:site_name", dataset.meta.title.clone()),
            ("og:locale", spoken().locale.to_owned()),
            ("og:title", title.to_owned()),
            ("og:description", description.to_owned()),
        ];
        // These must be whole addresses.
        if place.is_whole() {
            let (width, height) = picture::SIZE;
            told.extend([
                ("og:url", place.page(route)),
                ("og:image", place.file(&SiteFile::Picture)),
                ("og:image:type", "image/png".to_owned()),
                ("og:image:width", width.to_string()),
                ("og:image:height", height.to_string()),
                ("og:image:alt", self.picture.clone()),
            ]);
        }
        for (property, content) in told {
            head.push_str(&format!("<meta property=\"{property}\" content=\"{}\">\n", escape(&content)));
        }
        if place.is_whole() {
            head.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
        }
    }
}

/// The feed and the calendar of all the data where all the data is shown, a country's on its page.
fn feeds(head: &mut String, place: &Place<'_>, route: &Route, dataset: &Dataset) {
    let country = match route {
        Route::Home | Route::Projects(_) => None,
        Route::Partner(id) => match dataset.country(id) {
            Some(country) => Some(country),
            None => return,
        },
        _ => return,
    };
    let (of, site) = (country.map(|country| country.id.clone()), &dataset.meta.title);
    let feed = say::feed_title(site, country);
    link(head, "alternate", Some("application/atom+xml"), &feed, &place.path(&SiteFile::Feed(of.clone())));
    let calendar = say::calendar_title(site, country);
    link(head, "alternate", Some("text/calendar"), &calendar, &place.path(&SiteFile::Calendar(of)));
}

fn link(head: &mut String, rel: &str, kind: Option<&str>, title: &str, href: &str) {
    let kind = kind.map(|kind| format!(" type=\"{kind}\"")).unwrap_or_default();
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
    head.push_str(&format!("<link rel=\"{rel}\"{kind}{title} href=\"{}\">\n", escape(href)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colours::tests::of_the_site;
    use crate::fixture::bundled;
    use crate::place::tests::{NOWHERE, OTHER, PORTAL};
    use atlas::domain::query::ProjectQuery;
    use atlas::domain::slug::Slug;

    fn head(place: &Place<'_>, route: &Route) -> String {
        let found =
            Found { coverage: Coverage::default(), colours: of_the_site(), picture: "A \"picture\".".to_owned() };
        found.head(place, route, &bundled(), "Title <&>", "Words & \"more\"")
    }

    #[test]
    fn whole_addresses_are_told_only_where_they_are_known() {
        let known = head(&PORTAL, &Route::About);
        for line in [
            "<meta property=\"og:url\" content=\"https://example.org/portal/about/\">",
            "<meta property=\"og:image\" content=\"https://example.org/portal/picture.png\">",
            "<meta property=\"og:image:width\" content=\"1200\">",
            "<meta property=\"og:image:alt\" content=\"A &quot;picture&quot;.\">",
            "<meta property=\"og:title\" content=\"Title &lt;&amp;&gt;\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
            "href=\"/portal/opensearch.xml\">",
            "<link rel=\"manifest\" href=\"/portal/manifest.webmanifest\">",
            "<link rel=\"apple-touch-icon\" href=\"/portal/apple-touch-icon.png\">",
        ] {
            assert!(known.contains(line), "{line}");
        }
        let unknown = head(&NOWHERE, &Route::About);
        assert!(unknown.contains("og:title") && unknown.contains("og:description"));
        for part in ["og:url", "og:image", "twitter:", "opensearch"] {
            assert!(!unknown.contains(part), "{part}");
        }
        assert!(head(&OTHER, &Route::About).contains("href=\"/portal/ru/manifest.webmanifest\""));
    }

    #[test]
    fn feeds_are_told_where_their_content_is_shown() {
        let country = Slug::new("kazakhstan").unwrap();
        let projects = Route::Projects(ProjectQuery::default());
        for (route, feed) in [
            (Route::Home, Some("/portal/feed.atom")),
            (projects, Some("/portal/feed.atom")),
            (Route::Partner(country), Some("/portal/partners/kazakhstan/feed.atom")),
            (Route::About, None),
            (Route::NotFound, None),
        ] {
            let head = head(&PORTAL, &route);
            let told = head.contains("application/atom+xml") && head.contains("text/calendar");
            assert_eq!(told, feed.is_some(), "{}", route.path());
            assert!(feed.is_none_or(|feed| head.contains(&format!("href=\"{feed}\""))), "{head}");
        }
        assert!(!head(&PORTAL, &Route::NotFound).contains("og:"));
    }
}
