//! [`Published`]: what a language says only where the site is built: in figures, feeds, heads of pages, and on what never
//! changes on a page, which travels as markup. None of it is in the program that visitors load.

use super::{list_of, words};
use crate::domain::catalogue::Sum;
use crate::domain::country::{Country, SectionKind};
use crate::domain::dataset::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::money::Money;
use crate::domain::organisation;
use crate::domain::party::Role;
use crate::domain::project::TypesBy;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::timeline::TimelineQuery;
use time::Date;

/// What is always the same.
// A field's name here is its own documentation: it names the place where the text stands.
#[allow(missing_docs)]
#[derive(Debug)]
pub struct PublishedTexts {
    pub describe_partners: &'static str,
    pub describe_organisations: &'static str,
    pub describe_timeline: &'static str,
    pub describe_documents: &'static str,
    pub describe_about: &'static str,
    pub describe_accessibility: &'static str,
    pub describe_not_found: &'static str,
    pub about_what: &'static str,
    pub about_data: &'static str,
    pub about_sources: &'static str,
    pub about_licence: &'static str,
    pub about_correct: &'static str,
    pub about_reading: &'static str,
    pub about_privacy: &'static str,
    pub about_what_text: &'static str,
    pub about_reading_text: [&'static str; 5],
    pub about_privacy_text: &'static str,
    pub about_publisher: &'static str,
    pub about_as_of: &'static str,
    pub about_version: &'static str,
    pub about_download: &'static str,
    pub about_correct_text: &'static str,
    pub about_no_contact: &'static str,
    pub about_sources_lead: &'static str,
    pub licence_code: &'static str,
    pub statement_what: [&'static str; 2],
    pub statement_status: &'static str,
    pub statement_status_text: &'static str,
    pub statement_gaps: &'static str,
    pub statement_gaps_lead: &'static str,
    /// What is not accessible, why, and what there is instead.
    pub statement_gaps_list: &'static [&'static str],
    pub statement_tested: &'static str,
    /// What was tested, and how.
    pub statement_tested_list: &'static [&'static str],
    pub statement_untested: &'static str,
    pub statement_feedback: &'static str,
    pub statement_feedback_text: &'static str,
    pub statement_no_contact: &'static str,
    pub statement_enforcement: &'static str,
    pub statement_enforcement_text: &'static str,
    pub holds_meta: &'static str,
    pub holds_types: &'static str,
    pub feed_of_all: &'static str,
    pub calendar_of_all: &'static str,

    // Pages
    pub needs_script: &'static str,
    pub start_slow: &'static str,
    pub printed_early: &'static str,
    pub progress_label: &'static str,
    pub try_again: &'static str,
    pub home_countries: &'static str,
    pub home_questions: &'static str,
    pub home_years: &'static str,
    pub home_types: &'static str,
    pub home_donors: &'static str,
    pub home_events: &'static str,
    pub home_all_types: &'static str,
    pub home_all_events: &'static str,
    pub see_projects: &'static str,
    pub see_timeline: &'static str,
    pub partners_lead: &'static str,
    pub on_this_page: &'static str,
    pub coordinator: &'static str,
    pub contact: &'static str,
    pub stakeholders_lead: &'static str,
    pub envelopes: &'static str,
    pub envelope_years: &'static str,
    pub envelope_sum: &'static str,
    pub envelope_for: &'static str,
    pub envelope_source: &'static str,
    pub envelope_country: &'static str,
    pub envelope_region: &'static str,
    pub envelope_conflict: &'static str,
    pub section_unknown: &'static str,
    pub stakeholders_unknown: &'static str,
    pub coordinator_unknown: &'static str,
    pub no_events: &'static str,
    pub project_type: &'static str,
    pub thin: &'static str,
    pub differences: &'static str,
    pub differences_lead: &'static str,
    pub related: &'static str,
    pub component: &'static str,
    pub followed_by: &'static str,
    pub from_event: &'static str,
    pub other_titles: &'static str,
    pub partner_countries: &'static str,
    pub budget_parts: &'static str,
    /// Where a source states a budget of which no sum in a currency can be read.
    pub no_exact_sum: &'static str,
    pub correct: &'static str,
    pub organisations_lead: &'static str,
    pub also_known_as: &'static str,
    pub organisation_kind: &'static str,
    pub whole: &'static str,
    pub organised: &'static str,
    pub stakeholder_in: &'static str,
    pub kind_not_stated: &'static str,
    pub event_kind: &'static str,
    pub organiser: &'static str,
    pub description: &'static str,
    pub dates_differ: &'static str,
    pub no_project: &'static str,
    pub previous_event: &'static str,
    pub next_event: &'static str,
    pub documents_lead: &'static str,
    pub not_found_text: &'static str,
    pub not_found_links: &'static str,
    pub in_figures: &'static str,

    // Figures
    pub figure_map: &'static str,
    pub figure_map_note: &'static str,
    pub figure_show_table: &'static str,
    pub figure_how_it_is_made: &'static str,
    pub figure_active: &'static str,
    pub figure_active_note: &'static str,
    pub figure_certainly: &'static str,
    pub figure_possibly: &'static str,
    pub figure_year: &'static str,
    pub figure_no_dates: &'static str,
    pub figure_active_table: &'static str,
    pub figure_to: &'static str,
    pub figure_money: &'static str,
    pub figure_no_money: &'static str,
    pub figure_donor: &'static str,
    pub figure_sum: &'static str,
    pub figure_sum_over: &'static str,
    pub figure_stated: &'static str,
    pub figure_money_table: &'static str,
    pub figure_sum_leaves_out: &'static str,
    pub figure_matrix: &'static str,
    pub figure_matrix_note: &'static str,
    pub figure_project_type: &'static str,
    pub figure_all: &'static str,
    pub figure_all_projects: &'static str,
}

/// The published part of a language.
pub trait Published {
    /// What is always the same.
    fn published(&self) -> &'static PublishedTexts;

    // Heads of pages

    /// The description of the first page for search engines. Descriptions are one sentence or two.
    fn describe_home(&self, projects: usize) -> String;
    /// The description of a country's page.
    fn describe_partner(&self, country: &str, projects: usize) -> String;
    /// The description of the list of projects.
    fn describe_projects(&self, projects: usize) -> String;
    /// The description of an organisation's page.
    fn describe_organisation(&self, name: &str) -> String;

    // Found and shared

    /// What the data set is, for search engines of data.
    fn dataset_description(&self, projects: usize, countries: usize) -> String;
    /// What stands in a feed, and in which order.
    fn feed_subtitle(&self, most: usize) -> String;
    /// What the search of a browser asks.
    fn search_description(&self, site: &str) -> String;
    /// The numbers of the picture, each with what is counted: projects, countries.
    fn picture_figures(&self, projects: usize, countries: usize) -> [(String, String); 2];
    /// The day of the data, in the picture.
    fn data_of(&self, as_of: Date) -> String;

    // Pages

    /// A kind of organisation.
    fn organisation_kind(&self, kind: organisation::Kind) -> &'static str;
    /// That texts of a record are not in this language, but in those with these tags.
    fn untranslated(&self, tags: &[&str]) -> String;
    /// The first paragraph of the first page.
    fn home_lead(&self, projects: usize, countries: usize, sources: usize) -> String;
    /// The headings of the six sections of a country's page.
    fn section_name(&self, kind: SectionKind, country: &Country) -> String;
    /// Since when somebody holds an office or takes part.
    fn since(&self, date: PartialDate) -> String;
    /// The link from a country to its projects.
    fn all_projects_in(&self, country: &Country, count: usize) -> String;
    /// The link from a country's page to the timeline.
    fn timeline_of(&self, country: &Country) -> String;
    /// That a list shows only the latest of so many events; the link to all.
    fn latest_events(&self, listed: usize, of: usize) -> String;
    /// On how many projects a body is named. One on which it has two roles counts once.
    fn named_on(&self, count: usize) -> String;
    /// What a body does on a project.
    fn role(&self, role: Role) -> &'static str;
    /// The first of a longer list.
    fn first_of(&self, shown: usize, of: usize) -> String;
    /// Who chose the types, when it was not the source alone.
    fn types_by(&self, by: TypesBy) -> Option<&'static str>;
    /// The subject of a letter that corrects a page.
    fn correct_subject(&self, title: &str, id: &Slug, version: &str) -> String;
    /// The heading of the projects on which a body has a role.
    fn projects_as(&self, role: Role) -> &'static str;
    /// The link to the list of the projects of a body at the top.
    fn projects_of_whole(&self, role: Role, body: &str) -> String;
    /// Since when an agreement is in force.
    fn in_force(&self, date: PartialDate) -> String;
    /// `225 KB`.
    fn kilobytes(&self, number: u64) -> String;
    /// `84 pages`.
    fn printed_pages(&self, number: usize) -> String;
    /// The labels beneath the numbers of projects, organisations, entries of the timeline and documents.
    fn figures(&self, numbers: [usize; 4]) -> [&'static str; 4];

    /// The sentence about the licence of the data.
    fn licence_line(&self, name: &str) -> String;
    /// When the accessibility statement was prepared, and how.
    fn statement_prepared(&self, on: Date) -> String;

    // Figures

    /// Where the numbers of a figure come from, and of which day they are.
    fn figure_source(&self, title: &str, version: &str, as_of: Date) -> String;
    /// The title of the projects active in each year, of a country.
    fn active_in(&self, country: &Country) -> String;
    /// The year with most projects: how many are certain, and how many more are possible.
    fn peak(&self, year: i32, certainly: usize, more: usize) -> String;
    /// How many projects are in no bar.
    fn in_no_bar(&self, count: usize) -> String;
    /// The title of the stated budgets, of a country.
    fn money_in(&self, country: &Country) -> String;
    /// What the sums are and what they leave out.
    fn money_note(&self, summed: usize, of: usize) -> String;
    /// The whole of a currency, before the number of projects.
    fn panel(&self, sum: Sum) -> String;
    /// A sum as a label: `€12.3 million`. The table has it in full.
    fn short_money(&self, sum: Money) -> String;
    /// The types that stand apart.
    fn other_types(&self, count: usize) -> String;
}

/// The labels of the figures on the first page, with their numbers.
pub fn home_figures(dataset: &Dataset) -> [(Route, usize, &'static str); 4] {
    let totals = dataset.derived.totals;
    let entries = totals.entries;
    let [of_projects, of_organisations, of_entries, of_documents] =
        words().figures([totals.projects, totals.organisations, entries, totals.documents]);
    [
        (Route::Projects(ProjectQuery::default()), totals.projects, of_projects),
        (Route::Organisations, totals.organisations, of_organisations),
        (Route::Timeline(TimelineQuery::default()), entries, of_entries),
        (Route::Documents, totals.documents, of_documents),
    ]
}

/// When an agreement was signed and entered into force.
pub fn agreement_dates(signed: Option<PartialDate>, in_force: Option<PartialDate>) -> Option<String> {
    let say = words();
    match (signed, in_force) {
        (Some(signed), Some(force)) => Some(list_of(&[say.signed(signed), say.in_force(force)])),
        (Some(date), None) => Some(say.partial_date(date)),
        (None, Some(force)) => Some(say.in_force(force)),
        (None, None) => None,
    }
}

/// The size of a document, in the language's own units where it can be read, else as its source writes it.
pub fn size(written: &str) -> String {
    let unit = written.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = written.strip_suffix(unit).unwrap_or_default();
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let plain = rest.bytes().all(|digit| digit.is_ascii_digit());
    let rounded = whole.parse::<u32>().ok().filter(|_| plain).map(|whole| whole.saturating_add(u32::from(rest >= "5")));
    match (rounded, unit.trim().to_lowercase().as_str()) {
        (Some(number), "kb") => words().kilobytes(number.into()),
        (Some(number), "page" | "pages") => words().printed_pages(number as usize),
        _ => written.to_owned(),
    }
}

/// Where the numbers of a figure come from.
pub fn source(dataset: &Dataset) -> String {
    let meta = &dataset.meta;
    words().figure_source(&meta.title, &meta.data_version, meta.as_of)
}

/// The projects that a sum is over, of those that state a budget in its currency.
pub fn sum_over(summed: usize, stated: usize) -> String {
    if summed == stated { words().projects_count(stated) } else { words().some_projects(summed, stated) }
}

/// Units of a thousand or a million in tenths, rounded to the nearest: `(123, Thousand)` for 12,340.
pub fn rounded(sum: Money) -> Option<(u64, Size)> {
    let tenths = |size: u64| (sum.hundredths / (size * 100 / 20)).div_ceil(2);
    match sum.hundredths / 100 {
        // What would be rounded to a thousand thousands is a million.
        999_950.. => Some((tenths(1_000_000), Size::Million)),
        10_000.. => Some((tenths(1000), Size::Thousand)),
        _ => None,
    }
}

/// The unit of a rounded sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A thousand.
    Thousand,
    /// A million.
    Million,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_the_units_of_the_page_where_they_can_be_read() {
        let cases = [
            ("763.60 KB", "764 KB"),
            ("525Kb", "525 KB"),
            ("1 pages", "1 page"),
            ("84 pages", "84 pages"),
            ("2 volumes", "2 volumes"),
            ("KB", "KB"),
            ("1.2.3 KB", "1.2.3 KB"),
        ];
        for (written, said) in cases {
            assert_eq!(size(written), said);
        }
    }
}
