//! The OpenSearch description: how a browser searches the database from its own search field.

use crate::manifest::shortened;
use crate::place::Place;
use crate::xml::document;
use atlas::domain::file::SiteFile;
use atlas::domain::query::ProjectQuery;
use atlas::domain::route::Route;
use atlas::words::words;

/// Stands for the words in an address until it is known how the query is spelled.
const WORDS: &str = "searchterms";

/// How long a name may be.
const SHORT: usize = 16;

/// The description; `None` without an origin, because a browser keeps the address apart from the site.
///
/// # Errors
/// When it cannot be written.
pub fn open_search(place: &Place<'_>, title: &str) -> Result<Option<String>, String> {
    if !place.is_whole() {
        return Ok(None);
    }
    let asked = Route::Projects(ProjectQuery::parse(&format!("q={WORDS}")));
    let template = place.page(&asked).replace(WORDS, "{searchTerms}");
    let icon = place.file(&SiteFile::Icon);
    let root = [("xmlns", "http://a9.com/-/spec/opensearch/1.1/")];
    let xml = document("OpenSearchDescription", &root, |it| {
        it.text("ShortName", &[], &shortened(title, SHORT))?;
        it.text("LongName", &[], &shortened(title, 48))?;
        it.text("Description", &[], &words().search_description(title))?;
        it.empty("Url", &[("type", "text/html"), ("template", &template)])?;
        it.text("Image", &[("type", "image/svg+xml")], &icon)?;
        it.text("Language", &[], place.language)?;
        it.text("InputEncoding", &[], "UTF-8")?;
        it.text("OutputEncoding", &[], "UTF-8")
    });
    xml.map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::tests::{NOWHERE, OTHER, PORTAL};
    use crate::xml::tests::{attributes, texts};

    #[test]
    fn the_search_leads_to_the_list() {
        for (place, list) in [(PORTAL, "/portal/projects/"), (OTHER, "/portal/ru/projects/")] {
            let xml = open_search(&place, "Rule of Law Atlas").unwrap().unwrap();
            assert_eq!(texts(&xml, "ShortName"), ["Rule of Law"]);
            assert_eq!(texts(&xml, "Language"), [place.language]);
            let url = &attributes(&xml, "Url")[0];
            assert_eq!(url[1].1, format!("https://example.org{list}?q={{searchTerms}}"));
        }
    }

    #[test]
    fn without_an_origin_there_is_none() {
        assert_eq!(open_search(&NOWHERE, "Rule of Law Atlas").unwrap(), None);
    }
}
