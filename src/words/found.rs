//! The sentences by which the site is found and shared: in feeds, calendars, search engines, browsers and pictures.

// A constant here is its own documentation.
#![allow(missing_docs)]

use super::{day, number};
use crate::domain::country::Country;
use crate::domain::dataset::Dataset;
use crate::domain::read::FILES;
use time::Date;

/// The language of these sentences and its region, as Open Graph writes it. The spelling is British.
pub const LOCALE: &str = "en_GB";

// The data set

/// What the data set is, for search engines of data.
pub fn dataset_description(dataset: &Dataset, projects: usize) -> String {
    format!(
        "{} projects that support the rule of law in {} countries of Central Asia, with donors, implementers, \
         beneficiaries, budgets, dates, events and documents as public sources state them, each with its sources.",
        number(projects),
        number(dataset.countries.len()),
    )
}

/// What a file of the data holds.
pub fn file_holds(file: &str) -> &'static str {
    match FILES.iter().position(|name| *name == file) {
        Some(0) => "About the data set",
        Some(1) => "Partner countries",
        Some(2) => "EU funds set aside",
        Some(3) => "Organisations",
        Some(4) => "Types of project",
        Some(5) => "Projects",
        Some(6) => "Events",
        _ => "Documents",
    }
}

// Feeds

/// The title of a feed: of the whole data, or of a country.
pub fn feed_title(site: &str, country: Option<&Country>) -> String {
    match country {
        Some(country) => format!("{site}: {}", country.name),
        None => format!("{site}: projects and events"),
    }
}

/// What stands in a feed, and in which order.
pub fn feed_subtitle(most: usize) -> String {
    format!("At most {} projects and events, those first whose facts were last taken from a source.", number(most))
}

// Calendars

/// The name of a calendar: of all events, or of those of a country.
pub fn calendar_title(site: &str, country: Option<&Country>) -> String {
    match country {
        Some(country) => format!("{site}: events, {}", country.name),
        None => format!("{site}: events"),
    }
}

// Browsers

/// What the search of a browser asks.
pub fn search_description(site: &str) -> String {
    format!("Search the projects of the {site}")
}

// The picture

/// What the picture says, for those who do not see it.
pub fn picture_text(site: &str, tagline: &str, figures: &[(String, &str)], as_of: Date) -> String {
    let figures: Vec<String> = figures.iter().map(|(number, what)| format!("{number} {what}")).collect();
    format!("{site}: {tagline}. {}. {}.", figures.join(", "), data_of(as_of))
}

/// The numbers of the picture.
pub fn picture_figures(projects: usize, countries: usize) -> [(String, &'static str); 2] {
    [
        (number(projects), if projects == 1 { "project" } else { "projects" }),
        (number(countries), if countries == 1 { "country" } else { "countries" }),
    ]
}

/// The day of the data, in the picture.
pub fn data_of(as_of: Date) -> String {
    format!("Data of {}", day(as_of))
}
