//! [`Published`]: what a language says only where the site is built: in figures, feeds, heads of pages, and on what never
//! changes on a page, which travels as markup. None of it is in the program that visitors load.

use super::words;
use crate::domain::catalogue::Sum;
use crate::domain::country::Country;
use crate::domain::dataset::Dataset;
use crate::domain::money::Money;
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

    // Prose

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
