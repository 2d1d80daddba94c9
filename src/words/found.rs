//! The sentences by which the site is found and shared that all languages share.

use super::words;
use crate::domain::country::Country;
use crate::domain::read::FILES;
use time::Date;

/// What a file of the data holds.
pub fn file_holds(file: &str) -> &'static str {
    let say = words();
    let holds = [
        say.holds_meta,
        say.page_partners,
        say.envelopes,
        say.page_organisations,
        say.holds_types,
        say.projects,
        say.events,
        say.documents,
    ];
    FILES.iter().position(|name| *name == file).and_then(|at| holds.get(at)).copied().unwrap_or_default()
}

/// The title of a feed: of the whole data, or of a country.
pub fn feed_title(site: &str, country: Option<&Country>) -> String {
    format!("{site}: {}", country.map_or(words().feed_of_all, |country| country.name.as_str()))
}

/// The name of a calendar: of all events, or of those of a country.
pub fn calendar_title(site: &str, country: Option<&Country>) -> String {
    let events = words().calendar_of_all;
    match country {
        Some(country) => format!("{site}: {events}, {}", country.name),
        None => format!("{site}: {events}"),
    }
}

/// What the picture says, for those who do not see it.
pub fn picture_text(site: &str, tagline: &str, figures: &[(String, String)], as_of: Date) -> String {
    let figures: Vec<String> = figures.iter().map(|(number, what)| format!("{number} {what}")).collect();
    format!("{site}: {tagline}. {}. {}.", figures.join(", "), words().data_of(as_of))
}
