//! The sentences of the files that a list is saved as: the menu, the headings of the tables, and what a reader of a
//! file has to know.

// A constant here is its own documentation.
#![allow(missing_docs)]

use super::{number, projects_count};
use crate::domain::party::Role;

// The menu

pub const SAVE: &str = "Save this list";
pub const SAVE_HINT: &str =
    "What is shown, in this order: all pages, or the ticked projects when only these are shown.";
pub const SAVING: &str = "The file is being made …";
pub const SAVE_FAILED: &str = "The file could not be made.";
pub const AGAIN: &str = "Try again";

/// What can be saved: the projects, or the bodies in a role.
pub fn what(bodies: Option<Role>) -> &'static str {
    match bodies {
        None => "Projects",
        Some(Role::Donor) => "Donors",
        Some(Role::Implementer) => "Implementers",
        Some(Role::Beneficiary) => "Institutions that benefit",
    }
}

/// The part of a button's name before the kind of file: `Projects as CSV`.
pub fn before_kind(bodies: Option<Role>) -> String {
    format!("{} as ", what(bodies))
}

/// That a file was made.
pub fn saved(name: &str, rows: usize) -> String {
    format!("Saved: {name}, {} {}.", number(rows), if rows == 1 { "row" } else { "rows" })
}

/// What a file is called, before its address is made of it.
pub fn file_name(title: &str, bodies: Option<Role>, version: &str) -> String {
    let what = match bodies {
        None => "projects",
        Some(Role::Donor) => "donors",
        Some(Role::Implementer) => "implementers",
        Some(Role::Beneficiary) => "institutions",
    };
    format!("{title} {what} {version}")
}

// The headings of the columns

pub const ID: &str = "Id";
pub const TITLE: &str = "Title";
pub const KIND: &str = "Kind of entry";
pub const COUNTRIES: &str = "Countries";
pub const COUNTRY_CODES: &str = "Country codes";
pub const COUNTRY_IDS: &str = "Country ids";
pub const TYPES: &str = "Types";
pub const TYPE_IDS: &str = "Type ids";
pub const START: &str = "Start, as stated";
pub const END: &str = "End, as stated";
pub const FIRST_DAY: &str = "First possible day";
pub const LAST_DAY: &str = "Last possible day";
pub const PERIOD: &str = "Period, as written";
pub const STATUS: &str = "Status on the day";
pub const STATUS_ID: &str = "Status id";
pub const STATED: &str = "Status by its source";
pub const STATED_ID: &str = "Status id by its source";
pub const STATED_WORDS: &str = "Status by its source, as written";
pub const DONORS: &str = "Donors";
pub const DONOR_IDS: &str = "Donor ids";
pub const DONORS_WORDS: &str = "Donors, as written";
pub const IMPLEMENTERS: &str = "Implementers";
pub const IMPLEMENTER_IDS: &str = "Implementer ids";
pub const IMPLEMENTERS_WORDS: &str = "Implementers, as written";
pub const BENEFICIARIES: &str = "Beneficiaries";
pub const BENEFICIARY_IDS: &str = "Beneficiary ids";
pub const BENEFICIARIES_WORDS: &str = "Beneficiaries, as written";
pub const AMOUNT: &str = "Budget";
pub const CURRENCY: &str = "Currency";
pub const PRECISION: &str = "Precision of the budget";
pub const COVERS: &str = "What the budget covers";
pub const INDICATIVE: &str = "Budget is indicative";
pub const BUDGET_WORDS: &str = "Budget, as written";
pub const CHECKED: &str = "Last checked";
pub const OBJECTIVE: &str = "Objective";
pub const TARGET_GROUPS: &str = "Target groups";
pub const RESULTS: &str = "Results";
pub const NOTE: &str = "Note";
pub const SOURCES: &str = "Addresses of the sources";
pub const PERMALINK: &str = "Page in the atlas";
pub const VERSION: &str = "Data release";
pub const AS_OF: &str = "As of";
pub const NAME: &str = "Name";
pub const PROJECTS: &str = "Projects";

pub const YES: &str = "yes";
pub const NO: &str = "no";

/// The heading of the sums in one currency.
pub fn sum_in(code: &str) -> String {
    format!("Sum of budgets in {code}")
}

/// The heading of the numbers of projects over which a sum goes.
pub fn summed_in(code: &str) -> String {
    format!("Projects in this sum, {code}")
}

// What a reader has to know

pub const ATLAS: &str = "Atlas";
pub const QUESTION: &str = "List";
pub const COUNT: &str = "Number of projects";
pub const ORDER: &str = "Order";
pub const ADDRESS: &str = "Address of the list";
pub const LICENCE: &str = "Licence of the data";
pub const LICENCE_URL: &str = "Address of the licence";
pub const PUBLISHER: &str = "Publisher";

/// How the table of projects has to be read.
pub const READ_PROJECTS: [(&str, &str); 5] = [
    ("Empty cells", "An empty cell means that no source that was read states it. It never means zero, none or no."),
    (
        "Dates",
        "Start and end are as exact as their source: 2014, 2014-07 or 2014-07-25; ~ means about; an end of .. means that the \
         project runs on by design. The first and the last possible day are those that the stated start and end can mean.",
    ),
    (
        "Status",
        "The status follows from the dates on the day named here. The status by its source was true when the source was written.",
    ),
    (
        "Bodies",
        "Donors, implementers and beneficiaries are named by the body at the top: an agency counts as its state. Those whom \
         a source names only in words that no record stands for have the id in-words; the words stand beside.",
    ),
    (
        "Budgets",
        "Nothing is converted. Budgets in different currencies must not be added, nor those that cover a group of projects, each grant or a larger programme.",
    ),
];

/// How a table of bodies has to be read.
pub const READ_BODIES: [(&str, &str); 4] = [
    (
        "Sums",
        "Each sum is of the stated budgets of the whole projects on which the body is named, not of its own part. A project \
         with several such bodies counts in full for each, so that the rows must not be added up.",
    ),
    (
        "Currencies",
        "Nothing is converted, and currencies are not added. An empty sum means that no budget in this currency is stated. \
         Budgets of a group of projects, of each grant or of a larger programme are left out.",
    ),
    ("Bodies", "A body at the top stands for its parts: an agency counts as its state."),
    (
        "Special rows",
        "The id not-stated is for projects of which no source names such a body; in-words for those whom a source names \
         only in words that no record stands for.",
    ),
];

/// The number of projects in a file.
pub fn count(found: usize, of: usize) -> String {
    format!("{} of {}", number(found), projects_count(of))
}
