//! Atom feeds (RFC 4287): the projects and events whose facts were taken from their sources last, of all the data and of
//! each partner country.

use crate::place::Place;
use crate::xml::document;
use atlas::domain::country::Country;
use atlas::domain::dataset::Dataset;
use atlas::domain::event::Event;
use atlas::domain::file::SiteFile;
use atlas::domain::period::Period;
use atlas::domain::project::Project;
use atlas::domain::query::ProjectQuery;
use atlas::domain::route::Route;
use atlas::domain::sorted::sorted_by_key;
use atlas::domain::source::Source;
use atlas::sheet::cell::iso;
use atlas::words::found as say;
use atlas::words::{self, words};
use std::cmp::Reverse;
use time::Date;
use uuid::{Uuid, uuid};

/// How many entries a feed has at most.
pub const MOST: usize = 50;

/// Sets the names made here apart from those that others make of the same words. Made once by chance; never to change.
const NAMES: Uuid = uuid!("3c0b6a52-6f0e-4b57-9d0a-6f4d1c1f2a87");

/// An entry, before it is written.
struct Entry {
    route: Route,
    title: String,
    kind: String,
    /// The last day on which facts of it were taken from a source.
    seen: Date,
    period: Option<Period>,
}

/// The feed of all the data, or of a country.
///
/// # Errors
/// When it cannot be written.
pub fn feed(place: &Place<'_>, dataset: &Dataset, country: Option<&Country>) -> Result<String, String> {
    let meta = &dataset.meta;
    let of = country.map(|country| country.id.clone());
    let entries = newest(dataset, country);
    let page = of.clone().map_or(Route::Home, Route::Partner);
    // The feed itself is as old as its newest entry, so that one without news does not look new.
    let updated = entries.first().map_or(meta.as_of, |entry| entry.seen);
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", place.language)];
    document("feed", &root, |feed| {
        feed.text("id", &[], &lasting_name(place, &SiteFile::Feed(of.clone()).path()))?;
        feed.text("title", &[], &say::feed_title(&meta.title, country))?;
        feed.text("subtitle", &[], &words().feed_subtitle(MOST))?;
        feed.text("updated", &[], &moment(updated))?;
        feed.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &place.page(&page))])?;
        let own = place.file(&SiteFile::Feed(of.clone()));
        feed.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)])?;
        feed.element("author", &[], |author| author.text("name", &[], &meta.publisher))?;
        feed.text("rights", &[], &meta.licence)?;
        feed.text("icon", &[], &place.file(&SiteFile::IconOf(192)))?;
        for it in &entries {
            feed.element("entry", &[], |entry| {
                entry.text("id", &[], &lasting_name(place, &it.route.path()))?;
                entry.text("title", &[], &it.title)?;
                entry.text("updated", &[], &moment(it.seen))?;
                let page = place.page(&it.route);
                entry.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])?;
                entry.empty("category", &[("term", &it.kind)])?;
                let summary = words::found::description(&it.route, dataset, 0);
                if summary == it.title { Ok(()) } else { entry.text("summary", &[], &summary) }
            })?;
        }
        Ok(())
    })
}

/// Those whose facts were taken last. Of one day, which is that of a whole release, what begins last comes first; what
/// has no date comes last.
fn newest(dataset: &Dataset, country: Option<&Country>) -> Vec<Entry> {
    let concerns = |countries: &[_]| country.is_none_or(|country| countries.contains(&country.id));
    let projects = dataset.projects.values().filter(|it| concerns(&it.countries)).filter_map(of_project);
    let events = dataset.events.values().filter(|it| concerns(&it.countries)).filter_map(of_event);
    let mut entries = sorted_by_key(projects.chain(events).collect(), |entry| {
        let place = entry.period.and_then(|period| period.place_in_time());
        (Reverse(entry.seen), Reverse(place), entry.title.clone(), entry.route.path())
    });
    entries.truncate(MOST);
    entries
}

fn of_project(project: &Project) -> Option<Entry> {
    Some(Entry {
        route: Route::Project(project.id.clone(), ProjectQuery::default()),
        title: project.title.clone(),
        kind: words().kind(project.kind).unwrap_or(words().timeline.project).to_owned(),
        seen: last_seen(&project.sources)?,
        period: project.period.as_ref().and_then(|dated| dated.period),
    })
}

fn of_event(event: &Event) -> Option<Entry> {
    Some(Entry {
        route: Route::Event(event.id.clone()),
        title: event.title.clone(),
        kind: words().entry_kind(&event.kind),
        seen: last_seen(&event.sources)?,
        period: event.date,
    })
}

fn last_seen(sources: &[Source]) -> Option<Date> {
    sources.iter().map(|source| source.seen).max()
}

/// A name for ever, as Atom wants one: it stays the same when the site moves to another host, which an address would
/// not, and it can be made where no host is known. A `tag:` would need a host of ours as well. Texts in another language
/// are another thing.
fn lasting_name(place: &Place<'_>, path: &str) -> String {
    let name = Uuid::new_v5(&NAMES, format!("{} {path}", place.language).as_bytes());
    format!("urn:uuid:{}", name.hyphenated())
}

/// The beginning of a day. The data knows days, Atom moments.
fn moment(day: Date) -> String {
    format!("{}T00:00:00Z", iso(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::bundled;
    use crate::place::tests::{NOWHERE, OTHER, PORTAL};
    use crate::xml::tests::{attributes, texts};
    use std::collections::BTreeSet;

    #[test]
    fn the_newest_fifty_stand_in_order() {
        let dataset = bundled();
        for place in [NOWHERE, PORTAL, OTHER] {
            let xml = feed(&place, &dataset, None).unwrap();
            let ids: BTreeSet<String> = texts(&xml, "id").into_iter().collect();
            assert_eq!(ids.len(), MOST + 1, "every name is another");
            assert!(ids.iter().all(|id| id.starts_with("urn:uuid:")));
            let updated = texts(&xml, "updated");
            assert_eq!(updated[0], updated[1]);
            assert!(updated.windows(2).all(|pair| pair[0] >= pair[1]));
            let pages = format!("{}{}/", place.origin, place.pages);
            for link in attributes(&xml, "link") {
                assert!(link[2].1.starts_with(&pages), "{link:?}");
            }
        }
    }

    #[test]
    fn names_stay_when_the_site_moves_and_differ_between_languages() {
        let dataset = bundled();
        let names = |place| texts(&feed(&place, &dataset, None).unwrap(), "id");
        assert_eq!(names(NOWHERE), names(PORTAL));
        assert_ne!(names(PORTAL), names(OTHER));
    }

    #[test]
    fn a_country_has_its_own() {
        let dataset = bundled();
        for country in &dataset.countries {
            let xml = feed(&PORTAL, &dataset, Some(country)).unwrap();
            let own = format!("https://example.org/portal/partners/{}/feed.atom", country.id);
            assert_eq!(attributes(&xml, "link")[1][2].1, own);
            let entries = texts(&xml, "id").len() - 1;
            let of_country = dataset.projects.values().filter(|it| it.countries.contains(&country.id)).count()
                + dataset.events_in(&country.id).count();
            assert_eq!(entries, of_country.min(MOST), "{}", country.id);
        }
    }
}
