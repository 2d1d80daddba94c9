//! English: the language in which the data is written, and the first of the table.

use super::numbers::{decimals, grouped, initial_lower as lower, initial_upper as upper};
#[cfg(not(target_arch = "wasm32"))]
use super::published::{Published, PublishedTexts, Size, rounded};
use super::texts::{ListTexts, SaveTexts, Texts, TimelineTexts};
use super::{Sentences, facet_value};
use crate::domain::band::Band;
use crate::domain::budget::{Covers, Precision};
use crate::domain::catalogue::Sum;
use crate::domain::catalogue::names::Names;
use crate::domain::column::Column;
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::country::{Country, SectionKind};
use crate::domain::date::{PartialDate, Stated};
use crate::domain::facet::Facet;
use crate::domain::money::{Currency, Money};
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::organisation;
use crate::domain::party::Role;
use crate::domain::period::{End, Period};
use crate::domain::project::Kind;
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::project::TypesBy;
use crate::domain::query::{Active, BudgetRange, Page, ProjectQuery, View};
use crate::domain::slug::Slug;
use crate::domain::sort::Sort;
use crate::domain::status::Status;
use crate::domain::timeline::{Group, TimelineQuery};
use time::{Date, Month};

/// English.
pub struct English;

static TEXTS: Texts = Texts {
    // The frame
    skip_link: "Skip to the content",
    menu_label: "Main",
    languages_label: "Language",
    theme_label: "Light or dark",
    theme_names: ["Same as device", "Light", "Dark"],
    titles_note: "Titles and texts of projects, events and documents stay in the language of the data where there is no English one.",
    breadcrumbs_label: "You are here",
    tagline: "Who supports the rule of law in Central Asia",
    resources: "Resources",
    start_failed: "Searching and filtering could not start: the data or the program did not arrive whole, or this browser \
     does not run WebAssembly. The page below is complete as published; you can read on, or try again.",
    page_slow: "The page is taking its time. Wait a little longer, or try again.",
    page_failed: "The page could not be had: the host did not answer, or what it sent did not arrive whole.",
    words_failed: "The words of the projects did not arrive whole, so that they cannot be searched. Everything else works.",
    crashed: "Something went wrong in this page and it no longer reacts. Load it again; nothing is lost.",
    data_licence: "Licence of the data:",

    // The names of pages
    page_home: "Home",
    page_partners: "Partners",
    page_projects: "Related projects database",
    page_organisations: "Organisations",
    page_timeline: "Timeline",
    page_documents: "Documents",
    page_about: "About",
    page_accessibility: "Accessibility statement",
    page_not_found: "Page not found",
    menu_projects: "Projects",

    // Home
    home_search: "Search the projects",
    counted_once: "A project in several countries, or of several types, counts once in each, so that these numbers do not add up to the total.",

    // Partners
    facts: "Facts",
    agreements: "Agreements and steps",
    events: "Events",
    projects: "Projects",
    status_said_once: "when its source was written",
    status_source_says: "The source, when written, said:",

    // Project
    back_to_list: "Back to list",
    country: "Country",
    period: "Period",
    budget: "Budget",
    status: "Status",
    entry: "Entry",
    not_stated: "Not stated",
    objective: "Objective",
    target_groups: "Target groups",
    results: "Results",
    note: "About this record",
    part_of: "Part of",
    follows: "Follows",
    documents: "Documents",
    source: "Source",
    topics: "Topics",
    sources: "Sources",
    title: "Title",
    donors: "Donors",

    // Organisations
    parts: "Its parts",

    // Entries of the timeline
    undated: "Date not known",

    // Event
    date: "Date",
    place: "Place",
    in_time: "In order of time",
    on_the_timeline: "On the timeline",

    // Documents

    // Not found

    // Filters in words
    in_words: "Others (see the record)",
    in_words_only: "In words only",
    differs: "Differs from its dates",
    part_words: "Words",
    part_period: "Period",
    part_budget: "Budget",
    part_only_picked: "only ticked",
    part_unknown: "Not understood",

    // Groups
    list: ListTexts {
        // A constant here is its own documentation.
        projects_lead: "Projects and programmes that support the rule of law in the partner countries, from the sources that \
     each record names. Filters of different kinds narrow the list together.",
        filters: "Filters",
        show_filters: "Show or hide the filters",
        search_label: "Words in titles, texts, people and institutions",
        search_button: "Search",
        clear_all: "Remove all filters",
        sort_label: "Order",
        to_results: "Skip to the results",
        filters_in_use: "Filters in use",
        no_results: "No project matches all of this.",
        no_words: "The words of the projects did not arrive; they cannot be searched.",
        loading_words: "The words of the projects are still on their way …",

        // Facets
        match_any: "any of these",
        match_all: "all of these",
        show_fewer: "Show fewer",
        no_value: "No value matches.",

        // Period, budget, day
        period: "Active between",
        from: "From",
        to: "To",
        date_hint: "A year, month or day: 2016, 2016-07 or 2016-07-25; also 07.2016 or 25.07.2016",
        certainly: "Only certainly active then",
        apply: "Apply",
        bad_date: "Write a date as 2016, 2016-07 or 2016-07-25.",
        bad_day: "Write a full day, as 2016-07-25.",
        bad_sum: "Write a whole number, as 1000000 or 1,000,000.",
        bad_period: "The period ends before it begins.",
        bad_range: "The largest sum is below the smallest.",
        budget_range: "Budget",
        currency: "Currency",
        any_currency: "Any",
        at_least: "At least",
        at_most: "At most",
        budget_hint: "Only sums stated in this currency. Nothing is converted.",
        as_of: "As of",
        as_of_label: "Statuses and counts as of this day",
        as_of_hint: "A full day, as 2016-07-25. Empty: the day of the data.",
        bad_currency: "Choose the currency of these sums.",

        // The list
        view_label: "Show as",
        columns: "Columns",
        table_caption: "Projects",
        pages: "Pages",
        previous_page: "Previous page",
        next_page: "Next page",
        whole_list: "All on one page",
        by_pages: "Page by page",

        // Words
        did_you_mean: "Did you mean",

        // Ticked projects
        pick: "Tick",
        found_elsewhere: "Found in its texts, its people or its institutions.",
        pick_hint: "Tick projects to compare them, or to save or print only those.",
        picks: "Ticked projects",
        show_picks: "Show only these",
        show_list: "Back to the whole list",
        compare_picks: "Compare side by side",
        drop_picks: "Untick all",
        print: "Print",

        // Back and forth
        in_the_list: "In the list",
        previous_project: "Previous project",
        next_project: "Next project",
    },
    save: SaveTexts {
        // The menu
        save: "Save this list",
        save_hint: "What is shown, in this order: all pages, or the ticked projects when only these are shown.",
        saving: "The file is being made …",
        save_failed: "The file could not be made.",
        again: "Try again",

        // The headings of the columns
        id: "Id",
        title: "Title",
        kind: "Kind of entry",
        countries: "Countries",
        country_codes: "Country codes",
        country_ids: "Country ids",
        types: "Types",
        type_ids: "Type ids",
        start: "Start, as stated",
        end: "End, as stated",
        first_day: "First possible day",
        last_day: "Last possible day",
        period: "Period, as written",
        status: "Status on the day",
        status_id: "Status id",
        stated: "Status by its source",
        stated_id: "Status id by its source",
        stated_words: "Status by its source, as written",
        donors: "Donors",
        donor_ids: "Donor ids",
        donors_words: "Donors, as written",
        implementers: "Implementers",
        implementer_ids: "Implementer ids",
        implementers_words: "Implementers, as written",
        beneficiaries: "Beneficiaries",
        beneficiary_ids: "Beneficiary ids",
        beneficiaries_words: "Beneficiaries, as written",
        amount: "Budget",
        currency: "Currency",
        precision: "Precision of the budget",
        covers: "What the budget covers",
        indicative: "Budget is indicative",
        budget_words: "Budget, as written",
        checked: "Last checked",
        objective: "Objective",
        target_groups: "Target groups",
        results: "Results",
        note: "Note",
        sources: "Addresses of the sources",
        permalink: "Page in the atlas",
        version: "Data release",
        data_as_of: "Date of the data",
        data_source: "Source of the data",
        as_of: "As of",
        name: "Name",
        projects: "Projects",
        yes: "yes",
        no: "no",

        // What a reader has to know
        atlas: "Atlas",
        question: "Selection",
        count: "Number of projects",
        order: "Order",
        address: "Address of the list",
        licence: "Licence of the data",
        licence_url: "Address of the licence",
        publisher: "Publisher",
        read_projects: [
            (
                "Empty cells",
                "An empty cell means that no source that was read states it. It never means zero, none or no.",
            ),
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
        ],
        read_bodies: [
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
        ],
    },
    timeline: TimelineTexts {
        // A constant here is its own documentation.
        lead: "Projects, events, strategies and agreements in order of time. A project stands in the year in which it starts; \
     one with an end but no start, in the year of its end.",
        jump_to_year: "Jump to a year in the list",
        no_entries: "No entry matches all of this. Remove a filter to see more.",
        kind: "Kind of entry",
        project: "Project",
        agreement: "Agreement",
        filters_note: "Country, words and time are asked of every entry. Everything else is asked of projects; an event stays \
     with the projects that it belongs to.",
        see_list: "See these projects as a list",

        // The question
        in_time: "In time",

        // The drawing
        drawing: "Drawing",
        tools: "What the drawing shows",
        group_by: "Group by",
        zoom_in: "Closer",
        zoom_out: "Farther",
        earlier: "Earlier",
        later: "Later",
        fit_all: "Whole time",
        fit_selection: "Selected entry",
        year: "Year",
        all_years: "All years",
        show_in_list: "Show in the list",
        as_lists: "In words, on this page (of projects the first ones, with the way to all of them):",
        earliest_first: "The same entries, the earliest first:",
        hint: "Arrow keys walk from entry to entry and from group to group, Home and End to the first and the last, + and − \
     zoom, Enter opens, Escape closes the card. With the mouse: drag to move, hold Ctrl and turn the wheel to zoom.",
        drawing_needs_script: "The drawing needs JavaScript. Everything in it stands in the list below.",
        drawing_refused: "This browser does not let pages draw. Everything in the drawing stands in the list.",
        save: "Save",
        save_svg: "The drawing as SVG",
        save_png: "The drawing as PNG",
        save_csv: "The entries as CSV",
        uid: "Lasting name",
        when: "When, in words",
        save_ics: "The entries for a calendar (iCalendar)",
        only_start: "Start (end not stated)",
        only_start_open: "Start (open end)",
        only_end: "End (start not stated)",
        only_half: "Only the date that is stated is marked: a calendar cannot show an end that is open, or a date that no source states.",
        legend: [
            ("bar", "Project"),
            ("point", "Event"),
            ("bracket", "Strategy or agreement"),
            ("soft", "Date known to the month or year only"),
            ("fade", "End or start not stated"),
            ("open", "Open end"),
        ],
    },
};

#[cfg(not(target_arch = "wasm32"))]
static PUBLISHED: PublishedTexts = PublishedTexts {
    describe_partners: "The partner countries, with their projects, events and relations with the EU.",
    describe_organisations: "Donors, implementers and institutions, and the projects on which they work.",
    describe_timeline: "Projects and events of rule of law cooperation in Central Asia in order of time.",
    describe_documents: "Reports, studies, agreements and recommendations on the rule of law in Central Asia.",
    describe_accessibility: "How accessible this site is, what was tested and how, what is not accessible, and whom to tell.",
    describe_about: "What this atlas is, where its data comes from, its licence, and how to correct it.",
    describe_not_found: "There is no page at this address.",
    about_what: "What this is",
    about_data: "The data",
    about_sources: "Sources",
    about_licence: "Licence",
    about_correct: "How to correct it",
    about_reading: "How to read it",
    about_privacy: "Privacy",
    about_what_text: "From 2011 on, the European Union’s Rule of Law Platform for Central Asia kept a website with a page for \
     each partner country, a database of related projects, and news of seminars and conferences. It has gone; the need has not. This atlas \
     builds the database anew, so that donors do not overlap unawares, institutions are not asked the same thing three times, and anybody \
     can see who does what. It is not a site of the European Union and does not speak for it.",
    about_reading_text: [
        "What no source states is shown as not stated. It is never shown as zero, and never guessed.",
        "Dates are as exact as their source: a year is a year. “Open end” means that a project runs on by design; “end not stated” means \
     that no source says when it ends.",
        "A status follows from the dates on the day of the data. What a source said of itself stands beside it, because it was true on the \
     day on which it was written.",
        "Sums are never converted and never added over different currencies. The words of the source stand beside each sum.",
        "A project in several countries is one project: it counts once in the total, and once in each of its countries.",
    ],
    about_privacy_text: "This site sets no cookies, keeps no record of its visitors and asks no other host for anything. The browser keeps something only on your own act: light or dark, if you choose one, until you take it back; and your place on the page while you change its language.",
    about_publisher: "Publisher",
    about_as_of: "Day of the data",
    about_version: "Release",
    about_download: "Data files",
    about_correct_text: "Every page of a project shows its sources and its id. Tell the publisher the id, what is wrong, and a \
     source for what is right.",
    about_no_contact: "The publisher of this copy has named no address for corrections. The data is a set of readable files \
     that anybody may correct in a copy of their own.",
    about_sources_lead: "Publishers and hosts on whose pages the projects rest, by the number of projects:",
    licence_code: "The program is free software under the MIT licence.",
    statement_what: [
        "This statement applies to all pages of this site. It has the form that Implementing Decision (EU) 2018/1523 gives \
         to the statements of Directive (EU) 2016/2102 on the accessibility of the websites of public sector bodies. The \
         publisher of this copy is named at the foot of every page under “About”; whether the directive binds the publisher \
         is for the publisher to say.",
        "The site is made to be used by everybody: by keyboard alone, with a screen reader, enlarged to 400 %, in forced \
         colours, without script, and on paper.",
    ],
    statement_status: "Compliance status",
    statement_status_text: "The site is partially compliant with the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and so \
         with EN 301 549, because of what is listed below.",
    statement_gaps: "What is not accessible",
    statement_gaps_lead: "Known gaps, the reason for each, and what there is instead:",
    statement_gaps_list: &[
        "Titles and texts of projects, events and documents stand in the language in which the data has them, mostly English, \
         also on pages in another language. They are marked as such, so that a screen reader speaks them rightly. There is no \
         translation.",
        "What sources write is shown in their own words. Where the data does not say in which language a source is, they are \
         marked as words of an unknown language.",
        "The picture of the timeline is drawn on a canvas. Each of its entries can be reached and heard by keyboard; the whole \
         stands as a list on the same page.",
        "Documents to which the site links are kept by others. Whether they are accessible was not examined.",
    ],
    statement_tested: "What was tested, and how",
    statement_tested_list: &[
        "Every kind of page, in every language, light and dark, at a width of 320 and of 1280 pixels, in Chromium with the rules \
         of axe-core for WCAG 2.0, 2.1 and 2.2, levels A and AA: no violation was found. Text has a contrast of at least 7 to 1.",
        "By program in Chromium and Firefox, with real keys: the skip link, the focus after each step, its order and visibility, \
         that nothing traps it, the size of targets, spaced text, and that nothing scrolls sideways at 320 pixels.",
        "In Chromium: the tree that assistive technology reads, for the most important pages.",
    ],
    statement_untested: "Not tested: the use of a screen reader by a person who depends on it.",
    statement_feedback: "Feedback and contact",
    statement_feedback_text: "Tell the publisher what you cannot use or need in another form:",
    statement_no_contact: "The publisher of this copy has named no address.",
    statement_enforcement: "Enforcement procedure",
    statement_enforcement_text: "A public sector body that publishes a copy of this site must name here the body of its country to which one can turn \
         when an answer does not satisfy. This copy names none.",
    holds_meta: "About the data set",
    holds_types: "Types of project",
    feed_of_all: "projects and events",
    calendar_of_all: "events",

    // Figures
    figure_map: "Projects in the partner countries",
    figure_map_note: "Each country leads to its page. A project in several countries counts once in each.",
    figure_show_table: "The numbers as a table",
    figure_how_it_is_made: "How the data was gathered",
    figure_active: "Projects active in each year, by country",
    figure_active_note: "A project in several countries stands in each. Where a source gives no end, a project can be active in every year after its start: the hollow part shows what is not known, and grows with it.",
    figure_certainly: "Certainly active, by its dates",
    figure_possibly: "Possibly active: a start or an end is not stated",
    figure_year: "Year",
    figure_no_dates: "No dates",
    figure_active_table: "Each number opens the list that it counts. Of two numbers the first is what was certainly active in the year, the second adds what was possibly active.",
    figure_to: "–",
    figure_money: "Stated budgets, by donor",
    figure_no_money: "No project here states a budget of its own.",
    figure_donor: "Donor",
    figure_sum: "Sum",
    figure_sum_over: "Over",
    figure_stated: "Projects with a budget in this currency",
    figure_money_table: "Each number of projects opens their list.",
    figure_sum_leaves_out: "A sum leaves out budgets that are not a project’s own: those of a group, of a larger programme, and of each grant.",
    figure_matrix: "Types of project, by country",
    figure_matrix_note: "The area of a square is the number of projects; each number opens their list. A project with several types or countries counts once in each of its cells, and once in each total: a total can be smaller than the sum of what stands before it.",
    figure_project_type: "Type",
    figure_all: "All",
    figure_all_projects: "All projects",

    // Pages
    needs_script: "Searching and filtering need JavaScript and WebAssembly. Without them every page can be read, and every \
     project can be reached from the list of projects, from its countries, its organisations and the timeline.",
    start_slow: "The program for searching and filtering is taking its time. The page below is complete as published: read on \
     while it comes, or try again.",
    printed_early: "When this was printed, the list that was asked for was not there yet.",
    progress_label: "Loading the index of the projects",
    try_again: "Load again",
    home_countries: "By country",
    home_questions: "Ask, for example",
    home_years: "By year in which projects were active",
    home_types: "By type of project",
    home_donors: "By donor",
    home_events: "Latest events",
    home_all_types: "All types, donors and statuses",
    home_all_events: "All events on the timeline",
    see_projects: "All projects",
    see_timeline: "Open the timeline",
    partners_lead: "The partner countries, with their facts, their relations with the European Union, their projects and events.",
    on_this_page: "On this page",
    coordinator: "National coordinator",
    contact: "Contact person",
    stakeholders_lead: "Institutions",
    envelopes: "EU funds set aside",
    envelope_years: "Years",
    envelope_sum: "Sum",
    envelope_for: "For",
    envelope_source: "Source",
    envelope_country: "This country",
    envelope_region: "All partner countries",
    envelope_conflict: "Sources give different sums for the same years; all are shown. Sums of different rows must not be added up.",
    section_unknown: "Not known: no source that could be read says anything about this.",
    stakeholders_unknown: "Which institutions take part is not known.",
    coordinator_unknown: "Who coordinates for the country, and whom to write to, is not known.",
    no_events: "The data set holds no event for it.",
    project_type: "Type of project",
    thin: "Little more than the title of this project is known.",
    differences: "Where the sources differ",
    differences_lead: "The facts above are those of the first source that states them. Other sources say:",
    related: "Related projects",
    component: "Has as a part",
    followed_by: "Followed by",
    from_event: "From the event:",
    other_titles: "Also called",
    partner_countries: "Partner countries",
    budget_parts: "Of which",
    no_exact_sum: "No exact sum in a currency is stated",
    correct: "Correct this record",
    organisations_lead: "Every body that is named as donor, implementer, beneficiary or organiser, or takes part in the Platform, \
     with the number of projects on which it, or a part of it, is named.",
    also_known_as: "Also written",
    organisation_kind: "Kind",
    whole: "Part of",
    organised: "Events that it organised",
    stakeholder_in: "Platform stakeholder in",
    kind_not_stated: "Kind not stated",
    event_kind: "Kind of event",
    organiser: "Organiser",
    description: "Description",
    dates_differ: "The sources give different dates:",
    no_project: "The data set names no project to which it belongs.",
    previous_event: "Previous event",
    next_event: "Next event",
    documents_lead: "Documents that the sources name. The link leads to the page where each was seen; the atlas keeps no copies.",
    not_found_text: "There is no page at this address. It may have moved, or the address may be mistyped.",
    not_found_links: "You can go on from here:",
    in_figures: "In figures",
};

impl Sentences for English {
    fn texts(&self) -> &'static Texts {
        &TEXTS
    }

    // Numbers, sums, dates

    fn number(&self, number: usize) -> String {
        grouped(number as u64, ",", GROUPED_FROM)
    }

    fn money(&self, money: Money) -> String {
        let sum = decimals(money.hundredths, ",", ".", GROUPED_FROM);
        if money.currency == Currency::EUR { format!("€{sum}") } else { format!("{} {sum}", money.currency.code()) }
    }

    fn percent(&self, hundredths: u64) -> String {
        format!("{}%", decimals(hundredths, ",", ".", GROUPED_FROM))
    }

    fn day(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), month(date.month()), date.year())
    }

    fn short_month(&self, date: Date) -> String {
        month(date.month()).chars().take(3).collect()
    }

    fn short_day(&self, date: Date) -> String {
        format!("{} {}", date.day(), self.short_month(date))
    }

    fn partial_date(&self, date: PartialDate) -> String {
        let text = match date.stated {
            Stated::Year(year) => year.to_string(),
            Stated::Month(year, name) => format!("{} {year}", month(name)),
            Stated::Day(date) => self.day(date),
        };
        if date.approximate { format!("about {text}") } else { text }
    }

    fn period(&self, period: &Period) -> String {
        let said = |date| self.partial_date(date);
        match (period.start, period.end) {
            (Some(start), End::On(end)) if start == end => said(start),
            (Some(start), End::On(end)) => match start.day_in_month_of(end) {
                Some(day) => format!("{day}–{}", said(end)),
                None => format!("{} – {}", said(start), said(end)),
            },
            (Some(start), End::Open) => format!("since {}, open end", said(start)),
            (Some(start), End::Unknown) => format!("from {}, end not stated", said(start)),
            (None, End::On(end)) => format!("until {}, start not stated", said(end)),
            (None, End::Open) => "open end, start not stated".into(),
            (None, End::Unknown) => TEXTS.not_stated.into(),
        }
    }

    fn spoken_period(&self, period: &Period) -> String {
        match (period.start, period.end) {
            (Some(start), End::On(end)) if start != end => {
                format!("{} to {}", self.partial_date(start), self.partial_date(end))
            }
            _ => self.period(period),
        }
    }

    fn all_of(&self, names: &[String]) -> String {
        joined(names, "and")
    }

    fn any_of(&self, names: &[String]) -> String {
        joined(names, "or")
    }

    fn quoted(&self, words: &str) -> String {
        format!("“{words}”")
    }

    fn projects_count(&self, count: usize) -> String {
        self.count_of(count, "project", "projects")
    }

    fn entries_count(&self, count: usize) -> String {
        self.count_of(count, "entry", "entries")
    }

    fn some_projects(&self, found: usize, of: usize) -> String {
        format!("{} of {}", self.number(found), self.projects_count(of))
    }

    fn some_entries(&self, found: usize, of: usize) -> String {
        format!("{} of {}", self.number(found), self.entries_count(of))
    }

    // Every page

    fn data_line(&self, as_of: Date, version: &str) -> String {
        format!("Data of {}, release {version}.", self.day(as_of))
    }

    fn unreadable(&self, count: usize) -> String {
        let records = self.count_of(count, "record", "records");
        format!("{records} of the data could not be read and {} not shown.", if count == 1 { "is" } else { "are" })
    }

    // Countries

    fn as_of(&self, date: PartialDate) -> String {
        format!("as of {}", self.partial_date(date))
    }

    // Projects

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Forecast => "Forecast",
            Status::Ongoing => "On-going",
            Status::EndNotStated => "Started, end not stated",
            Status::Completed => "Completed",
            Status::Suspended => "Suspended",
            Status::Cancelled => "Cancelled",
        }
    }

    fn status_as_of(&self, as_of: Date) -> String {
        format!("by its dates, as of {}", self.day(as_of))
    }

    fn kind(&self, kind: Kind) -> Option<&'static str> {
        match kind {
            Kind::Project => None,
            Kind::Group => Some("Several projects in one entry"),
            Kind::Call => Some("Call for proposals"),
            Kind::Preparation => Some("Preparation of a project"),
            Kind::Agreement => Some("Agreement"),
        }
    }

    fn source_mark_label(&self, number: usize) -> String {
        format!("Source {number}")
    }

    fn source_dates(&self, dated: Option<PartialDate>, seen: Date) -> String {
        match dated {
            Some(dated) => format!("of {}, seen on {}", self.partial_date(dated), self.day(seen)),
            None => format!("undated, seen on {}", self.day(seen)),
        }
    }

    fn as_written(&self, words: &str) -> String {
        format!("Source: “{words}”")
    }

    fn not_dates(&self, words: &str) -> String {
        format!("{} as dates (“{words}”)", TEXTS.not_stated)
    }

    fn limited(&self, sum: String, precision: Precision) -> String {
        match precision {
            Precision::Exact => sum,
            Precision::About => format!("about {sum}"),
            Precision::AtLeast => format!("more than {sum}"),
            Precision::AtMost => format!("up to {sum}"),
        }
    }

    fn indicative(&self, sum: String) -> String {
        format!("{sum} (indicative)")
    }

    fn covers(&self, covers: Covers) -> Option<&'static str> {
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

    // Organisations, events, documents

    fn entry_kind(&self, kind: &str) -> String {
        upper(kind)
    }

    fn language<'t>(&self, tag: &'t str) -> &'t str {
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

    // The list

    fn facet_name(&self, facet: Facet) -> &'static str {
        match facet {
            Facet::Country => "Country",
            Facet::Status => "Status",
            Facet::Type => "Type of project",
            Facet::Donor => "Donor",
            Facet::Implementer => "Implementer",
            Facet::Beneficiary => "Beneficiary",
            Facet::Year => "Year active",
            Facet::Budget => "Size of budget",
            Facet::Stated => "Status by its source",
            Facet::Source => "Source",
            Facet::Language => "Language of the source",
        }
    }

    fn unknown_value(&self, value: &Slug) -> String {
        format!("“{value}” (unknown)")
    }

    fn band(&self, band: Band) -> String {
        let sum = |units: u64| self.money(Money { currency: band.currency, hundredths: units * 100 });
        let from = Band::FROM.get(band.step).copied().unwrap_or_default();
        match band.below() {
            Some(below) if from == 0 => format!("below {}", sum(below)),
            Some(below) => format!("{} to below {}", sum(from), sum(below)),
            None => format!("{} and more", sum(from)),
        }
    }

    fn exclude(&self, excluded: bool) -> &'static str {
        if excluded { "Include again" } else { "Exclude" }
    }

    fn match_label(&self, facet: Facet) -> String {
        format!("{}: projects with", self.facet_name(facet))
    }

    fn show_all_values(&self, count: usize) -> String {
        format!("Show all {}", self.number(count))
    }

    fn find_value(&self, facet: Facet) -> String {
        format!("Find in: {}", self.facet_name(facet))
    }

    fn chosen(&self, count: usize) -> String {
        format!("{} chosen", self.number(count))
    }

    fn as_of_line(&self, as_of: Date) -> String {
        format!("Statuses and counts as of {}.", self.day(as_of))
    }

    fn sort_name(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => "Words in the title first",
            Sort::Newest => "Latest start first",
            Sort::Oldest => "Earliest start first",
            Sort::LastEnd => "Latest end first",
            Sort::FirstEnd => "Earliest end first",
            Sort::Title => "Title, A to Z",
            Sort::TitleBack => "Title, Z to A",
            Sort::Largest => "Largest budget first, by currency",
            Sort::Smallest => "Smallest budget first, by currency",
            Sort::Country => "Country",
            Sort::CountryBack => "Country, backwards",
            Sort::LastChecked => "Last checked first",
            Sort::FirstChecked => "Longest unchecked first",
        }
    }

    fn view_name(&self, view: View) -> &'static str {
        match view {
            View::Cards => "Cards",
            View::Table => "Table",
            View::Compare => "Side by side",
        }
    }

    fn column_name(&self, column: Column) -> &'static str {
        match column {
            Column::Country => "Country",
            Column::Type => "Type",
            Column::Period => "Period",
            Column::Status => "Status",
            Column::Donor => "Donor",
            Column::Budget => "Budget",
            Column::Implementer => "Implementer",
            Column::Beneficiary => "Beneficiary",
            Column::Source => "Source",
            Column::Checked => "Last checked",
        }
    }

    fn show_results(&self, found: usize) -> String {
        format!("Show {}", self.projects_count(found))
    }

    fn page_link(&self, page: usize) -> String {
        format!("Page {}", self.number(page))
    }

    fn printed_part(&self, (first, last, of): (usize, usize, usize), (page, pages): (usize, usize)) -> String {
        let [first, last, of, page, pages] = [first, last, of, page, pages].map(|number| self.number(number));
        format!("Projects {first}–{last} of {of}, page {page} of {pages}")
    }

    fn page_clause(&self, page: Page) -> Option<String> {
        match page {
            Page::Number(1) => None,
            Page::Number(number) => Some(format!("page {number}")),
            Page::All => Some("all on one page".into()),
        }
    }

    fn sums(&self, sums: &[Sum], of: usize) -> Option<String> {
        let part = |sum: &Sum| format!("{} in {}", self.money(sum.money), self.projects_count(sum.projects));
        let parts: Vec<String> = sums.iter().map(part).collect();
        let said = parts.join("; ");
        (!parts.is_empty())
            .then(|| {
                let of = self.projects_count(of);
                format!("Of {of} listed, these state a budget of their own: {said}. Nothing is converted, and currencies are not added.")
            })
    }

    fn also_matching(&self, names: &[&str]) -> String {
        format!("Also matching: {}.", names.join(", "))
    }

    fn best_removal(&self, parts: &[(String, String)], count: usize) -> String {
        let filters = if parts.len() > 1 { "filters" } else { "filter" };
        let named: Vec<String> = parts.iter().map(|(kind, value)| named(kind, value)).collect();
        format!("Remove {filters}: {} ({})", named.join("; "), self.projects_count(count))
    }

    fn without_period(&self, count: usize) -> String {
        match count {
            1 => "1 more project matches the other filters but states no dates.".into(),
            count => format!("{} more projects match the other filters but state no dates.", self.number(count)),
        }
    }

    fn pick(&self, title: &str) -> String {
        format!("Tick: {title}")
    }

    fn picked_count(&self, count: usize) -> String {
        format!("{} ticked", self.projects_count(count))
    }

    fn pick_limit(&self, limit: usize) -> String {
        format!("No more than {limit} projects can be ticked: they stand in the address.")
    }

    fn place_in_list(&self, place: usize, of: usize) -> String {
        format!("Project {} of {}", self.number(place), self.number(of))
    }

    fn unstated(&self, facet: Facet) -> String {
        let what = match facet {
            Facet::Country => "country",
            Facet::Type => "type",
            Facet::Status => return "no status known".into(),
            Facet::Donor => "donor",
            Facet::Implementer => "implementer",
            Facet::Beneficiary => "beneficiary",
            Facet::Year => "dates",
            Facet::Budget => "budget",
            Facet::Stated => "status",
            Facet::Source => "source",
            Facet::Language => "language",
        };
        format!("no {what} stated")
    }

    fn carried_out_by(&self, bodies: &[String]) -> String {
        let bodies: Vec<String> = bodies.iter().map(|name| with_article(name)).collect();
        format!("carried out by {}", self.all_of(&bodies))
    }

    fn remove_filter(&self, kind: &str, value: &str) -> String {
        format!("Remove filter: {}", named(kind, value))
    }

    fn excluded_kind(&self, facet: Facet) -> String {
        format!("{}, excluded", self.facet_name(facet))
    }

    fn excluded_value(&self, value: &str) -> String {
        format!("not {value}")
    }

    fn active(&self, active: &Active) -> String {
        let certainly = if active.certainly { "certainly active" } else { "active or possibly active" };
        let said = |date| self.partial_date(date);
        // On a day, in a month or a year.
        let at = |date: PartialDate| if date.earliest() == date.latest() { "on" } else { "in" };
        match (active.from, active.to) {
            (Some(from), Some(to)) if from == to => format!("{certainly} {} {}", at(from), said(from)),
            (Some(from), Some(to)) => format!("{certainly} between {} and {}", said(from), said(to)),
            (Some(from), None) => format!("{certainly} {} or after {}", at(from), said(from)),
            (None, Some(to)) => format!("{certainly} {} or before {}", at(to), said(to)),
            (None, None) => String::new(),
        }
    }

    fn budget_range(&self, range: &BudgetRange) -> String {
        let Some(currency) = range.currency else { return String::new() };
        let sum = |units: u64| self.money(Money { currency, hundredths: units.saturating_mul(100) });
        match (range.min, range.max) {
            (Some(min), Some(max)) => format!("a budget of {} to {}", sum(min), sum(max)),
            (Some(min), None) => format!("a budget of {} or more", sum(min)),
            (None, Some(max)) => format!("a budget of {} or less", sum(max)),
            (None, None) => format!("a budget in {}", currency.code()),
        }
    }

    fn question(&self, query: &ProjectQuery, names: &Names) -> String {
        let as_of = self.on_day(query);
        if query.only_picks {
            return format!("{}{as_of}", TEXTS.list.picks);
        }
        let values = |facet: Facet| {
            let values = query.picked.get(&facet).into_iter().flatten();
            let stated = values.filter(|value| value.as_str() != Facet::NOT_STATED);
            let name = |value: &Slug| {
                let name = name_within(facet, value, names);
                match value.as_str() {
                    Facet::IN_WORDS => lower(&name),
                    Facet::DISAGREES => "something else than its dates".to_owned(),
                    _ => name,
                }
            };
            let words: Vec<String> = stated.map(name).collect();
            let not_stated = query.picked.get(&facet).into_iter().flatten().any(|it| it.as_str() == Facet::NOT_STATED);
            (words, not_stated)
        };
        let together = |facet: Facet, words: &[String]| {
            if query.all_of.contains(&facet) { self.all_of(words) } else { self.any_of(words) }
        };
        // A phrase with the values, one without any, or both.
        let phrase = |facet: Facet, before: &str, small: bool| {
            let (mut words, not_stated) = values(facet);
            if small {
                words = words.iter().map(|word| lower(word)).collect();
            }
            // A budget "of USD 100,000", but one "in words only".
            let before =
                before.strip_suffix(" of").filter(|_| words.iter().all(|it| it.starts_with("in "))).unwrap_or(before);
            let said = (!words.is_empty()).then(|| format!("{before} {}", together(facet, &words)));
            let missing = not_stated.then(|| match facet {
                Facet::Stated => "whose source states no status".to_owned(),
                Facet::Language => "in sources of no stated language".to_owned(),
                _ => format!("with {}", self.unstated(facet)),
            });
            match (said, missing) {
                (Some(said), Some(missing)) if query.all_of.contains(&facet) => Some(format!("{said} and {missing}")),
                (Some(said), Some(missing)) => Some(format!("{said} or {missing}")),
                (said, missing) => said.or(missing),
            }
        };
        let mut sentence = String::from("Projects");
        let (status_words, status_missing) = values(Facet::Status);
        // Some are no adjectives: "Started, end not stated".
        let before_noun = !status_missing && status_words.iter().all(|it| !it.contains(','));
        if !status_words.is_empty() && before_noun {
            let words: Vec<String> = status_words.iter().map(|word| lower(word)).collect();
            sentence = format!("{} projects", upper(&self.any_of(&words)));
        }
        for part in [phrase(Facet::Country, "in", false), phrase(Facet::Type, "about", true)].into_iter().flatten() {
            sentence.push_str(&format!(" {part}"));
        }
        if !query.words().is_empty() {
            let words = if query.text.contains(' ') { "words" } else { "word" };
            sentence.push_str(&format!(" with the {words} {}", self.quoted(&super::list::unquoted(&query.text))));
        }
        let mut clauses = Vec::new();
        if !before_noun {
            clauses.extend(phrase(Facet::Status, "with the status", true));
        }
        clauses.extend(phrase(Facet::Donor, "funded by", false));
        clauses.extend(phrase(Facet::Implementer, "carried out by", false));
        clauses.extend(phrase(Facet::Beneficiary, "for the benefit of", false));
        clauses.extend(phrase(Facet::Year, "active in", false));
        if query.active.is_asked() {
            clauses.push(self.active(&query.active));
        }
        clauses.extend(phrase(Facet::Budget, "with a budget of", true));
        if query.budget.currency.is_some() {
            clauses.push(format!("with {}", self.budget_range(&query.budget)));
        }
        clauses.extend(phrase(Facet::Stated, "whose source says", true));
        clauses.extend(phrase(Facet::Source, "by the source", false));
        clauses.extend(phrase(Facet::Language, "in sources in", false));
        let excluded: Vec<String> =
            query.exclusions().map(|(facet, value)| self.left_out(facet, value, names)).collect();
        if !excluded.is_empty() {
            clauses.push(format!("without {}", self.any_of(&excluded)));
        }
        for clause in clauses {
            sentence.push_str(&format!(", {clause}"));
        }
        sentence + &as_of
    }

    // Files

    fn what(&self, bodies: Option<Role>) -> &'static str {
        match bodies {
            None => "Projects",
            Some(Role::Donor) => "Donors",
            Some(Role::Implementer) => "Implementers",
            Some(Role::Beneficiary) => "Institutions that benefit",
        }
    }

    fn before_kind(&self, bodies: Option<Role>) -> String {
        format!("{} as ", self.what(bodies))
    }

    fn saved_rows(&self, name: &str, rows: usize) -> String {
        format!("Saved: {name}, {}.", self.count_of(rows, "row", "rows"))
    }

    fn saved(&self, name: &str) -> String {
        format!("Saved: {name}.")
    }

    fn sum_in(&self, code: &str) -> String {
        format!("Sum of budgets in {code}")
    }

    fn summed_in(&self, code: &str) -> String {
        format!("Projects in this sum, {code}")
    }

    // The timeline

    fn timeline_question(&self, query: &TimelineQuery, names: &Names) -> String {
        let of_projects = self.question(&ProjectQuery { as_of: None, ..query.list.clone() }, names);
        let subject = if query.kinds.is_empty() {
            "Projects and events".to_owned()
        } else {
            let kinds: Vec<String> = query.kinds.iter().map(super::timeline::kind_name).collect();
            format!("Entries of the kind {}", self.any_of(&kinds))
        };
        let said = match of_projects.strip_prefix("Projects") {
            Some(rest) => format!("{subject}{rest}"),
            None if query.kinds.is_empty() => format!("{of_projects}, with their events"),
            None => format!("{subject}, of {}", lower(&of_projects)),
        };
        said + &self.on_day(&query.list)
    }

    fn on_the_timeline(&self, question: &str) -> String {
        format!("{question} on the timeline")
    }

    fn around_project(&self, title: &str) -> String {
        format!("“{title}”, what came before and after it, and what ran at the same time")
    }

    fn in_force_since(&self, date: PartialDate) -> String {
        format!("in force since {}", self.partial_date(date))
    }

    fn group_name(&self, group: Group) -> &'static str {
        match group {
            Group::Country => "country",
            Group::Type => "type",
            Group::Donor => "donor",
            Group::Nothing => "nothing",
        }
    }

    fn drawing_label(&self, drawn: usize) -> String {
        format!("Drawing of {} on an axis of time", self.entries_count(drawn))
    }

    fn shown(&self, range: &str, visible: usize, drawn: usize) -> String {
        if visible == drawn {
            format!("Shown: {range}, {} with a date.", self.entries_count(drawn))
        } else {
            format!("Shown: {range}, {} with a date.", self.some_entries(visible, drawn))
        }
    }

    fn repeated(&self, count: usize, group: Group) -> String {
        let (stands, counts) = if count == 1 { ("stands", "counts") } else { ("stand", "count") };
        let entries = self.entries_count(count);
        format!("{entries} of more than one {} {stands} in each of them and {counts} once.", self.group_name(group))
    }

    fn undated(&self, count: usize) -> String {
        let (has, it) = if count == 1 { ("has", "stands") } else { ("have", "stand") };
        format!("{} {has} no date and {it} only in the list.", self.entries_count(count))
    }

    fn day_line(&self, date: Date, asked: bool) -> String {
        let of = if asked { "Date asked for" } else { "Date of the data" };
        format!("{of}: {}", self.day(date))
    }

    fn continued(&self, group: &str) -> String {
        format!("{group} (continued)")
    }

    fn caption(&self, data: Date, line: Option<Date>, address: &str) -> String {
        let line = line.map(|line| format!("The line marks {}. ", self.day(line))).unwrap_or_default();
        format!("Data as of {}. {line}{address}", self.day(data))
    }

    fn signed(&self, date: PartialDate) -> String {
        format!("signed {}", self.partial_date(date))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Published for English {
    fn published(&self) -> &'static PublishedTexts {
        &PUBLISHED
    }

    fn describe_home(&self, projects: usize) -> String {
        let projects = self.projects_count(projects);
        format!("{}: {projects}, who funds them, where, when, for whom and for how much.", TEXTS.tagline)
    }

    fn describe_partner(&self, country: &str, projects: usize) -> String {
        let projects = self.projects_count(projects);
        format!("{country}: facts, relations with the EU, rule of law, and {projects} in the database.")
    }

    fn describe_projects(&self, projects: usize) -> String {
        format!("{} rule of law projects in Central Asia by country, type, donor and status.", self.number(projects))
    }

    fn describe_organisation(&self, name: &str) -> String {
        format!("{name}: the rule of law projects in Central Asia on which it is named.")
    }

    fn dataset_description(&self, projects: usize, countries: usize) -> String {
        format!(
            "{} that support the rule of law in {} countries of Central Asia, with donors, implementers, \
             beneficiaries, budgets, dates, events and documents as public sources state them, each with its sources.",
            self.projects_count(projects),
            self.number(countries),
        )
    }

    fn feed_subtitle(&self, most: usize) -> String {
        let most = self.number(most);
        format!("At most {most} projects and events, those first whose facts were last taken from a source.")
    }

    fn search_description(&self, site: &str) -> String {
        format!("Search the projects of the {site}")
    }

    fn picture_figures(&self, projects: usize, countries: usize) -> [(String, String); 2] {
        [
            (self.number(projects), if projects == 1 { "project" } else { "projects" }.to_owned()),
            (self.number(countries), if countries == 1 { "country" } else { "countries" }.to_owned()),
        ]
    }

    fn data_of(&self, as_of: Date) -> String {
        format!("Data of {}", self.day(as_of))
    }

    fn licence_line(&self, name: &str) -> String {
        format!("The data may be used under {name}.")
    }

    fn statement_prepared(&self, on: Date) -> String {
        format!("This statement was prepared on {} after a self-assessment by the makers of the site.", self.day(on))
    }

    fn figure_source(&self, title: &str, version: &str, as_of: Date) -> String {
        let day = self.day(as_of);
        format!("Source: {title}, release {version}, as of {day}. Each project names the sources that it rests on.")
    }

    fn active_in(&self, country: &Country) -> String {
        format!("Projects active in each year in {}", with_article(&country.name))
    }

    fn peak(&self, year: i32, certainly: usize, more: usize) -> String {
        let certainly = format!("most in {year}: {}", self.number(certainly));
        match more {
            0 => certainly,
            more => format!("{certainly}, and {} possibly", self.number(more)),
        }
    }

    fn in_no_bar(&self, count: usize) -> String {
        match count {
            1 => "1 project states no dates; it is in no bar.".into(),
            count => format!("{} projects state no dates; they are in no bar.", self.number(count)),
        }
    }

    fn money_in(&self, country: &Country) -> String {
        format!("Stated budgets of the projects in {}, by donor", with_article(&country.name))
    }

    fn money_note(&self, summed: usize, of: usize) -> String {
        format!(
            "Only {} of {} state a sum of their own. Each currency stands for itself: nothing is converted, so that bars \
             can be compared within a currency only. A project counts with its whole budget, whatever a donor’s part, and \
             once with each of its donors and countries.",
            self.number(summed),
            self.projects_count(of)
        )
    }

    fn panel(&self, sum: Sum) -> String {
        format!("{} over", self.money(sum.money))
    }

    fn short_money(&self, sum: Money) -> String {
        let Some((tenths, size)) = rounded(sum) else { return self.money(sum) };
        let unit = match size {
            Size::Thousand => "thousand",
            Size::Million => "million",
        };
        let decimal = if tenths.is_multiple_of(10) { String::new() } else { format!(".{}", tenths % 10) };
        let figure = format!("{}{decimal} {unit}", grouped(tenths / 10, ",", GROUPED_FROM));
        if sum.currency == Currency::EUR { format!("€{figure}") } else { format!("{} {figure}", sum.currency.code()) }
    }

    fn other_types(&self, count: usize) -> String {
        match count {
            1 => "One more type".into(),
            count => format!("{} more types", self.number(count)),
        }
    }

    fn organisation_kind(&self, kind: organisation::Kind) -> &'static str {
        // The words of IATI's list are English.
        organisation::Kind::TABLE[kind as usize].0
    }

    fn untranslated(&self, tags: &[&str]) -> String {
        let languages: Vec<String> = tags.iter().map(|tag| self.language(tag).to_owned()).collect();
        format!("Texts of this record are not in English but in {}.", self.all_of(&languages))
    }

    fn home_lead(&self, projects: usize, countries: usize, sources: usize) -> String {
        format!(
            "Donors, institutions, journalists and researchers can see here who does what: {} in {} countries, with \
             their donors, partners, budgets and dates as {} public sources state them.",
            self.projects_count(projects),
            self.number(countries),
            self.number(sources),
        )
    }

    fn section_name(&self, kind: SectionKind, country: &Country) -> String {
        let name = with_article(&country.name);
        match kind {
            SectionKind::Country => format!("About {name}"),
            SectionKind::Eu => format!("{} and the European Union", upper(&name)),
            SectionKind::Initiative => format!("{} and the Rule of Law Initiative", upper(&name)),
            SectionKind::RuleOfLaw => format!("Rule of law in {name}"),
            SectionKind::WorkPlan => "Platform work plan".into(),
            SectionKind::Stakeholders => "Platform stakeholders".into(),
        }
    }

    fn since(&self, date: PartialDate) -> String {
        format!("since {}", self.partial_date(date))
    }

    fn all_projects_in(&self, country: &Country, count: usize) -> String {
        format!("Search the {} in {}", self.projects_count(count), with_article(&country.name))
    }

    fn timeline_of(&self, country: &Country) -> String {
        format!("{} on the timeline", upper(&with_article(&country.name)))
    }

    fn first_of(&self, shown: usize, of: usize) -> String {
        format!("The {} that started last, of {}.", self.number(shown), self.number(of))
    }

    fn types_by(&self, by: TypesBy) -> Option<&'static str> {
        match by {
            TypesBy::Source => None,
            TypesBy::Editor => Some("classified by the editors"),
            TypesBy::Both => Some("in part classified by the editors"),
        }
    }

    fn correct_subject(&self, title: &str, id: &Slug, version: &str) -> String {
        format!("Correction: {title} ({id}, data {version})")
    }

    fn projects_as(&self, role: Role) -> &'static str {
        match role {
            Role::Donor => "Projects that it funds",
            Role::Implementer => "Projects that it carries out",
            Role::Beneficiary => "Projects of which it is a beneficiary",
        }
    }

    fn projects_of_whole(&self, role: Role, body: &str) -> String {
        match role {
            Role::Donor => format!("All projects funded by {body}"),
            Role::Implementer => format!("All projects carried out by {body}"),
            Role::Beneficiary => format!("All projects for the benefit of {body}"),
        }
    }

    fn in_force(&self, date: PartialDate) -> String {
        format!("in force {}", self.partial_date(date))
    }

    fn kilobytes(&self, number: u64) -> String {
        format!("{number} KB")
    }

    fn printed_pages(&self, number: usize) -> String {
        format!("{} {}", self.number(number), if number == 1 { "page" } else { "pages" })
    }

    fn figures(&self, [projects, organisations, entries, documents]: [usize; 4]) -> [&'static str; 4] {
        let form = |count: usize, one, many| if count == 1 { one } else { many };
        [
            form(projects, "project", "projects"),
            form(organisations, "organisation", "organisations"),
            form(entries, "entry on the timeline", "entries on the timeline"),
            form(documents, "document", "documents"),
        ]
    }

    fn latest_events(&self, listed: usize, of: usize) -> String {
        format!("Above are the latest {} of {}. All are on the timeline.", self.number(listed), self.number(of))
    }

    fn named_on(&self, count: usize) -> String {
        match count {
            0 => "The data set names it on no project.".into(),
            count => format!(
                "It, or a part of it, is named on {}. Where it has two roles on one project, that counts once.",
                self.projects_count(count)
            ),
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Donor => "Donor",
            Role::Implementer => "Implementer",
            Role::Beneficiary => "Beneficiary",
        }
    }
}

impl English {
    fn count_of(&self, count: usize, one: &str, many: &str) -> String {
        format!("{} {}", self.number(count), if count == 1 { one } else { many })
    }

    /// The end of a question about another day than that of the data.
    fn on_day(&self, query: &ProjectQuery) -> String {
        query.as_of.map(|day| format!(", as of {}", self.day(day))).unwrap_or_default()
    }

    /// A value that is excluded, with its facet: a body that does not fund may carry out.
    fn left_out(&self, facet: Facet, value: &Slug, names: &Names) -> String {
        let kind = lower(self.facet_name(facet));
        if value.as_str() == Facet::NOT_STATED {
            return match facet {
                Facet::Stated => "those whose source states no status".to_owned(),
                _ => format!("those with no {kind} stated"),
            };
        }
        match facet {
            Facet::Country => name_within(facet, value, names),
            _ => format!("the {kind} {}", facet_value(facet, value, names)),
        }
    }
}

/// The smallest number whose digits are grouped.
const GROUPED_FROM: u64 = 1_000;

fn joined(names: &[String], last_by: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {last_by} {last}", first.join(", ")),
    }
}

/// Beginnings of names before which English puts an article.
const WITH_ARTICLE: [&str; 14] = [
    "Kyrgyz Republic",
    "United ",
    "European ",
    "Council of ",
    "Organi",
    "World Bank",
    "Government of ",
    "Ministry of ",
    "Netherlands",
    "Supreme ",
    "Office of ",
    "Asian Development Bank",
    "Academy of ",
    "Commission of ",
];

/// A name as it stands within a sentence: `the European Union`.
fn with_article(name: &str) -> String {
    let article = WITH_ARTICLE.iter().any(|begin| name.starts_with(begin));
    if article { format!("the {name}") } else { name.to_owned() }
}

/// A filter with its kind, which is empty where the value names it.
fn named(kind: &str, value: &str) -> String {
    if kind.is_empty() { value.to_owned() } else { [kind, ", ", value].concat() }
}

/// The name of a value as it stands within a sentence.
fn name_within(facet: Facet, value: &Slug, names: &Names) -> String {
    let name = facet_value(facet, value, names);
    match facet {
        Facet::Country | Facet::Donor | Facet::Implementer | Facet::Beneficiary => with_article(&name),
        _ => name,
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
