//! The sentences by which the site is found and shared that all languages share.

use super::words;
use crate::domain::country::Country;
use crate::domain::dataset::Dataset;
use crate::domain::event::Event;
use crate::domain::read::FILES;
use crate::domain::route::Route;
use time::Date;

/// What a file of the data holds.
pub fn file_holds(file: &str) -> &'static str {
    let (say, published) = (words(), words().published());
    let holds = [
        published.holds_meta,
        say.page_partners,
        published.envelopes,
        say.page_organisations,
        published.holds_types,
        say.projects,
        say.events,
        say.documents,
    ];
    FILES.iter().position(|name| *name == file).and_then(|at| holds.get(at)).copied().unwrap_or_default()
}

/// The title of a feed: of the whole data, or of a country.
pub fn feed_title(site: &str, country: Option<&Country>) -> String {
    format!("{site}: {}", country.map_or(words().published().feed_of_all, |country| country.name.as_str()))
}

/// The name of a calendar: of all events, or of those of a country.
pub fn calendar_title(site: &str, country: Option<&Country>) -> String {
    let events = words().published().calendar_of_all;
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

/// The description of a page for search engines, one sentence. `in_country`: how many projects the country has whose
/// page it is.
pub fn description(route: &Route, dataset: &Dataset, in_country: usize) -> String {
    let (say, published) = (words(), words().published());
    let projects = dataset.derived.totals.projects;
    match route {
        Route::Home => say.describe_home(projects),
        Route::Partners => published.describe_partners.into(),
        Route::Partner(id) => say.describe_partner(dataset.country(id).map_or("", |it| it.name.as_str()), in_country),
        Route::Projects(_) => say.describe_projects(projects),
        Route::Project(id, _) => match dataset.projects.get(id) {
            Some(project) => project.objective.clone().unwrap_or_else(|| project.title.clone()),
            None => String::new(),
        },
        Route::Organisations => published.describe_organisations.into(),
        Route::Organisation(id) => {
            say.describe_organisation(dataset.organisations.get(id).map_or("", |it| it.name.as_str()))
        }
        Route::Timeline(_) => published.describe_timeline.into(),
        Route::Event(id) => dataset.events.get(id).map(event_described).unwrap_or_default(),
        Route::Documents => published.describe_documents.into(),
        Route::About => published.describe_about.into(),
        Route::Accessibility => published.describe_accessibility.into(),
        Route::NotFound => published.describe_not_found.into(),
    }
}

/// An event in a sentence or two, or in a line where there is no more to say.
fn event_described(event: &Event) -> String {
    let date = event.date.as_ref().map(|date| words().period(date));
    let facts = [Some(words().entry_kind(&event.kind)), date, event.city.clone()];
    let line = || format!("{}: {}", super::line_of(facts.into_iter().flatten()), event.title);
    event.description.clone().unwrap_or_else(line)
}
