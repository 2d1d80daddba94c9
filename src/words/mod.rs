//! Every sentence that the visitor reads and that is not data, in every language of the site.
//!
//! [`words`] gives those of the language that is spoken. What is always the same is a field of [`Texts`]
//! (`words().skip_link`), what depends on something is a method of [`Sentences`] (`words().projects_count(3)`). Here and
//! in the modules beside is what all languages share: which sentence says what.
//!
//! A language is a file like [`en`] and its line in [`LANGUAGES`]; the compiler names what the file lacks.
//!
//! Absent here: markup, addresses, and anything that decides what is shown.

pub mod en;
#[cfg(not(target_arch = "wasm32"))]
pub mod found;
pub mod language;
pub mod list;
pub mod numbers;
#[cfg(not(target_arch = "wasm32"))]
pub mod published;
pub mod ru;
pub mod sentences;
pub mod texts;
pub mod timeline;

pub use language::{LANGUAGES, Language, speak, spoken, words};
pub use list::facet_value;
pub use sentences::Sentences;
pub use texts::Texts;

use crate::domain::budget::{Budget, Share};
use crate::domain::catalogue::names::Names;
use crate::domain::dataset::Dataset;
use crate::domain::query::Page;
use crate::domain::route::Route;
use crate::domain::stated::Dated;
use crate::domain::status::Status;
use numbers::initial_lower;

// Pages

/// The name of a page in menus, breadcrumbs and its heading.
pub fn page_name(route: &Route, dataset: &Dataset) -> String {
    let say = words();
    match route {
        Route::Home => say.page_home.into(),
        Route::Partners => say.page_partners.into(),
        Route::Partner(id) => dataset.country(id).map(|it| it.name.clone()).unwrap_or_default(),
        Route::Projects(_) => say.page_projects.into(),
        Route::Project(id, _) => dataset.projects.get(id).map(|it| it.title.clone()).unwrap_or_default(),
        Route::Organisations => say.page_organisations.into(),
        Route::Organisation(id) => dataset.organisations.get(id).map(|it| it.name.clone()).unwrap_or_default(),
        Route::Timeline(_) => say.page_timeline.into(),
        Route::Event(id) => dataset.events.get(id).map(|it| it.title.clone()).unwrap_or_default(),
        Route::Documents => say.page_documents.into(),
        Route::About => say.page_about.into(),
        Route::Accessibility => say.page_accessibility.into(),
        Route::NotFound => say.page_not_found.into(),
    }
}

/// The short name of a page of the main menu.
pub fn menu_name(route: &Route, dataset: &Dataset) -> String {
    match route {
        Route::Projects(_) => words().menu_projects.into(),
        other => page_name(other, dataset),
    }
}

/// The title of the window. `found` is how many projects or entries the page lists, where it lists any.
pub fn title(route: &Route, dataset: &Dataset, names: &Names, found: Option<usize>) -> String {
    let site = &dataset.meta.title;
    let asked = match route {
        Route::Home => return format!("{site}: {}", initial_lower(words().tagline)),
        Route::Projects(query) => {
            let name = if query.is_everything() && query.as_of.is_none() {
                page_name(route, dataset)
            } else {
                words().question(query, names)
            };
            // There is no page after the last; the first is shown.
            let pages = found.map_or(usize::MAX, |found| found.div_ceil(Page::SIZE));
            let page = Some(query.page).filter(|page| !matches!(page, Page::Number(number) if *number > pages));
            match page.and_then(|page| words().page_clause(page)) {
                Some(page) => format!("{name}, {page}"),
                None => name,
            }
        }
        Route::Timeline(query) => timeline::title(query, names),
        other => page_name(other, dataset),
    };
    match found {
        Some(found) => format!("{asked} ({}) – {site}", words().number(found)),
        None => format!("{asked} – {site}"),
    }
}

// Facts

/// A status that the source states, with its words where they say more.
pub fn status_stated(stated: Status, as_written: Option<&str>) -> String {
    let reading = words().status(stated);
    match as_written {
        Some(written) if ![reading.to_lowercase(), stated.id().to_owned()].contains(&written.to_lowercase()) => {
            format!("{} ({})", initial_lower(reading), words().quoted(written))
        }
        _ => initial_lower(reading),
    }
}

/// A period as read, else the source's words, else that there is none.
pub fn dated(dated: Option<&Dated>) -> String {
    match dated {
        Some(Dated { period: Some(read), .. }) => words().period(read),
        Some(Dated { as_written: Some(written), .. }) => words().not_dates(written),
        _ => words().not_stated.into(),
    }
}

/// The sum of a budget with what limits it; `None` when there is no sum that can be trusted.
pub fn budget(budget: &Budget) -> Option<String> {
    let sum = words().limited(words().money(budget.money?), budget.precision);
    Some(if budget.indicative { words().indicative(sum) } else { sum })
}

/// The budget in one line: the sum, else the source's words, else that it is not stated.
pub fn budget_line(stated: Option<&Budget>) -> String {
    match stated {
        None => words().not_stated.into(),
        Some(it) => budget(it).unwrap_or_else(|| words().as_written(&it.as_written)),
    }
}

/// The sum of a budget in a list, with what it pays for when that is not the whole project.
pub fn budget_in_list(stated: &Budget) -> Option<String> {
    let sum = budget(stated)?;
    Some(match words().covers(stated.covers) {
        Some(covers) => format!("{sum} ({covers})"),
        None => sum,
    })
}

/// A share of a budget; `None` when none is stated.
pub fn share(share: &Share) -> Option<String> {
    let percent = share.percent.map(|percent| words().percent(percent));
    let sum = share.money.map(|sum| words().money(sum));
    let parts: Vec<String> = percent.into_iter().chain(sum).collect();
    (!parts.is_empty()).then(|| list_of(&parts))
}

/// The number of a source, as a footnote mark.
pub fn source_mark(number: usize) -> String {
    format!("[{number}]")
}

/// Facts of one thing in one line.
pub fn line_of(facts: impl Iterator<Item = String>) -> String {
    facts.collect::<Vec<_>>().join(" · ")
}

/// Things of one kind in one line.
pub fn list_of(names: &[String]) -> String {
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};
    use crate::domain::period::Period;

    #[test]
    fn periods_say_what_is_open_and_what_is_unknown() {
        let cases = [
            ("2014-07/2017-07", "July 2014 – July 2017"),
            ("2014-07-25/2018-07-24", "25 July 2014 – 24 July 2018"),
            ("2014-11-14/2014-11-15", "14–15 November 2014"),
            ("2010/..", "since 2010, open end"),
            ("2010~/", "from about 2010, end not stated"),
            ("/2016", "until 2016, start not stated"),
            ("2018-02-28", "28 February 2018"),
        ];
        for (edtf, said) in cases {
            assert_eq!(words().period(&Period::parse(edtf).unwrap()), said);
        }
    }

    #[test]
    fn sums_are_grouped_and_named() {
        let sum =
            |code: &str, hundredths| words().money(Money { currency: Currency::parse(code).unwrap(), hundredths });
        assert_eq!(sum("EUR", 166_641_300), "€1,666,413");
        assert_eq!(sum("USD", 44_414_550), "USD 444,145.50");
        assert_eq!(sum("USD", 5), "USD 0.05");
        assert_eq!(words().number(999), "999");
        assert_eq!(words().number(1000), "1,000");
        assert_eq!(words().projects_count(1), "1 project");
    }

    #[test]
    fn a_list_of_choices_is_a_clause() {
        let names = |list: &[&str]| words().any_of(&list.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(names(&["a"]), "a");
        assert_eq!(names(&["a", "b", "c"]), "a, b or c");
    }
}
