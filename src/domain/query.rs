//! [`ProjectQuery`]: what the visitor asks of the list of projects. It is the query string of the address, read.
//!
//! There is one spelling per question: keys in the order of [`ProjectQuery::print`], values sorted, defaults left out.
//! What is not understood is kept, shown as a filter to remove, and never silently dropped.

use super::column::Column;
use super::date::{PartialDate, parse_day};
use super::facet::Facet;
use super::money::Currency;
use super::query_string;
use super::slug::Slug;
use super::sort::Sort;
use super::sorted::set_of;
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

/// A question to the list. The default asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectQuery {
    /// Words that must occur, as typed.
    pub text: String,
    /// Picked values. A value that the data does not know is kept: the page shows it as a filter to remove.
    pub picked: BTreeMap<Facet, BTreeSet<Slug>>,
    /// The facets of which a project must have all picked values instead of any.
    pub all_of: BTreeSet<Facet>,
    /// Excluded values.
    pub excluded: BTreeMap<Facet, BTreeSet<Slug>>,
    /// The period in which a project must be active.
    pub active: Active,
    /// The size of the budget.
    pub budget: BudgetRange,
    /// The day on which statuses are derived; `None`: the day of the data.
    pub as_of: Option<Date>,
    /// The order; `None`: by relevance when words are asked for, else latest start first.
    pub sort: Option<Sort>,
    /// How the list is shown.
    pub view: View,
    /// The columns of the table; empty: the usual ones.
    pub columns: BTreeSet<Column>,
    /// The projects ticked, in the order of ticking.
    pub picks: Vec<Slug>,
    /// Show only the projects ticked, whatever else is asked.
    pub only_picks: bool,
    /// Which part of the list.
    pub page: Page,
    /// Pairs that are not understood, in their order.
    pub unknown: Vec<(String, String)>,
}

/// From when to when a project must be active. Both ends included; without both, no matter when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Not before this date.
    pub from: Option<PartialDate>,
    /// Not after this date.
    pub to: Option<PartialDate>,
    /// Only what is certainly active then: an unknown end or a mere year does not count as the whole of it.
    pub certainly: bool,
}

impl Active {
    /// A period is asked for.
    pub fn is_asked(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// It ends before it begins.
    pub fn is_reversed(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from.earliest() > to.latest())
    }
}

/// From which to which sum a budget must be, in one currency, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BudgetRange {
    /// The currency; `None`: no matter what it costs.
    pub currency: Option<Currency>,
    /// The smallest sum, in whole units.
    pub min: Option<u64>,
    /// The largest sum, in whole units.
    pub max: Option<u64>,
}

impl BudgetRange {
    /// Its largest sum is below its smallest.
    pub fn is_reversed(&self) -> bool {
        self.min.zip(self.max).is_some_and(|(min, max)| min > max)
    }
}

/// How the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A card a project.
    #[default]
    Cards,
    /// A row a project.
    Table,
    /// A column a project, for comparing.
    Compare,
}

impl View {
    /// Every view with its word in the address.
    pub const TABLE: [(&'static str, Self); 3] =
        [("cards", Self::Cards), ("table", Self::Table), ("compare", Self::Compare)];
}

/// Which part of the list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A page of [`Page::SIZE`] projects, counted from one.
    Number(usize),
    /// The whole list on one page, for printing and for the browser's own search.
    All,
}

impl Page {
    /// How many projects a page holds.
    pub const SIZE: usize = 25;
}

impl Default for Page {
    fn default() -> Self {
        Self::Number(1)
    }
}

/// The longest text that is searched for, in characters; the rest is cut off.
const TEXT_LIMIT: usize = 200;

/// How many projects can be ticked. An address has room for no more: hosts cut it at some 8,000 bytes.
pub const PICK_LIMIT: usize = 50;

/// How many values can be picked and excluded, over all facets: each becomes a link that repeats all others.
pub const VALUE_LIMIT: usize = 100;

/// How many pairs that are not understood are kept, for the same reason.
pub const UNKNOWN_LIMIT: usize = 20;

/// The keys of the address beside those of the facets.
pub mod key {
    /// The words.
    pub const TEXT: &str = "q";
    /// Before the key of a facet: a value that is excluded.
    pub const NOT: &str = "not-";
    /// A facet of which all picked values are wanted.
    pub const ALL_OF: &str = "all";
    /// The begin of the period.
    pub const FROM: &str = "from";
    /// The end of the period.
    pub const TO: &str = "to";
    /// Only what is certainly active.
    pub const CERTAINLY: &str = "certainly";
    /// The currency of the budget.
    pub const CURRENCY: &str = "currency";
    /// The smallest budget.
    pub const MIN: &str = "min";
    /// The largest budget.
    pub const MAX: &str = "max";
    /// The as-of date.
    pub const AS_OF: &str = "as-of";
    /// The order.
    pub const SORT: &str = "sort";
    /// How the list is shown.
    pub const VIEW: &str = "view";
    /// A column of the table.
    pub const COLUMN: &str = "column";
    /// A project ticked.
    pub const PICK: &str = "pick";
    /// Only the projects ticked.
    pub const PICKED: &str = "picked";
    /// The page.
    pub const PAGE: &str = "page";
    /// The value of a switch that is on.
    pub const YES: &str = "yes";
    /// The value of [`PAGE`] for the whole list.
    pub const ALL: &str = "all";
}

impl ProjectQuery {
    /// Reads a query string. Never fails: what it does not understand is kept as it is, as far as there is room.
    pub fn parse(query: &str) -> Self {
        Self::read(query).canonical()
    }

    /// Reads a query string with all pairs that are not understood: some may belong to another page.
    pub(super) fn read(query: &str) -> Self {
        let mut read = Self::default();
        for (key, value) in query_string::parse(query) {
            if read.understand(&key, &value).is_none() {
                read.unknown.push((cut(&key), cut(&value)));
            }
        }
        read
    }

    /// Takes in one pair; `None` when it makes no sense.
    fn understand(&mut self, name: &str, value: &str) -> Option<()> {
        let date = || PartialDate::parse(value);
        match name {
            key::TEXT => self.text = searched(value),
            key::ALL_OF => {
                self.all_of.insert(Facet::of_key(value).filter(|facet| facet.has_several())?);
            }
            key::FROM => self.active.from = Some(date()?),
            key::TO => self.active.to = Some(date()?),
            key::CERTAINLY => self.active.certainly = yes(value)?,
            key::CURRENCY => self.budget.currency = Some(Currency::parse(value)?),
            key::MIN => self.budget.min = Some(units(value)?),
            key::MAX => self.budget.max = Some(units(value)?),
            key::AS_OF => self.as_of = Some(parse_day(value)?),
            key::SORT => self.sort = Some(Sort::of_key(value)?),
            key::VIEW => self.view = View::TABLE.iter().find(|(word, _)| *word == value)?.1,
            key::COLUMN => {
                self.columns.insert(Column::of_key(value)?);
            }
            key::PICK => {
                let id = Slug::new(value)?;
                if !self.picks.contains(&id) && self.picks.len() < PICK_LIMIT {
                    self.picks.push(id);
                }
            }
            key::PICKED => self.only_picks = yes(value)?,
            key::PAGE if value == key::ALL => self.page = Page::All,
            key::PAGE => self.page = Page::Number(value.parse().ok().filter(|number| *number > 0)?),
            _ => {
                let (name, values) = match name.strip_prefix(key::NOT) {
                    Some(name) => (name, &mut self.excluded),
                    None => (name, &mut self.picked),
                };
                values.entry(Facet::of_key(name)?).or_default().insert(Slug::new(value)?);
            }
        }
        Some(())
    }

    /// The same question in its one form.
    pub(super) fn canonical(mut self) -> Self {
        // A value that is both picked and excluded asks for nothing; the exclusion is what was meant last.
        for (facet, values) in &self.excluded {
            if let Some(picked) = self.picked.get_mut(facet) {
                picked.retain(|value| !values.contains(value));
            }
        }
        let mut room = VALUE_LIMIT;
        for values in self.picked.values_mut().chain(self.excluded.values_mut()) {
            if values.len() > room {
                *values = set_of(std::mem::take(values).into_iter().take(room));
            }
            room -= values.len();
        }
        self.picked.retain(|_, values| !values.is_empty());
        self.excluded.retain(|_, values| !values.is_empty());
        self.settle_ranges();
        self.active.certainly &= self.active.is_asked();
        if self.sort == Some(self.usual_sort()) {
            self.sort = None;
        }
        if self.columns == set_of(Column::USUAL) {
            self.columns.clear();
        }
        self
    }

    /// Puts the bounds that make no sense together behind the other pairs that are not understood, and takes in again
    /// those that do by now: that is how the address would be read.
    fn settle_ranges(&mut self) {
        let mut known = (Active::default(), BudgetRange::default());
        self.unknown.retain(|(name, value)| {
            let date = || PartialDate::parse(value);
            let bound = match name.as_str() {
                key::FROM => date().map(|date| known.0.from = Some(date)),
                key::TO => date().map(|date| known.0.to = Some(date)),
                key::MIN => units(value).map(|sum| known.1.min = Some(sum)),
                key::MAX => units(value).map(|sum| known.1.max = Some(sum)),
                _ => None,
            };
            bound.is_none()
        });
        // Bounds that are asked for by now stand instead.
        if !self.active.is_asked() {
            (self.active.from, self.active.to) = (known.0.from, known.0.to);
        }
        if (self.budget.min, self.budget.max) == (None, None) {
            (self.budget.min, self.budget.max) = (known.1.min, known.1.max);
        }
        let mut senseless = Vec::new();
        if self.active.is_reversed() {
            for (name, date) in [(key::FROM, self.active.from.take()), (key::TO, self.active.to.take())] {
                senseless.extend(date.map(|date| (name.to_owned(), date.to_string())));
            }
        }
        // A sum means nothing without its currency.
        if self.budget.is_reversed() || self.budget.currency.is_none() {
            for (name, sum) in [(key::MIN, self.budget.min.take()), (key::MAX, self.budget.max.take())] {
                senseless.extend(sum.map(|sum| (name.to_owned(), sum.to_string())));
            }
        }
        // Room for these first: half a range would be read as a whole one.
        self.unknown.truncate(UNKNOWN_LIMIT - senseless.len());
        self.unknown.append(&mut senseless);
    }

    /// The query string, with its question mark. There is one spelling per question.
    pub fn print(&self) -> String {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut pair = |key: &str, value: String| pairs.push((key.to_owned(), value));
        if !self.text.is_empty() {
            pair(key::TEXT, self.text.clone());
        }
        for (facet, value) in self.picks() {
            pair(facet.key(), value.to_string());
        }
        for facet in &self.all_of {
            pair(key::ALL_OF, facet.key().to_owned());
        }
        for (facet, value) in self.exclusions() {
            pair(&format!("{}{}", key::NOT, facet.key()), value.to_string());
        }
        for (name, date) in [(key::FROM, self.active.from), (key::TO, self.active.to)] {
            if let Some(date) = date {
                pair(name, date.to_string());
            }
        }
        if self.active.certainly {
            pair(key::CERTAINLY, key::YES.to_owned());
        }
        if let Some(currency) = self.budget.currency {
            pair(key::CURRENCY, currency.code().to_owned());
        }
        for (name, sum) in [(key::MIN, self.budget.min), (key::MAX, self.budget.max)] {
            if let Some(sum) = sum {
                pair(name, sum.to_string());
            }
        }
        if let Some(day) = self.as_of {
            pair(key::AS_OF, PartialDate::day(day).to_string());
        }
        if let Some(sort) = self.sort {
            pair(key::SORT, sort.key().to_owned());
        }
        if self.view != View::default() {
            pair(key::VIEW, View::TABLE[self.view as usize].0.to_owned());
        }
        for column in &self.columns {
            pair(key::COLUMN, column.key().to_owned());
        }
        for pick in &self.picks {
            pair(key::PICK, pick.to_string());
        }
        if self.only_picks {
            pair(key::PICKED, key::YES.to_owned());
        }
        match self.page {
            Page::Number(1) => {}
            Page::Number(number) => pair(key::PAGE, number.to_string()),
            Page::All => pair(key::PAGE, key::ALL.to_owned()),
        }
        for (name, value) in &self.unknown {
            pair(name, value.clone());
        }
        query_string::print(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    /// Every picked value with its facet.
    pub fn picks(&self) -> impl Iterator<Item = (Facet, &Slug)> {
        self.picked.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    }

    /// Every excluded value with its facet.
    pub fn exclusions(&self) -> impl Iterator<Item = (Facet, &Slug)> {
        self.excluded.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    }

    /// The value is picked.
    pub fn has(&self, facet: Facet, value: &Slug) -> bool {
        self.picked.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// The value is excluded.
    pub fn excludes(&self, facet: Facet, value: &Slug) -> bool {
        self.excluded.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// The words that are looked for: the text, unless no letter and no digit is in it, as in a lone dash. Nothing can be
    /// found by such a text, and it is shown as what it is: a filter that is not understood.
    pub fn words(&self) -> &str {
        if self.text.contains(char::is_alphanumeric) { &self.text } else { "" }
    }

    /// The order that the list has.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(self.usual_sort())
    }

    /// The order that the list has when none is chosen.
    fn usual_sort(&self) -> Sort {
        if self.words().is_empty() { Sort::Newest } else { Sort::Relevance }
    }

    /// The columns that the table has.
    pub fn shown_columns(&self) -> BTreeSet<Column> {
        if self.columns.is_empty() { set_of(Column::USUAL) } else { self.columns.clone() }
    }

    /// The same question, changed, from its first page on: another list has other pages. Filters do not apply to the
    /// projects ticked, so that a change of one leaves the view of those alone, unless `change` asks for it.
    pub fn changed(&self, change: impl FnOnce(&mut Self)) -> Self {
        self.begun_anew(|query| {
            query.only_picks = false;
            change(query);
        })
    }

    /// The same question, changed, from its first page on.
    pub(super) fn begun_anew(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut query = self.clone();
        query.page = match query.page {
            Page::All => Page::All,
            Page::Number(_) => Page::default(),
        };
        change(&mut query);
        query.canonical()
    }

    /// The same question with one value more, or without it if it was picked.
    pub fn toggled(&self, facet: Facet, value: &Slug) -> Self {
        self.changed(|query| {
            if let Some(excluded) = query.excluded.get_mut(&facet) {
                excluded.remove(value);
            }
            toggle(query.picked.entry(facet).or_default(), value);
        })
    }

    /// The same question with one value excluded, or no longer so.
    pub fn toggled_not(&self, facet: Facet, value: &Slug) -> Self {
        self.changed(|query| toggle(query.excluded.entry(facet).or_default(), value))
    }

    /// The same question for any or for all of the picked values of a facet.
    pub fn with_all_of(&self, facet: Facet, all: bool) -> Self {
        self.changed(|query| {
            if all && facet.has_several() {
                query.all_of.insert(facet)
            } else {
                query.all_of.remove(&facet)
            };
        })
    }

    /// The same question with other words.
    pub fn with_text(&self, text: &str) -> Self {
        self.changed(|query| query.text = searched(text))
    }

    /// The same question in another order.
    pub fn with_sort(&self, sort: Sort) -> Self {
        self.begun_anew(|query| query.sort = Some(sort))
    }

    /// The same list, shown otherwise, at the same place.
    pub fn with_view(&self, view: View) -> Self {
        Self { view, ..self.clone() }
    }

    /// The same list with one column more or less. A table without columns is the usual one.
    pub fn with_column_toggled(&self, column: Column) -> Self {
        let mut query = self.clone();
        query.columns = query.shown_columns();
        toggle(&mut query.columns, &column);
        query.canonical()
    }

    /// The same list, another part of it.
    pub fn at(&self, page: Page) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same list with a project ticked, or no longer ticked.
    pub fn with_pick_toggled(&self, id: &Slug) -> Self {
        let mut query = self.clone();
        if query.picks.contains(id) {
            query.picks.retain(|it| it != id);
        } else if query.picks.len() < PICK_LIMIT {
            query.picks.push(id.clone());
        }
        query
    }

    /// No filter at all, on the day of the data, in the same order and form, with the same projects ticked.
    pub fn cleared(&self) -> Self {
        Self {
            sort: self.sort,
            view: self.view,
            columns: self.columns.clone(),
            picks: self.picks.clone(),
            ..Self::default()
        }
    }

    /// Nothing narrows the list. It is as long on every day.
    pub fn is_everything(&self) -> bool {
        self.cleared() == Self { page: Page::default(), as_of: None, ..self.clone() }
    }

    /// The question that one value of one facet asks.
    pub fn only(facet: Facet, value: &Slug) -> Self {
        Self::default().toggled(facet, value)
    }
}

/// The text that is searched for, of one that was typed. A blank at the cut goes too: read again it would be at the end.
fn searched(text: &str) -> String {
    let text: String = text.trim().chars().take(TEXT_LIMIT).collect();
    text.trim_end().to_owned()
}

/// What is not understood, at most so long. The mark at the cut keeps what is left from being understood after all: of a
/// name that is too long for an id, the beginning may be one.
fn cut(text: &str) -> String {
    if text.chars().count() <= TEXT_LIMIT {
        return text.to_owned();
    }
    text.chars().take(TEXT_LIMIT - 1).chain(['…']).collect()
}

/// A sum in whole units; no sign, no blank.
fn units(value: &str) -> Option<u64> {
    value.parse().ok().filter(|_| value.bytes().all(|b| b.is_ascii_digit()))
}

fn yes(value: &str) -> Option<bool> {
    (value == key::YES).then_some(true)
}

fn toggle<T: Ord + Clone>(set: &mut BTreeSet<T>, value: &T) {
    if !set.remove(value) {
        set.insert(value.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::part::Part;

    #[track_caller]
    fn case(query: &str, canonical: &str) {
        let read = ProjectQuery::parse(query);
        assert_eq!(read.print(), canonical);
        assert_eq!(
            ProjectQuery::parse(canonical.trim_start_matches('?')),
            read,
            "the canonical spelling reads the same"
        );
    }

    #[test]
    fn what_is_cut_reads_the_same_again() {
        let blank_at_the_cut = format!("q={}+word", "a".repeat(TEXT_LIMIT - 1));
        case(&blank_at_the_cut, &format!("?q={}", "a".repeat(TEXT_LIMIT - 1)));
        for key in ["pick", "country", "not-donor"] {
            let too_long = ProjectQuery::parse(&format!("{key}={}", "a".repeat(Slug::MAX + 1)));
            assert_eq!(ProjectQuery::parse(too_long.print().trim_start_matches('?')), too_long, "{key}");
            assert_eq!(too_long.unknown.len(), 1, "{key}");
        }
        let zeros = ProjectQuery::parse(&format!("currency=EUR&min={}x", "0".repeat(TEXT_LIMIT)));
        assert_eq!(ProjectQuery::parse(zeros.print().trim_start_matches('?')), zeros);
    }

    #[test]
    fn there_is_one_spelling_per_question() {
        case("", "");
        case("country=tajikistan&country=kazakhstan", "?country=kazakhstan&country=tajikistan");
        case("status=ongoing&q=fair+trial&sort=relevance", "?q=fair+trial&status=ongoing");
        case("sort=title&sort=newest", "");
        case("q=a&sort=newest", "?q=a&sort=newest");
        case("q=%20%20", "");
        case("q=100%2525", "?q=100%2525");
        case("page=1&view=cards", "");
        case("view=table&column=donor&column=country", "?view=table&column=country&column=donor");
        case("to=2016&from=2014-07", "?from=2014-07&to=2016");
        case("certainly=yes", "");
        case("max=5&currency=EUR", "?currency=EUR&max=5");
        case("pick=b&pick=a&pick=b&picked=yes&page=all", "?pick=b&pick=a&picked=yes&page=all");
        case("all=donor&not-type=police&donor=a&donor=b", "?donor=a&donor=b&all=donor&not-type=police");
        case("country=a&not-country=a", "?not-country=a");
        case("as-of=2016-01-01", "?as-of=2016-01-01");
    }

    #[test]
    fn what_is_not_understood_is_kept() {
        case("country=No%20Such&country=nowhere&utm=1", "?country=nowhere&country=No+Such&utm=1");
        case("sort=nonsense&page=0", "?sort=nonsense&page=0");
        case("from=July&as-of=2016&min=5&all=status", "?from=July&as-of=2016&all=status&min=5");
        assert!(!ProjectQuery::parse("utm=1").is_everything(), "so that it can be removed");
    }

    #[test]
    fn a_range_turned_round_is_not_understood() {
        case("to=2014&from=2016&certainly=yes&q=a&utm=1", "?q=a&utm=1&from=2016&to=2014");
        case("from=2016&to=2016-03", "?from=2016&to=2016-03");
        case("from=2016-03&to=2016", "?from=2016-03&to=2016");
        case("from=2016-04&to=2016-03-31~", "?from=2016-04&to=2016-03-31%7E");
        case("min=6&max=5&currency=EUR", "?currency=EUR&min=6&max=5");
        case("min=5&max=5&currency=EUR", "?currency=EUR&min=5&max=5");
        let query = ProjectQuery::parse("from=2016&to=2014&currency=EUR&min=6&max=5");
        assert!(!query.active.is_asked() && (query.budget.min, query.budget.max) == (None, None));
        assert_eq!(query.unknown.len(), 4);
        // What is done to it says the same as the address that it prints.
        let same = |query: ProjectQuery, printed: &str| {
            assert_eq!(query.print(), printed);
            assert_eq!(ProjectQuery::parse(printed.trim_start_matches('?')), query);
        };
        same(query.changed(|_| ()), "?currency=EUR&from=2016&to=2014&min=6&max=5");
        same(query.without(&Part::Unknown(1)), "?from=2016&currency=EUR&min=6&max=5");
        same(query.without(&Part::Unknown(2)), "?currency=EUR&max=5&from=2016&to=2014");
        same(query.without(&Part::Budget), "?from=2016&to=2014&min=6&max=5");
        let asked = query.changed(|query| query.active.to = PartialDate::parse("2015"));
        same(asked, "?to=2015&currency=EUR&min=6&max=5");
    }

    #[test]
    fn no_address_asks_for_more_than_a_page_can_link() {
        let values = |key: &str| {
            let mut query = format!("{key}=v");
            for at in 0.. {
                if query.len() >= 8000 {
                    break;
                }
                query.push_str(&format!("&{key}=v{at}"));
            }
            query
        };
        let many = |key: &str| ProjectQuery::parse(&values(key));
        let pairs = |query: &ProjectQuery| query_string::parse(query.print().trim_start_matches('?')).len();
        for key in ["x", "utm", "sort"] {
            let read = many(key);
            assert_eq!((pairs(&read), read.parts().len()), (UNKNOWN_LIMIT, UNKNOWN_LIMIT), "{key}");
            assert_eq!(ProjectQuery::parse(read.print().trim_start_matches('?')), read, "{key}");
        }
        for key in ["country", "not-donor"] {
            let read = many(key);
            assert_eq!((pairs(&read), read.parts().len()), (VALUE_LIMIT, VALUE_LIMIT), "{key}");
            assert_eq!(ProjectQuery::parse(read.print().trim_start_matches('?')), read, "{key}");
        }
        let both = ProjectQuery::parse(&[values("country"), values("not-type"), values("x"), values("pick")].join("&"));
        assert_eq!(pairs(&both), VALUE_LIMIT + UNKNOWN_LIMIT + PICK_LIMIT);
        // A range turned round stays whole.
        let ranged = ProjectQuery::parse(&format!("{}&from=2016&to=2014&min=5", values("x")));
        assert_eq!(pairs(&ranged), UNKNOWN_LIMIT);
        assert_eq!(ProjectQuery::parse(ranged.print().trim_start_matches('?')), ranged);
    }

    #[test]
    fn a_change_of_a_filter_leaves_the_projects_ticked() {
        let value = Slug::new("kazakhstan").unwrap();
        let query = ProjectQuery::parse("q=law&pick=a&picked=yes");
        for changed in [
            query.toggled(Facet::Country, &value),
            query.toggled_not(Facet::Country, &value),
            query.with_all_of(Facet::Country, true),
            query.with_text("court"),
            query.changed(|query| query.active.from = PartialDate::parse("2014")),
            query.cleared(),
        ] {
            assert!(!changed.only_picks && changed.picks == query.picks, "{}", changed.print());
        }
        for same in [
            query.with_sort(Sort::Title),
            query.with_view(View::Table),
            query.with_column_toggled(Column::Type),
            query.at(Page::All),
            query.with_pick_toggled(&value),
            query.changed(|query| query.only_picks = true),
        ] {
            assert!(same.only_picks, "{}", same.print());
        }
    }

    #[test]
    fn picking_twice_is_not_picking() {
        let value = Slug::new("kazakhstan").unwrap();
        let query = ProjectQuery::parse("q=a&sort=title&not-type=police");
        assert_eq!(query.toggled(Facet::Country, &value).print(), "?q=a&country=kazakhstan&not-type=police&sort=title");
        assert_eq!(query.toggled(Facet::Country, &value).toggled(Facet::Country, &value), query);
        assert_eq!(query.toggled_not(Facet::Country, &value).toggled_not(Facet::Country, &value), query);
        assert_eq!(query.with_pick_toggled(&value).with_pick_toggled(&value), query);
        assert_eq!(query.with_column_toggled(Column::Type).with_column_toggled(Column::Type), query);
    }

    #[test]
    fn another_question_begins_at_its_first_page() {
        let value = Slug::new("kazakhstan").unwrap();
        let query = ProjectQuery::parse("page=3");
        assert_eq!(query.toggled(Facet::Country, &value).page, Page::Number(1));
        assert_eq!(query.with_pick_toggled(&value).page, Page::Number(3));
        assert_eq!(ProjectQuery::parse("page=all").with_text("a").page, Page::All);
        assert!(query.is_everything());
    }
}
