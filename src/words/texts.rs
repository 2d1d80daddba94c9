//! [`Texts`]: the texts that are always the same. A language that lacks one does not compile.
//!
//! What depends on a number, a name or a date is in [`Sentences`](super::Sentences).

// A field's name here is its own documentation: it names the place where the text stands.
#![allow(missing_docs)]

/// What stands on every page, and on pages that have no group of their own.
#[derive(Debug)]
pub struct Texts {
    // The frame
    pub skip_link: &'static str,
    pub menu_label: &'static str,
    /// The accessible name of the links to other languages.
    pub languages_label: &'static str,
    /// The accessible name of the buttons for the look of the pages.
    pub theme_label: &'static str,
    /// As the system is, light, dark.
    pub theme_names: [&'static str; 3],
    /// On lists of projects, where titles may be in another language.
    pub titles_note: &'static str,
    pub breadcrumbs_label: &'static str,
    pub tagline: &'static str,
    pub resources: &'static str,
    pub start_failed: &'static str,
    pub page_slow: &'static str,
    pub page_failed: &'static str,
    pub words_failed: &'static str,
    pub crashed: &'static str,
    pub data_licence: &'static str,

    // The names of pages
    pub page_home: &'static str,
    pub page_partners: &'static str,
    pub page_projects: &'static str,
    pub page_organisations: &'static str,
    pub page_timeline: &'static str,
    pub page_documents: &'static str,
    pub page_about: &'static str,
    pub page_accessibility: &'static str,
    pub page_not_found: &'static str,
    /// In the menu.
    pub menu_projects: &'static str,

    // Home
    pub home_search: &'static str,
    pub counted_once: &'static str,

    // Partners
    pub facts: &'static str,
    pub agreements: &'static str,
    pub events: &'static str,
    pub projects: &'static str,
    pub status_said_once: &'static str,
    pub status_source_says: &'static str,

    // Project
    pub back_to_list: &'static str,
    pub country: &'static str,
    pub period: &'static str,
    pub budget: &'static str,
    pub status: &'static str,
    pub entry: &'static str,
    pub not_stated: &'static str,
    pub objective: &'static str,
    pub target_groups: &'static str,
    pub results: &'static str,
    pub note: &'static str,
    pub part_of: &'static str,
    pub follows: &'static str,
    pub documents: &'static str,
    pub source: &'static str,
    pub topics: &'static str,
    pub sources: &'static str,
    pub title: &'static str,
    pub donors: &'static str,

    // Organisations
    pub parts: &'static str,

    // Entries of the timeline
    pub undated: &'static str,

    // Event
    pub date: &'static str,
    pub place: &'static str,
    pub in_time: &'static str,
    pub on_the_timeline: &'static str,

    // Filters in words
    pub in_words: &'static str,
    pub in_words_only: &'static str,
    pub differs: &'static str,
    pub part_words: &'static str,
    pub part_period: &'static str,
    pub part_budget: &'static str,
    pub part_only_picked: &'static str,
    pub part_unknown: &'static str,

    // Groups
    pub list: ListTexts,
    pub save: SaveTexts,
    pub timeline: TimelineTexts,
}

/// The projects database.
#[derive(Debug)]
pub struct ListTexts {
    // A constant here is its own documentation.
    pub projects_lead: &'static str,
    pub filters: &'static str,
    pub show_filters: &'static str,
    pub search_label: &'static str,
    pub search_button: &'static str,
    pub clear_all: &'static str,
    pub sort_label: &'static str,
    pub to_results: &'static str,
    pub filters_in_use: &'static str,
    pub no_results: &'static str,
    pub no_words: &'static str,
    pub loading_words: &'static str,

    // Facets
    pub match_any: &'static str,
    pub match_all: &'static str,
    pub show_fewer: &'static str,
    /// Where the words sought in a facet fit none of its values.
    pub no_value: &'static str,

    // Period, budget, day
    pub period: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub date_hint: &'static str,
    pub certainly: &'static str,
    pub apply: &'static str,
    pub bad_date: &'static str,
    pub bad_day: &'static str,
    pub bad_sum: &'static str,
    pub bad_period: &'static str,
    pub bad_range: &'static str,
    pub budget_range: &'static str,
    pub currency: &'static str,
    pub any_currency: &'static str,
    pub at_least: &'static str,
    pub at_most: &'static str,
    pub budget_hint: &'static str,
    pub as_of: &'static str,
    pub as_of_label: &'static str,
    pub as_of_hint: &'static str,
    pub bad_currency: &'static str,

    // The list
    pub view_label: &'static str,
    pub columns: &'static str,
    pub table_caption: &'static str,
    pub pages: &'static str,
    pub previous_page: &'static str,
    pub next_page: &'static str,
    pub whole_list: &'static str,
    pub by_pages: &'static str,

    // Words
    pub did_you_mean: &'static str,

    // Ticked projects
    pub pick: &'static str,
    pub pick_hint: &'static str,
    /// On a card that shows none of the words that were searched for.
    pub found_elsewhere: &'static str,
    pub picks: &'static str,
    pub show_picks: &'static str,
    pub show_list: &'static str,
    pub compare_picks: &'static str,
    pub drop_picks: &'static str,
    pub print: &'static str,

    // Back and forth
    pub in_the_list: &'static str,
    pub previous_project: &'static str,
    pub next_project: &'static str,
}

/// The files that a list is saved as.
#[derive(Debug)]
pub struct SaveTexts {
    // The menu
    pub save: &'static str,
    pub save_hint: &'static str,
    pub saving: &'static str,
    pub save_failed: &'static str,
    pub again: &'static str,

    // The headings of the columns
    pub id: &'static str,
    pub title: &'static str,
    pub kind: &'static str,
    pub countries: &'static str,
    pub country_codes: &'static str,
    pub country_ids: &'static str,
    pub types: &'static str,
    pub type_ids: &'static str,
    pub start: &'static str,
    pub end: &'static str,
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub period: &'static str,
    pub status: &'static str,
    pub status_id: &'static str,
    pub stated: &'static str,
    pub stated_id: &'static str,
    pub stated_words: &'static str,
    pub donors: &'static str,
    pub donor_ids: &'static str,
    pub donors_words: &'static str,
    pub implementers: &'static str,
    pub implementer_ids: &'static str,
    pub implementers_words: &'static str,
    pub beneficiaries: &'static str,
    pub beneficiary_ids: &'static str,
    pub beneficiaries_words: &'static str,
    pub amount: &'static str,
    pub currency: &'static str,
    pub precision: &'static str,
    pub covers: &'static str,
    pub indicative: &'static str,
    pub budget_words: &'static str,
    pub checked: &'static str,
    pub objective: &'static str,
    pub target_groups: &'static str,
    pub results: &'static str,
    pub note: &'static str,
    pub sources: &'static str,
    pub permalink: &'static str,
    pub version: &'static str,
    pub data_as_of: &'static str,
    pub data_source: &'static str,
    pub as_of: &'static str,
    pub name: &'static str,
    pub projects: &'static str,
    pub yes: &'static str,
    pub no: &'static str,

    // What a reader has to know
    pub atlas: &'static str,
    pub question: &'static str,
    pub count: &'static str,
    pub order: &'static str,
    pub address: &'static str,
    pub licence: &'static str,
    pub licence_url: &'static str,
    pub publisher: &'static str,
    /// How the table of projects has to be read.
    pub read_projects: [(&'static str, &'static str); 5],
    /// How a table of bodies has to be read.
    pub read_bodies: [(&'static str, &'static str); 4],
}

/// The timeline and its drawing.
#[derive(Debug)]
pub struct TimelineTexts {
    // A constant here is its own documentation.
    pub lead: &'static str,
    pub jump_to_year: &'static str,
    pub no_entries: &'static str,
    pub kind: &'static str,
    pub project: &'static str,
    pub agreement: &'static str,
    /// How filters act on what is no project.
    pub filters_note: &'static str,
    pub see_list: &'static str,

    // The question
    pub in_time: &'static str,

    // The drawing
    pub drawing: &'static str,
    pub tools: &'static str,
    pub group_by: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub fit_all: &'static str,
    pub fit_selection: &'static str,
    pub year: &'static str,
    pub all_years: &'static str,
    pub show_in_list: &'static str,
    /// What stands before links to the lists of a page.
    pub as_lists: &'static str,
    /// What stands before a list in order of time.
    pub earliest_first: &'static str,
    pub hint: &'static str,
    pub drawing_needs_script: &'static str,
    pub drawing_refused: &'static str,
    pub save: &'static str,
    pub save_svg: &'static str,
    pub save_png: &'static str,
    pub save_csv: &'static str,
    pub uid: &'static str,
    pub when: &'static str,
    pub save_ics: &'static str,
    /// In a calendar, before the title of what has no place there but with its start, or its end.
    pub only_start: &'static str,
    pub only_start_open: &'static str,
    pub only_end: &'static str,
    pub only_half: &'static str,
    /// How the signs of the drawing read.
    pub legend: [(&'static str, &'static str); 6],
}
