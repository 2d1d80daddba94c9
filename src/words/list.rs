//! The sentences of the projects database: its filters, its results in words, its table and its files.

// A constant here is its own documentation.
#![allow(missing_docs)]

use super::{any_of, day, list_and, lower_first, money, number, partial_date, projects_count, status, upper_first};
use crate::domain::band::Band;
use crate::domain::catalogue::Sum;
use crate::domain::catalogue::listed::Listed;
use crate::domain::catalogue::names::Names;
use crate::domain::column::Column;
use crate::domain::facet::Facet;
use crate::domain::money::{Currency, Money};
use crate::domain::part::Part;
use crate::domain::query::{Active, BudgetRange, Page, ProjectQuery, View};
use crate::domain::slug::Slug;
use crate::domain::sort::Sort;
use crate::domain::status::Status;
use time::Date;

pub const PROJECTS_LEAD: &str = "Projects and programmes that support the rule of law in the partner countries, from the sources that \
     each record names. Filters of different kinds narrow the list together.";
pub const FILTERS: &str = "Filters";
pub const SHOW_FILTERS: &str = "Show or hide the filters";
pub const SEARCH_LABEL: &str = "Words in titles, texts, people and institutions";
pub const SEARCH_BUTTON: &str = "Search";
pub const CLEAR_ALL: &str = "Remove all filters";
pub const SORT_LABEL: &str = "Order";
pub const TO_RESULTS: &str = "Skip to the results";
pub const FILTERS_IN_USE: &str = "Filters in use";
pub const NO_RESULTS: &str = "No project matches all of this.";
pub const NO_WORDS: &str = "The words of the projects did not arrive; they cannot be searched.";
pub const LOADING_WORDS: &str = "The words of the projects are still on their way …";

// Facets

/// The legend of a facet.
pub fn facet_name(facet: Facet) -> &'static str {
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

/// A value of a facet.
pub fn facet_value(facet: Facet, value: &Slug, names: &Names) -> String {
    match value.as_str() {
        Facet::NOT_STATED => return "Not stated".into(),
        Facet::IN_WORDS if facet == Facet::Budget => return "In words only".into(),
        Facet::IN_WORDS => return "Others, named in words".into(),
        Facet::DISAGREES => return "Differs from its dates".into(),
        _ => {}
    }
    let known = match facet {
        Facet::Status | Facet::Stated => {
            Status::ALL.into_iter().find(|status| status.id() == value.as_str()).map(|it| status(it).to_owned())
        }
        Facet::Budget => Band::parse(value.as_str()).map(band),
        Facet::Year if value.as_str().len() == 4 && value.as_str().bytes().all(|b| b.is_ascii_digit()) => {
            Some(value.to_string())
        }
        Facet::Language => Some(super::language(value.as_str()).to_owned()),
        _ => names.get(facet, value).map(|it| it.name.clone()).filter(|name| !name.is_empty()),
    };
    known.unwrap_or_else(|| super::unknown_value(value))
}

fn band(band: Band) -> String {
    let sum = |units: u64| money(Money { currency: band.currency, hundredths: units * 100 });
    let from = Band::FROM.get(band.step).copied().unwrap_or_default();
    match band.below() {
        Some(below) if from == 0 => format!("below {}", sum(below)),
        Some(below) => format!("{} to below {}", sum(from), sum(below)),
        None => format!("{} and more", sum(from)),
    }
}

/// How many entries a choice would show, beside its label.
pub fn choice_count(count: usize) -> String {
    format!("({})", number(count))
}

/// The visible name of the link that excludes a value, or no longer does.
pub fn exclude(excluded: bool) -> &'static str {
    if excluded { "Include again" } else { "Exclude" }
}

/// How the picked values of a facet are taken together.
pub fn match_label(facet: Facet) -> String {
    format!("{}: projects with", facet_name(facet))
}

pub const MATCH_ANY: &str = "any of these";
pub const MATCH_ALL: &str = "all of these";

/// The button that shows the whole of a long facet.
pub fn show_all_values(count: usize) -> String {
    format!("Show all {}", number(count))
}

pub const SHOW_FEWER: &str = "Show fewer";

/// The label of the field that searches a long facet.
pub fn find_value(facet: Facet) -> String {
    format!("Find in: {}", facet_name(facet))
}

/// How many values of a facet are picked or excluded, in its heading.
pub fn chosen(count: usize) -> String {
    format!("{} chosen", number(count))
}

// Period, budget, day

pub const PERIOD: &str = "Active between";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const DATE_HINT: &str = "A year, month or day: 2016, 2016-07 or 2016-07-25";
pub const CERTAINLY: &str = "Only certainly active then";
pub const CERTAINLY_HINT: &str =
    "Leaves out what may have run then: an end that is not stated, a start known only by its year.";
pub const APPLY: &str = "Apply";
pub const BAD_DATE: &str = "Write a date as 2016, 2016-07 or 2016-07-25.";
pub const BAD_DAY: &str = "Write a full day, as 2016-07-25.";
pub const BAD_SUM: &str = "Write a whole number, without spaces or commas.";
pub const BUDGET_RANGE: &str = "Budget";
pub const CURRENCY: &str = "Currency";
pub const ANY_CURRENCY: &str = "Any";
pub const AT_LEAST: &str = "At least";
pub const AT_MOST: &str = "At most";
pub const BUDGET_HINT: &str = "Only sums stated in this currency. Nothing is converted.";
pub const AS_OF: &str = "As of";
pub const AS_OF_LABEL: &str = "Statuses and counts as of this day";
pub const AS_OF_HINT: &str = "A full day, as 2016-07-25. Empty: the day of the data.";
pub const BAD_CURRENCY: &str = "Choose the currency of these sums.";

/// The day on which statuses are derived.
pub fn as_of_line(as_of: Date) -> String {
    format!("Statuses and counts as of {}.", day(as_of))
}

// The list

/// An order of the list.
pub fn sort_name(sort: Sort) -> &'static str {
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

pub const VIEW_LABEL: &str = "Show as";

/// A form of the list.
pub fn view_name(view: View) -> &'static str {
    match view {
        View::Cards => "Cards",
        View::Table => "Table",
        View::Compare => "Side by side",
    }
}

pub const COLUMNS: &str = "Columns";
pub const TABLE_CAPTION: &str = "Projects";

/// A fact of a project as the text of a cell; empty when it is not stated.
pub fn cell(column: Column, project: &Listed, names: &Names, as_of: Date) -> String {
    let values = |facet: Facet| {
        let values = names.stated(facet, project);
        let words: Vec<String> = values.iter().map(|value| facet_value(facet, value, names)).collect();
        super::list_of(&words)
    };
    match column {
        Column::Country => values(Facet::Country),
        Column::Type => values(Facet::Type),
        Column::Period => project.period.as_ref().map(|it| super::dated(Some(it))).unwrap_or_default(),
        Column::Status => {
            let standing = project.day_facts().standing(as_of);
            let Some(derived) = standing.status() else { return String::new() };
            match standing.stated.filter(|stated| standing.disagree() && Some(*stated) != standing.status()) {
                Some(stated) => {
                    format!("{} ({} {})", status(derived), super::STATUS_SOURCE_SAYS, lower_first(status(stated)))
                }
                None if standing.may_be_outdated() => format!("{} ({})", status(derived), super::STATUS_SAID_ONCE),
                None => status(derived).to_owned(),
            }
        }
        Column::Donor => values(Facet::Donor),
        Column::Budget => match &project.budget {
            Some(budget) => super::budget_in_list(budget).unwrap_or_else(|| super::as_written(&budget.as_written)),
            None => String::new(),
        },
        Column::Implementer => values(Facet::Implementer),
        Column::Beneficiary => values(Facet::Beneficiary),
        Column::Source => values(Facet::Source),
        Column::Checked => project.checked.map(partial_date).unwrap_or_default(),
    }
}

/// The heading of a column.
pub fn column_name(column: Column) -> &'static str {
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

/// The count above the list.
pub fn results_count(found: usize, of: usize) -> String {
    if found == of { projects_count(of) } else { format!("{} of {}", number(found), projects_count(of)) }
}

/// The link from the filters to what they leave.
pub fn show_results(found: usize) -> String {
    format!("Show {}", projects_count(found))
}

pub const PAGES: &str = "Pages";
pub const PREVIOUS_PAGE: &str = "Previous page";
pub const NEXT_PAGE: &str = "Next page";
pub const WHOLE_LIST: &str = "All on one page";
pub const BY_PAGES: &str = "Page by page";

/// Where a page stands among the others.
pub fn page_of(page: usize, pages: usize) -> String {
    format!("Page {} of {}", number(page), number(pages))
}

/// The name of the link to a page.
pub fn page_link(page: usize) -> String {
    format!("Page {}", number(page))
}

/// The sums of the stated budgets.
pub fn sums(sums: &[Sum], of: usize) -> Option<String> {
    let parts: Vec<String> = sums
        .iter()
        .map(|sum| {
            format!(
                "{} over {} of {} with a budget of their own stated in {}",
                money(sum.money),
                number(sum.projects),
                projects_count(of),
                sum.money.currency.code()
            )
        })
        .collect();
    (!parts.is_empty())
        .then(|| format!("Stated budgets: {}. Nothing is converted, and currencies are not added.", parts.join("; ")))
}

// Words

/// What else the words mean.
pub fn also_matching(names: &[&str]) -> String {
    format!("Also matching: {}.", names.join(", "))
}

pub const DID_YOU_MEAN: &str = "Did you mean";

/// A spelling that finds something.
pub fn meant(text: &str, count: usize) -> String {
    format!("{text} ({})", projects_count(count))
}

/// The one removal that gives most.
pub fn best_removal(part: &str, count: usize) -> String {
    format!("Remove {part}: {}", projects_count(count))
}

/// How many projects no period can be asked of.
pub fn without_period(count: usize) -> String {
    match count {
        1 => "1 more project matches the other filters but states no dates.".into(),
        count => format!("{} more projects match the other filters but state no dates.", number(count)),
    }
}

// Ticked projects

pub const PICK: &str = "Tick";
pub const PICKS: &str = "Ticked projects";
pub const SHOW_PICKS: &str = "Show only these";
pub const SHOW_LIST: &str = "Back to the whole list";
pub const COMPARE_PICKS: &str = "Compare side by side";
pub const DROP_PICKS: &str = "Untick all";
pub const PRINT: &str = "Print";

/// What the box beside a project says.
pub fn pick(title: &str) -> String {
    format!("Tick: {title}")
}

/// How many are ticked.
pub fn picked_count(count: usize) -> String {
    format!("{} ticked", projects_count(count))
}

/// That no more can be ticked.
pub fn pick_limit(limit: usize) -> String {
    format!("No more than {limit} projects can be ticked: they stand in the address.")
}

// Back and forth

pub const IN_THE_LIST: &str = "In the list";

/// The place of a project in the list from which the visitor came.
pub fn place_in_list(place: usize, of: usize) -> String {
    format!("Project {} of {}", number(place), number(of))
}

pub const PREVIOUS_PROJECT: &str = "Previous project";
pub const NEXT_PROJECT: &str = "Next project";

// A question in words

/// The chip of the words searched for.
pub fn text_chip(text: &str) -> String {
    format!("“{text}”")
}

/// The label of the link that takes a filter away.
pub fn remove_filter(kind: &str, value: &str) -> String {
    format!("Remove filter: {kind}, {value}")
}

/// What kind of filter a part of a question is, and its value: for chips.
pub fn part_name(part: &Part, query: &ProjectQuery, names: &Names) -> (String, String) {
    match part {
        Part::Text => ("Words".into(), text_chip(&query.text)),
        Part::Picked(facet, value) => (facet_name(*facet).into(), facet_value(*facet, value, names)),
        Part::Excluded(facet, value) => {
            (format!("{}, excluded", facet_name(*facet)), format!("not {}", facet_value(*facet, value, names)))
        }
        Part::Active => ("Period".into(), active(&query.active)),
        Part::Budget => ("Budget".into(), budget_range(&query.budget)),
        Part::OnlyPicks => (PICKS.into(), "only ticked".into()),
        Part::Unknown(at) => ("Not understood".into(), query.unknown_pair(*at).unwrap_or_default()),
    }
}

/// `active in 2016`, `active from July 2014 to 2016`.
fn active(active: &Active) -> String {
    let certainly = if active.certainly { "certainly active" } else { "active" };
    match (active.from, active.to) {
        (Some(from), Some(to)) if from == to => format!("{certainly} in {}", partial_date(from)),
        (Some(from), Some(to)) => format!("{certainly} between {} and {}", partial_date(from), partial_date(to)),
        (Some(from), None) => format!("{certainly} in or after {}", partial_date(from)),
        (None, Some(to)) => format!("{certainly} in or before {}", partial_date(to)),
        (None, None) => String::new(),
    }
}

fn budget_range(range: &BudgetRange) -> String {
    let Some(currency) = range.currency else { return String::new() };
    let sum = |units: u64| money(Money { currency, hundredths: units.saturating_mul(100) });
    match (range.min, range.max) {
        (Some(min), Some(max)) => format!("a budget of {} to {}", sum(min), sum(max)),
        (Some(min), None) => format!("a budget of {} or more", sum(min)),
        (None, Some(max)) => format!("a budget of {} or less", sum(max)),
        (None, None) => format!("a budget in {}", currency_name(currency)),
    }
}

/// The name of a currency in the list of currencies: its code, which is the same in all languages.
pub fn currency_name(currency: Currency) -> String {
    currency.code().to_owned()
}

/// A question as one sentence without its full stop: `On-going projects in Kazakhstan or Tajikistan about access to
/// justice, funded by the European Union, active in 2016`.
pub fn question(query: &ProjectQuery, names: &Names) -> String {
    if query.only_picks {
        return PICKS.into();
    }
    let values = |facet: Facet| {
        let values = query.picked.get(&facet).into_iter().flatten();
        let stated = values.filter(|value| value.as_str() != Facet::NOT_STATED);
        let words: Vec<String> = stated.map(|value| with_article(facet, facet_value(facet, value, names))).collect();
        let not_stated = query.picked.get(&facet).into_iter().flatten().any(|it| it.as_str() == Facet::NOT_STATED);
        (words, not_stated)
    };
    let together = |facet: Facet, words: &[String]| {
        if query.all_of.contains(&facet) { list_and(words) } else { any_of(words) }
    };
    // A phrase with the values, one without any, or both.
    let phrase = |facet: Facet, before: &str, lower: bool, missing: &str| {
        let (mut words, not_stated) = values(facet);
        if lower {
            words = words.iter().map(|word| lower_first(word)).collect();
        }
        let said = (!words.is_empty()).then(|| format!("{before} {}", together(facet, &words)));
        let missing = not_stated.then(|| missing.to_owned());
        match (said, missing) {
            (Some(said), Some(missing)) if query.all_of.contains(&facet) => Some(format!("{said} and {missing}")),
            (Some(said), Some(missing)) => Some(format!("{said} or {missing}")),
            (said, missing) => said.or(missing),
        }
    };
    let mut sentence = String::from("Projects");
    let (status_words, status_missing) = values(Facet::Status);
    if !status_words.is_empty() && !status_missing {
        let words: Vec<String> = status_words.iter().map(|word| lower_first(word)).collect();
        sentence = format!("{} projects", upper_first(&any_of(&words)));
    }
    for part in [
        phrase(Facet::Country, "in", false, "with no country stated"),
        phrase(Facet::Type, "about", true, "with no type stated"),
    ]
    .into_iter()
    .flatten()
    {
        sentence.push_str(&format!(" {part}"));
    }
    if !query.text.is_empty() {
        sentence.push_str(&format!(" with the words {}", text_chip(&query.text)));
    }
    let mut clauses = Vec::new();
    if status_missing {
        clauses.extend(phrase(Facet::Status, "with the status", true, "with no status known"));
    }
    clauses.extend(phrase(Facet::Donor, "funded by", false, "with no donor stated"));
    clauses.extend(phrase(Facet::Implementer, "carried out by", false, "with no implementer stated"));
    clauses.extend(phrase(Facet::Beneficiary, "for the benefit of", false, "with no beneficiary stated"));
    clauses.extend(phrase(Facet::Year, "active in", false, "with no dates stated"));
    if query.active.is_asked() {
        clauses.push(active(&query.active));
    }
    clauses.extend(phrase(Facet::Budget, "with a budget of", true, "with no budget stated"));
    if query.budget.currency.is_some() {
        clauses.push(format!("with {}", budget_range(&query.budget)));
    }
    clauses.extend(phrase(Facet::Stated, "whose source says", true, "whose source states no status"));
    clauses.extend(phrase(Facet::Source, "by the source", false, "with no source named"));
    clauses.extend(phrase(Facet::Language, "in sources in", false, "in sources of no stated language"));
    let excluded: Vec<String> = query.exclusions().map(|(facet, value)| excluded(facet, value, names)).collect();
    if !excluded.is_empty() {
        clauses.push(format!("without {}", any_of(&excluded)));
    }
    for clause in clauses {
        sentence.push_str(&format!(", {clause}"));
    }
    sentence
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
fn with_article(facet: Facet, name: String) -> String {
    let is_body = matches!(facet, Facet::Country | Facet::Donor | Facet::Implementer | Facet::Beneficiary);
    let article = is_body && WITH_ARTICLE.iter().any(|begin| name.starts_with(begin));
    if article { format!("the {name}") } else { name }
}

fn excluded(facet: Facet, value: &Slug, names: &Names) -> String {
    if value.as_str() == Facet::NOT_STATED {
        return format!("those with no {} stated", lower_first(facet_name(facet)));
    }
    with_article(facet, facet_value(facet, value, names))
}

/// What the address asks of the list beside its filters, in the title of a later page.
pub fn page_clause(page: Page) -> Option<String> {
    match page {
        Page::Number(1) => None,
        Page::Number(number) => Some(format!("page {number}")),
        Page::All => Some("all on one page".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::names::Name;

    #[track_caller]
    fn case(asked: &str, sentence: &str) {
        let of = |facet: Facet| {
            let known: &[(&str, &str)] = match facet {
                Facet::Country => &[("kazakhstan", "Kazakhstan"), ("tajikistan", "Tajikistan")],
                Facet::Type => &[("access-to-justice", "Access to justice")],
                Facet::Donor => &[("european-union", "European Union"), ("switzerland", "Switzerland")],
                _ => &[],
            };
            known.iter().filter_map(|(id, name)| Name::read(id, name, |_| Vec::new())).collect()
        };
        assert_eq!(question(&ProjectQuery::parse(asked), &Names::new(Facet::ALL.map(of))), sentence);
    }

    #[test]
    fn a_question_is_a_sentence() {
        case("", "Projects");
        case(
            "country=kazakhstan&country=tajikistan&type=access-to-justice&donor=european-union&from=2016&to=2016",
            "Projects in Kazakhstan or Tajikistan about access to justice, funded by the European Union, active in 2016",
        );
        case("status=ongoing&q=legal+aid", "On-going projects with the words “legal aid”");
        case("status=ongoing&status=completed", "Completed or on-going projects");
        case(
            "all=donor&donor=european-union&donor=switzerland",
            "Projects, funded by the European Union and Switzerland",
        );
        case("country=not-stated&country=kazakhstan", "Projects in Kazakhstan or with no country stated");
        case("not-country=tajikistan&country=nowhere", "Projects in “nowhere” (unknown), without Tajikistan");
        case("from=2014-07&certainly=yes", "Projects, certainly active in or after July 2014");
        case("currency=EUR&min=1000000", "Projects, with a budget of €1,000,000 or more");
        case("status=not-stated&donor=not-stated", "Projects, with no status known, with no donor stated");
        case("pick=a&picked=yes", PICKS);
    }

    #[test]
    fn bands_are_said_in_their_currency() {
        let value = |id: &str| facet_value(Facet::Budget, &Slug::new(id).unwrap(), &Names::default());
        assert_eq!(value("eur-0"), "below €100,000");
        assert_eq!(value("usd-1000000"), "USD 1,000,000 to below USD 5,000,000");
        assert_eq!(value("eur-20000000"), "€20,000,000 and more");
        assert_eq!(value("in-words"), "In words only");
    }
}
