//! Every sentence that the visitor reads and that is not data, and how dates, sums and numbers are written.
//!
//! English. Absent here: markup, addresses, and anything that decides what is shown.

// A constant here is its own documentation.
#![allow(missing_docs)]

pub mod list;
pub mod save;
pub mod timeline;

pub use list::{facet_name, facet_value};

use crate::domain::budget::{Budget, Covers, Precision, Share};
use crate::domain::catalogue::names::Names;
use crate::domain::country::{Country, SectionKind};
use crate::domain::dataset::Dataset;
use crate::domain::date::{PartialDate, Stated};
use crate::domain::event::Event;
use crate::domain::money::{Currency, Money};
use crate::domain::organisation;
use crate::domain::party::Role;
use crate::domain::period::{End, Period};
use crate::domain::project::{Kind, TypesBy};
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::stated::Dated;
use crate::domain::status::Status;
use crate::domain::timeline::TimelineQuery;
use time::{Date, Month};

// The frame

pub const SKIP_LINK: &str = "Skip to the content";
pub const MENU_LABEL: &str = "Main";
pub const BREADCRUMBS_LABEL: &str = "You are here";
pub const TAGLINE: &str = "Who supports the rule of law in Central Asia";
pub const RESOURCES: &str = "Resources";
pub const NEEDS_SCRIPT: &str = "Searching and filtering need JavaScript and WebAssembly. Without them every page can be read, and every \
     project can be reached from the list of projects, from its countries, its organisations and the timeline.";
pub const START_FAILED: &str = "Searching and filtering could not start: the data or the program did not arrive whole, or this browser \
     does not run WebAssembly. The page below is complete as published; you can read on, or try again.";
pub const PAGE_FAILED: &str =
    "The page could not be had: the host did not answer, or what it sent did not arrive whole.";
pub const WORDS_FAILED: &str =
    "The words of the projects did not arrive whole, so that they cannot be searched. Everything else works.";
pub const PROGRESS_LABEL: &str = "Loading the index of the projects";
pub const CRASHED: &str = "Something went wrong in this page and it no longer reacts. Load it again; nothing is lost.";
pub const TRY_AGAIN: &str = "Load again";

/// The foot of every page.
pub fn data_line(dataset: &Dataset) -> String {
    format!("Data of {}, release {}.", day(dataset.meta.as_of), dataset.meta.data_version)
}

/// What the reader had to leave out.
pub fn unreadable(count: usize) -> String {
    format!(
        "{} of the data could not be read and {} not shown.",
        count_of(count, "record", "records"),
        if count == 1 { "is" } else { "are" }
    )
}

pub const DATA_LICENCE: &str = "Licence of the data:";

// Pages

/// The name of a page in menus, breadcrumbs and its heading.
pub fn page_name(route: &Route, dataset: &Dataset) -> String {
    match route {
        Route::Home => "Home".into(),
        Route::Partners => "Partners".into(),
        Route::Partner(id) => dataset.country(id).map(|it| it.name.clone()).unwrap_or_default(),
        Route::Projects(_) => "Related projects database".into(),
        Route::Project(id, _) => dataset.projects.get(id).map(|it| it.title.clone()).unwrap_or_default(),
        Route::Organisations => "Organisations".into(),
        Route::Organisation(id) => dataset.organisations.get(id).map(|it| it.name.clone()).unwrap_or_default(),
        Route::Timeline(_) => "Timeline".into(),
        Route::Event(id) => dataset.events.get(id).map(|it| it.title.clone()).unwrap_or_default(),
        Route::Documents => "Documents".into(),
        Route::About => "About".into(),
        Route::NotFound => "Page not found".into(),
    }
}

/// The short name of a page of the main menu.
pub fn menu_name(route: &Route, dataset: &Dataset) -> String {
    match route {
        Route::Projects(_) => "Projects".into(),
        other => page_name(other, dataset),
    }
}

/// The title of the window. `found` is how many projects or entries the page lists, where it lists any.
pub fn title(route: &Route, dataset: &Dataset, names: &Names, found: Option<usize>) -> String {
    let site = &dataset.meta.title;
    let asked = match route {
        Route::Home => return format!("{site}: {}", lower_first(TAGLINE)),
        Route::Projects(query) => {
            let name = if query.is_everything() { page_name(route, dataset) } else { list::question(query, names) };
            match list::page_clause(query.page) {
                Some(page) => format!("{name}, {page}"),
                None => name,
            }
        }
        Route::Timeline(query) => timeline::title(query, names),
        other => page_name(other, dataset),
    };
    match found {
        Some(found) => format!("{asked} ({}) – {site}", number(found)),
        None => format!("{asked} – {site}"),
    }
}

/// The description of a page for search engines, one sentence. `in_country`: how many projects the country has whose
/// page it is.
pub fn description(route: &Route, dataset: &Dataset, in_country: usize) -> String {
    let projects = number(dataset.derived.totals.projects);
    match route {
        Route::Home => {
            format!("{TAGLINE}: {projects} projects, who funds them, where, when, for whom and for how much.")
        }
        Route::Partners => "The partner countries, with their projects, events and relations with the EU.".into(),
        Route::Partner(id) => {
            let name = dataset.country(id).map_or("", |it| it.name.as_str());
            let count = projects_count(in_country);
            format!("{name}: facts, relations with the EU, rule of law, and {count} in the database.")
        }
        Route::Projects(_) => {
            format!("{projects} rule of law projects in Central Asia by country, type, donor and status.")
        }
        Route::Project(id, _) => match dataset.projects.get(id) {
            Some(project) => project.objective.clone().unwrap_or_else(|| project.title.clone()),
            None => String::new(),
        },
        Route::Organisations => "Donors, implementers and institutions, and the projects on which they work.".into(),
        Route::Organisation(id) => {
            let name = dataset.organisations.get(id).map_or("", |it| it.name.as_str());
            format!("{name}: the rule of law projects in Central Asia on which it is named.")
        }
        Route::Timeline(_) => "Projects and events of rule of law cooperation in Central Asia in order of time.".into(),
        Route::Event(id) => dataset.events.get(id).map(event_described).unwrap_or_default(),
        Route::Documents => {
            "Reports, studies, agreements and recommendations on the rule of law in Central Asia.".into()
        }
        Route::About => "What this atlas is, where its data comes from, its licence, and how to correct it.".into(),
        Route::NotFound => "There is no page at this address.".into(),
    }
}

// Home

pub const HOME_HEADING: &str = TAGLINE;
pub const HOME_COUNTRIES: &str = "By country";
pub const HOME_TYPES: &str = "By type of project";
pub const HOME_DONORS: &str = "By donor";
pub const HOME_EVENTS: &str = "Latest events";
pub const HOME_ALL_TYPES: &str = "All types, donors and statuses";
pub const HOME_ALL_EVENTS: &str = "All events on the timeline";
pub const SEE_PROJECTS: &str = "Search the projects";
pub const SEE_TIMELINE: &str = "Open the timeline";
pub const COUNTED_ONCE: &str = "A project in several countries, or of several types, counts once in each, so that these numbers do not add up to the total.";

/// The first paragraph of the first page.
pub fn home_lead(dataset: &Dataset) -> String {
    format!(
        "Donors, institutions, journalists and researchers can see here who does what: {} in {} countries, with their \
         donors, partners, budgets and dates as {} public sources state them.",
        projects_count(dataset.derived.totals.projects),
        number(dataset.countries.len()),
        number(dataset.derived.totals.sources),
    )
}

/// The labels of the figures on the first page, with their numbers.
pub fn home_figures(dataset: &Dataset) -> [(Route, usize, &'static str); 4] {
    let totals = dataset.derived.totals;
    [
        (Route::Projects(ProjectQuery::default()), totals.projects, "projects"),
        (Route::Organisations, totals.organisations, "organisations"),
        (Route::Timeline(TimelineQuery::default()), totals.events + totals.projects, "entries on the timeline"),
        (Route::Documents, totals.documents, "documents"),
    ]
}

// Partners

pub const PARTNERS_LEAD: &str =
    "The partner countries, with their facts, their relations with the European Union, their projects and events.";
pub const FACTS: &str = "Facts";
pub const ON_THIS_PAGE: &str = "On this page";
pub const COORDINATOR: &str = "National coordinator";
pub const CONTACT: &str = "Contact person";
pub const STAKEHOLDERS_LEAD: &str = "Institutions";
pub const AGREEMENTS: &str = "Agreements and steps";
pub const ENVELOPES: &str = "EU funds set aside";
pub const ENVELOPE_YEARS: &str = "Years";
pub const ENVELOPE_SUM: &str = "Sum";
pub const ENVELOPE_FOR: &str = "For";
pub const ENVELOPE_SOURCE: &str = "Source";
pub const ENVELOPE_COUNTRY: &str = "This country";
pub const ENVELOPE_REGION: &str = "All partner countries";
pub const ENVELOPE_CONFLICT: &str =
    "Sources give different sums for the same years; all are shown. Sums of different rows must not be added up.";
pub const SECTION_UNKNOWN: &str = "Not known: no source that could be read says anything about this.";
pub const STAKEHOLDERS_UNKNOWN: &str = "Which institutions take part is not known.";
pub const COORDINATOR_UNKNOWN: &str = "Who coordinates for the country, and whom to write to, is not known.";
pub const EVENTS: &str = "Events";
pub const PROJECTS: &str = "Projects";
pub const NO_EVENTS: &str = "The data set holds no event for it.";

/// The headings of the six sections of a country's page.
pub fn section_name(kind: SectionKind, country: &Country) -> String {
    let name = the_country(country);
    match kind {
        SectionKind::Country => format!("About {name}"),
        SectionKind::Eu => format!("{} and the European Union", upper_first(&name)),
        SectionKind::Initiative => format!("{} and the Rule of Law Initiative", upper_first(&name)),
        SectionKind::RuleOfLaw => format!("Rule of law in {name}"),
        SectionKind::WorkPlan => "Platform work plan".into(),
        SectionKind::Stakeholders => "Platform stakeholders".into(),
    }
}

fn the_country(country: &Country) -> String {
    if country.name.ends_with("Republic") { format!("the {}", country.name) } else { country.name.clone() }
}

/// The time that a statement speaks of.
pub fn as_of(date: PartialDate) -> String {
    format!("as of {}", partial_date(date))
}

/// Since when somebody holds an office or takes part.
pub fn since(date: PartialDate) -> String {
    format!("since {}", partial_date(date))
}

/// When an agreement was signed and entered into force.
pub fn agreement_dates(signed: Option<PartialDate>, in_force: Option<PartialDate>) -> Option<String> {
    match (signed, in_force) {
        (Some(signed), Some(force)) => {
            Some(format!("signed {}, in force {}", partial_date(signed), partial_date(force)))
        }
        (Some(date), None) => Some(partial_date(date)),
        (None, Some(force)) => Some(format!("in force {}", partial_date(force))),
        (None, None) => None,
    }
}

/// The link to the projects of a country.
pub fn all_projects_in(country: &Country, count: usize) -> String {
    format!("Search the {} in {}", projects_count(count), the_country(country))
}

fn unknown_value(value: &Slug) -> String {
    format!("“{value}” (unknown)")
}

fn list_and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn any_of(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// A status.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Forecast => "Forecast",
        Status::Ongoing => "On-going",
        Status::EndNotStated => "Started, end not stated",
        Status::Completed => "Completed",
        Status::Suspended => "Suspended",
        Status::Cancelled => "Cancelled",
    }
}

/// The day on which a status that follows from the dates holds.
pub fn status_as_of(as_of: Date) -> String {
    format!("by its dates, as of {}", day(as_of))
}

/// A status that the source states.
pub fn status_stated(status_stated: Status, as_written: Option<&str>) -> String {
    let reading = status(status_stated);
    match as_written {
        Some(words) if !words.eq_ignore_ascii_case(reading) && !words.eq_ignore_ascii_case(status_stated.id()) => {
            format!("{} (“{words}”)", lower_first(reading))
        }
        _ => lower_first(reading),
    }
}

pub const STATUS_SAID_ONCE: &str = "when its source was written";
pub const STATUS_SOURCE_SAYS: &str = "The source, when written, said:";

/// What an entry is when it is not an ordinary project.
pub fn kind(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Project => None,
        Kind::Group => Some("Several projects in one entry"),
        Kind::Call => Some("Call for proposals"),
        Kind::Preparation => Some("Preparation of a project"),
        Kind::Agreement => Some("Agreement"),
    }
}

// Project

/// The first of a longer list.
pub fn first_of(shown: usize, of: usize) -> String {
    format!("The {} that started last, of {}.", number(shown), number(of))
}

pub const BACK_TO_LIST: &str = "Back to list";
pub const COUNTRY: &str = "Country";
pub const TYPE: &str = "Type of project";
pub const PERIOD: &str = "Period";
pub const BUDGET: &str = "Budget";
pub const STATUS: &str = "Status";
pub const ENTRY: &str = "Entry";
pub const NOT_STATED: &str = "Not stated";
pub const OBJECTIVE: &str = "Objective";
pub const TARGET_GROUPS: &str = "Target groups";
pub const RESULTS: &str = "Results";
pub const NOTE: &str = "About this record";
pub const THIN: &str = "Little more than the title of this project is known.";
pub const DIFFERENCES: &str = "Where the sources differ";
pub const DIFFERENCES_LEAD: &str = "The facts above are those of the first source that states them. Other sources say:";
pub const RELATED: &str = "Related projects";
pub const PART_OF: &str = "Part of";
pub const COMPONENT: &str = "Has as a part";
pub const FOLLOWS: &str = "Follows";
pub const FOLLOWED_BY: &str = "Followed by";
pub const DOCUMENTS: &str = "Documents";
pub const SOURCE: &str = "Source";
pub const TOPICS: &str = "Topics";
pub const FROM_EVENT: &str = "From the event:";
pub const SOURCES: &str = "Sources";
pub const OTHER_TITLES: &str = "Also called";
pub const PARTNER_COUNTRIES: &str = "Partner countries";
pub const BUDGET_PARTS: &str = "Of which";
pub const TITLE: &str = "Title";
pub const DONORS: &str = "Donors";
pub const CORRECT: &str = "Correct this record";

/// The heading of the people and bodies in a role.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Donor => "Donor",
        Role::Implementer => "Implementer",
        Role::Beneficiary => "Beneficiary",
    }
}

/// Who chose the types, when it was not the source alone.
pub fn types_by(by: TypesBy) -> Option<&'static str> {
    match by {
        TypesBy::Source => None,
        TypesBy::Editor => Some("classified by the editors"),
        TypesBy::Both => Some("in part classified by the editors"),
    }
}

/// The number of a source, as a footnote mark.
pub fn source_mark(number: usize) -> String {
    format!("[{number}]")
}

/// What a footnote mark says to those who hear it.
pub fn source_mark_label(number: usize) -> String {
    format!("Source {number}")
}

/// When a source was seen, and its own date.
pub fn source_dates(dated: Option<PartialDate>, seen: Date) -> String {
    match dated {
        Some(dated) => format!("of {}, seen on {}", partial_date(dated), day(seen)),
        None => format!("undated, seen on {}", day(seen)),
    }
}

/// What a source writes.
pub fn as_written(words: &str) -> String {
    format!("Source: “{words}”")
}

/// How to send a correction of a page.
pub fn correct_subject(title: &str, id: &Slug, version: &str) -> String {
    format!("Correction: {title} ({id}, data {version})")
}

/// Facts of one thing in one line.
pub fn line_of(facts: impl Iterator<Item = String>) -> String {
    facts.collect::<Vec<_>>().join(" · ")
}

/// Things of one kind in one line.
pub fn list_of(names: &[String]) -> String {
    names.join(", ")
}

// Organisations

pub const ORGANISATIONS_LEAD: &str = "Every body that is named as donor, implementer, beneficiary or organiser, or takes part in the Platform, \
     with the number of projects on which it, or a part of it, is named.";
pub const ALSO_KNOWN_AS: &str = "Also written";
pub const ORGANISATION_KIND: &str = "Kind";
pub const WHOLE: &str = "Part of";
pub const PARTS: &str = "Its parts";
pub const ORGANISED: &str = "Events that it organised";
pub const STAKEHOLDER_IN: &str = "Platform stakeholder in";
pub const KIND_NOT_STATED: &str = "Kind not stated";

/// On how many projects a body is named. One on which it has two roles counts once.
pub fn named_on(count: usize) -> String {
    match count {
        0 => "The data set names it on no project.".into(),
        count => format!(
            "It, or a part of it, is named on {}. Where it has two roles on one project, that counts once.",
            projects_count(count)
        ),
    }
}

/// The heading of the projects on which a body has a role.
pub fn projects_as(role: Role) -> &'static str {
    match role {
        Role::Donor => "Projects that it funds",
        Role::Implementer => "Projects that it carries out",
        Role::Beneficiary => "Projects of which it is a beneficiary",
    }
}

/// The link to the list of the projects of a body at the top.
pub fn projects_of_whole(role: Role, body: Option<&organisation::Organisation>) -> String {
    let name = body.map_or("", |body| body.name.as_str());
    match role {
        Role::Donor => format!("All projects funded by {name}"),
        Role::Implementer => format!("All projects carried out by {name}"),
        Role::Beneficiary => format!("All projects for the benefit of {name}"),
    }
}

/// A kind of organisation.
pub fn organisation_kind(kind: organisation::Kind) -> &'static str {
    organisation::Kind::TABLE[kind as usize].0
}

// Entries of the timeline

pub const UNDATED: &str = "Date not known";

/// A kind of event or document as it stands beside its title.
pub fn entry_kind(kind: &str) -> String {
    upper_first(kind)
}

// Event

pub const EVENT_KIND: &str = "Kind of event";
pub const DATE: &str = "Date";
pub const PLACE: &str = "Place";
pub const ORGANISER: &str = "Organiser";
pub const DESCRIPTION: &str = "Description";
pub const DATES_DIFFER: &str = "The sources give different dates:";
pub const NO_PROJECT: &str = "The data set names no project to which it belongs.";
pub const IN_TIME: &str = "In order of time";
pub const ON_THE_TIMELINE: &str = "On the timeline";
pub const PREVIOUS_EVENT: &str = "Previous event";
pub const NEXT_EVENT: &str = "Next event";

/// An event in a sentence or two, or in a line where there is no more to say.
fn event_described(event: &Event) -> String {
    let facts = [Some(entry_kind(&event.kind)), event.date.as_ref().map(period), event.city.clone()];
    let line = || format!("{}: {}", line_of(facts.into_iter().flatten()), event.title);
    event.description.clone().unwrap_or_else(line)
}

// Documents

pub const DOCUMENTS_LEAD: &str =
    "Documents that the sources name. The link leads to the page where each was seen; the atlas keeps no copies.";

/// The name of a document's language, or its tag where there is no name here.
pub fn language(tag: &str) -> &str {
    match tag {
        "en" => "English",
        "ru" => "Russian",
        "uz" => "Uzbek",
        "kk" => "Kazakh",
        "ky" => "Kyrgyz",
        "tg" => "Tajik",
        "tk" => "Turkmen",
        "de" => "German",
        "fr" => "French",
        other => other,
    }
}

// About

pub const ABOUT_WHAT: &str = "What this is";
pub const ABOUT_DATA: &str = "The data";
pub const ABOUT_SOURCES: &str = "Sources";
pub const ABOUT_LICENCE: &str = "Licence";
pub const ABOUT_CORRECT: &str = "How to correct it";
pub const ABOUT_READING: &str = "How to read it";
pub const ABOUT_PRIVACY: &str = "Privacy";
pub const ABOUT_WHAT_TEXT: &str = "From 2011 on, the European Union’s Rule of Law Platform for Central Asia kept a website with a page for \
     each partner country, a database of related projects, and news of seminars and conferences. It has gone; the need has not. This atlas \
     builds the database anew, so that donors do not overlap unawares, institutions are not asked the same thing three times, and anybody \
     can see who does what. It is not a site of the European Union and does not speak for it.";
pub const ABOUT_READING_TEXT: [&str; 5] = [
    "What no source states is shown as not stated. It is never shown as zero, and never guessed.",
    "Dates are as exact as their source: a year is a year. “Open end” means that a project runs on by design; “end not stated” means \
     that no source says when it ends.",
    "A status follows from the dates on the day of the data. What a source said of itself stands beside it, because it was true on the \
     day on which it was written.",
    "Sums are never converted and never added over different currencies. The words of the source stand beside each sum.",
    "A project in several countries is one project: it counts once in the total, and once in each of its countries.",
];
pub const ABOUT_PRIVACY_TEXT: &str = "This site sets no cookies, keeps no record of its visitors, stores nothing in the browser and asks no other host for anything.";
pub const ABOUT_PUBLISHER: &str = "Publisher";
pub const ABOUT_AS_OF: &str = "Day of the data";
pub const ABOUT_VERSION: &str = "Release";
pub const ABOUT_DOWNLOAD: &str = "Data files";
pub const ABOUT_CORRECT_TEXT: &str = "Every page of a project shows its sources and its id. Tell the publisher the id, what is wrong, and a \
     source for what is right.";
pub const ABOUT_NO_CONTACT: &str = "The publisher of this copy has named no address for corrections. The data is a set of readable files \
     that anybody may correct in a copy of their own.";
pub const ABOUT_SOURCES_LEAD: &str =
    "Publishers and hosts on whose pages the projects rest, by the number of projects:";

/// The sentence about the licence of the data.
pub fn licence_line(name: &str) -> String {
    format!("The data may be used under {name}.")
}

pub const LICENCE_CODE: &str = "The program is free software under the MIT licence.";

// Not found

pub const NOT_FOUND_TEXT: &str = "There is no page at this address. It may have moved, or the address may be mistyped.";
pub const NOT_FOUND_LINKS: &str = "You can go on from here:";

// Dates, sums, numbers

/// `22 November 2026`.
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// A date as exact as it is: `2014`, `July 2014`, `25 July 2014`, `about 2014`.
pub fn partial_date(date: PartialDate) -> String {
    let text = match date.stated {
        Stated::Year(year) => year.to_string(),
        Stated::Month(year, name) => format!("{} {year}", month(name)),
        Stated::Day(date) => day(date),
    };
    if date.approximate { format!("about {text}") } else { text }
}

/// A period with words for what is open or unknown.
pub fn period(period: &Period) -> String {
    match (period.start, period.end) {
        (Some(start), End::On(end)) if start == end => partial_date(start),
        (Some(start), End::On(end)) => format!("{} – {}", partial_date(start), partial_date(end)),
        (Some(start), End::Open) => format!("since {}, open end", partial_date(start)),
        (Some(start), End::Unknown) => format!("from {}, end not stated", partial_date(start)),
        (None, End::On(end)) => format!("until {}, start not stated", partial_date(end)),
        (None, End::Open) => "open end, start not stated".into(),
        (None, End::Unknown) => NOT_STATED.into(),
    }
}

/// A period as read, else the source's words, else that there is none.
pub fn dated(dated: Option<&Dated>) -> String {
    match dated {
        Some(Dated { period: Some(read), .. }) => period(read),
        Some(Dated { as_written: Some(words), .. }) => format!("{NOT_STATED} as dates (“{words}”)"),
        _ => NOT_STATED.into(),
    }
}

fn month(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
}

/// `1,666,413`.
pub fn number(number: usize) -> String {
    grouped(number as u64)
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `€1,666,413`, `USD 642,000`, `USD 0.50`.
pub fn money(money: Money) -> String {
    let sum = decimals(money.hundredths, grouped(money.hundredths / 100));
    if money.currency == Currency::EUR { format!("€{sum}") } else { format!("{} {sum}", money.currency.code()) }
}

/// The units with the decimals of a number of hundredths, where it has any.
fn decimals(hundredths: u64, units: String) -> String {
    match hundredths % 100 {
        0 => units,
        cents => format!("{units}.{cents:02}"),
    }
}

/// The sum of a budget with what limits it; `None` when there is no sum that can be trusted.
pub fn budget(budget: &Budget) -> Option<String> {
    let sum = money(budget.money?);
    let sum = match budget.precision {
        Precision::Exact => sum,
        Precision::About => format!("about {sum}"),
        Precision::AtLeast => format!("more than {sum}"),
        Precision::AtMost => format!("up to {sum}"),
    };
    Some(if budget.indicative { format!("{sum} (indicative)") } else { sum })
}

/// The budget in one line: the sum, else the source's words, else that it is not stated.
pub fn budget_line(stated: Option<&Budget>) -> String {
    match stated {
        None => NOT_STATED.into(),
        Some(it) => budget(it).unwrap_or_else(|| as_written(&it.as_written)),
    }
}

/// The sum of a budget in a list, with what it pays for when that is not the whole project.
pub fn budget_in_list(stated: &Budget) -> Option<String> {
    let sum = budget(stated)?;
    Some(match covers(stated.covers) {
        Some(covers) => format!("{sum} ({covers})"),
        None => sum,
    })
}

/// What a sum pays for, when that is not the whole project.
pub fn covers(covers: Covers) -> Option<&'static str> {
    match covers {
        Covers::Total => None,
        Covers::DonorShare => Some("one donor’s part"),
        Covers::Loan => Some("a loan"),
        Covers::Group => Some("several projects together"),
        Covers::PerGrant => Some("for each grant"),
        Covers::Programme => Some("a larger programme"),
        Covers::Unknown => Some("what it covers is not stated"),
    }
}

/// A share of a budget; `None` when none is stated.
pub fn share(share: &Share) -> Option<String> {
    let percent = share.percent.map(|percent| format!("{}%", decimals(percent, grouped(percent / 100))));
    match (percent, share.money.map(money)) {
        (None, None) => None,
        (Some(percent), None) => Some(percent),
        (None, Some(sum)) => Some(sum),
        (Some(percent), Some(sum)) => Some(format!("{percent}, {sum}")),
    }
}

/// `1 project`, `252 projects`.
pub fn projects_count(count: usize) -> String {
    count_of(count, "project", "projects")
}

fn count_of(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_say_what_is_open_and_what_is_unknown() {
        let cases = [
            ("2014-07/2017-07", "July 2014 – July 2017"),
            ("2014-07-25/2018-07-24", "25 July 2014 – 24 July 2018"),
            ("2010/..", "since 2010, open end"),
            ("2010~/", "from about 2010, end not stated"),
            ("/2016", "until 2016, start not stated"),
            ("2018-02-28", "28 February 2018"),
        ];
        for (edtf, words) in cases {
            assert_eq!(period(&Period::parse(edtf).unwrap()), words);
        }
    }

    #[test]
    fn sums_are_grouped_and_named() {
        let sum = |code: &str, hundredths| money(Money { currency: Currency::parse(code).unwrap(), hundredths });
        assert_eq!(sum("EUR", 166_641_300), "€1,666,413");
        assert_eq!(sum("USD", 44_414_550), "USD 444,145.50");
        assert_eq!(sum("USD", 5), "USD 0.05");
        assert_eq!(number(999), "999");
        assert_eq!(number(1000), "1,000");
        assert_eq!(projects_count(1), "1 project");
    }

    #[test]
    fn a_list_of_choices_is_a_clause() {
        let names = |list: &[&str]| any_of(&list.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(names(&["a"]), "a");
        assert_eq!(names(&["a", "b", "c"]), "a, b or c");
    }
}
