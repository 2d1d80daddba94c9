//! [`Catalogue`]: the list's own compact index of the projects, and every answer to a [`ProjectQuery`].
//!
//! It is made from the data set where the site is built (`draft.rs`), travels as two files of bytes (columns first,
//! words after), and holds what a list shows; the full text of a project comes with its own page. How it answers is
//! the `engine` package's work, which knows nothing of projects: here facets become its facets, dates and sums its
//! columns, and a question its question.

mod day;
#[cfg(not(target_arch = "wasm32"))]
pub mod draft;
pub mod listed;
pub mod names;
pub mod suggest;

use super::date::PartialDate;
use super::day_facts::DayFacts;
use super::facet::Facet;
use super::fold;
use super::money::{Currency, Money};
use super::party::Role;
use super::period::Reach;
use super::query::{Page, ProjectQuery};
use super::slug::Slug;
use super::sort::Sort;
use engine::{Damaged, Engine, Order, Picks, Question, Range, Table};
use listed::Listed;
use names::Names;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use time::Date;

/// The index of the projects, with the memory of its engine.
pub struct Catalogue {
    engine: Engine,
    names: Arc<Names>,
    /// The day of the data: what a question without an as-of date means.
    day: Date,
    /// What the facets that depend on the day follow from, row by row, as far as it has been read.
    facts: Vec<DayFacts>,
    /// How many of those facets have been set for a day.
    days_set: usize,
    /// The day for which they are all set.
    set_for: Option<Date>,
    decompose: fn(&str) -> String,
    at: Places,
}

/// Why bytes are no catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// They did not arrive whole, or are something else.
    Bytes(Damaged),
    /// Another release of this program wrote them: this facet, column or text is not there.
    Lacks(&'static str),
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(damaged) => damaged.fmt(f),
            Self::Lacks(key) => write!(f, "the catalogue has no {key}"),
        }
    }
}

impl std::error::Error for Unfit {}

/// Where things stand in the table.
struct Places {
    facets: [usize; Facet::ALL.len()],
    columns: [usize; Key::ALL.len()],
    strings: [usize; Text::ALL.len()],
    title_words: Option<usize>,
}

/// The columns of the table: what is sorted and ranged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// The first day of the stated start.
    Start,
    /// The last day of the stated end.
    End,
    /// The first day on which it is possibly active.
    PossiblyFrom,
    /// The last day on which it is possibly active.
    PossiblyTo,
    /// The first day on which it is certainly active.
    CertainlyFrom,
    /// The last day on which it is certainly active.
    CertainlyTo,
    /// The place of its title in the alphabet.
    Title,
    /// The place of its country.
    Country,
    /// Its budget, see [`sum_key`].
    Budget,
    /// Its budget where that is the project's own and can be added to others.
    Cost,
    /// The day on which a source was last looked at.
    Checked,
}

impl Key {
    const ALL: [Self; 11] = [
        Self::Start,
        Self::End,
        Self::PossiblyFrom,
        Self::PossiblyTo,
        Self::CertainlyFrom,
        Self::CertainlyTo,
        Self::Title,
        Self::Country,
        Self::Budget,
        Self::Cost,
        Self::Checked,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::End => "end",
            Self::PossiblyFrom => "possibly-from",
            Self::PossiblyTo => "possibly-to",
            Self::CertainlyFrom => "certainly-from",
            Self::CertainlyTo => "certainly-to",
            Self::Title => "title",
            Self::Country => "country",
            Self::Budget => "budget",
            Self::Cost => "cost",
            Self::Checked => "checked",
        }
    }
}

/// The texts that a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Text {
    Id,
    Title,
    Period,
    Budget,
    Stated,
    Kind,
    Tongue,
}

impl Text {
    const ALL: [Self; 7] = [Self::Id, Self::Title, Self::Period, Self::Budget, Self::Stated, Self::Kind, Self::Tongue];

    fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Period => "period",
            Self::Budget => "budget",
            Self::Stated => "stated",
            Self::Kind => "kind",
            Self::Tongue => "tongue",
        }
    }
}

/// All words of a project, and those of its title.
const WORDS: &str = "words";
const TITLE_WORDS: &str = "title";

/// What the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// How many projects match.
    pub total: usize,
    /// How many there are in all.
    pub of: usize,
    /// The projects of the page asked for, in order.
    pub rows: Vec<u32>,
    /// For each facet how many projects each value would show, by the place of the value in [`Names`]: with the
    /// filters of the other facets, without its own picks, with its own exclusions. Where all picks of a facet are
    /// wanted, with its own picks too. Where only the projects ticked are shown, of the whole list: a choice leads there.
    pub counts: Vec<Vec<u32>>,
    /// The number of the page shown, counted from one; 1 when the whole list is.
    pub page: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
    /// The stated budgets of all projects that match, per currency. Only budgets that are a project's own are added:
    /// not those of a larger programme, of a group, or of each grant.
    pub sums: Vec<Sum>,
    /// The words of projects have not arrived yet, so that no project can match the words asked for.
    pub waits_for_words: bool,
}

/// The budgets of some projects in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Their sum.
    pub money: Money,
    /// Over how many projects.
    pub projects: usize,
}

/// A body with its projects in a list, for the tables of donors and institutions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The place of the body in the facet's [`Names`].
    pub value: usize,
    /// On how many of the projects it has the role.
    pub projects: usize,
    /// The budgets of those projects, per currency: of the whole projects, not of the body's part.
    pub sums: Vec<Sum>,
}

impl Catalogue {
    /// Reads the columns. `day` is the day of the data; `decompose` gives the compatibility decomposition (NFKD) of a
    /// text.
    ///
    /// # Errors
    /// When the bytes are damaged, or another release of this program wrote them.
    pub fn from_bytes(bytes: &[u8], day: Date, decompose: fn(&str) -> String) -> Result<Self, Unfit> {
        let mut catalogue = Self::open(bytes, day, decompose)?;
        catalogue.set_day(day);
        Ok(catalogue)
    }

    /// The same, but nothing may be asked before [`Catalogue::prepare`] has said that there is nothing left to do.
    ///
    /// # Errors
    /// As those of [`Catalogue::from_bytes`].
    pub fn open(bytes: &[u8], day: Date, decompose: fn(&str) -> String) -> Result<Self, Unfit> {
        Self::new(Table::from_bytes(bytes).map_err(Unfit::Bytes)?, day, decompose)
    }

    /// The catalogue over a table.
    ///
    /// # Errors
    /// When the table lacks something that this release needs.
    fn new(table: Table, day: Date, decompose: fn(&str) -> String) -> Result<Self, Unfit> {
        let mut at = Places {
            facets: [0; Facet::ALL.len()],
            columns: [0; Key::ALL.len()],
            strings: [0; Text::ALL.len()],
            title_words: None,
        };
        for (place, facet) in at.facets.iter_mut().zip(Facet::ALL) {
            *place = table.facet(facet.key()).ok_or(Unfit::Lacks(facet.key()))?;
        }
        for (place, key) in at.columns.iter_mut().zip(Key::ALL) {
            *place = table.column(key.key()).ok_or(Unfit::Lacks(key.key()))?;
        }
        for (place, text) in at.strings.iter_mut().zip(Text::ALL) {
            *place = table.strings(text.key()).ok_or(Unfit::Lacks(text.key()))?;
        }
        at.title_words = table.text(TITLE_WORDS);
        Ok(Self {
            engine: Engine::new(table),
            names: Arc::default(),
            day,
            facts: Vec::new(),
            days_set: 0,
            set_for: None,
            decompose,
            at,
        })
    }

    /// Takes in the words of the projects.
    ///
    /// # Errors
    /// When the bytes are damaged, or belong to other columns.
    pub fn add_words(&mut self, bytes: Vec<u8>) -> Result<(), Damaged> {
        self.engine.table_mut().add_words(bytes)?;
        self.at.title_words = self.table().text(TITLE_WORDS);
        Ok(())
    }

    /// The words of the projects have arrived.
    pub fn has_words(&self) -> bool {
        self.table().has_words()
    }

    /// Words are asked for that have not arrived.
    pub fn lacks_words(&self, query: &ProjectQuery) -> bool {
        !query.only_picks && !query.words().is_empty() && !self.has_words()
    }

    /// How many projects there are.
    pub fn len(&self) -> usize {
        self.table().rows()
    }

    /// There is no project at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The day of the data.
    pub fn day(&self) -> Date {
        self.day
    }

    /// The names of the values of all facets, as of the last question.
    pub fn names(&self) -> Arc<Names> {
        self.names.clone()
    }

    fn table(&self) -> &Table {
        self.engine.table()
    }

    fn text(&self, text: Text, row: u32) -> Cow<'_, str> {
        self.table().string(self.at.strings[text as usize], row)
    }

    fn value(&self, key: Key, row: u32) -> Option<i64> {
        self.table().value(self.at.columns[key as usize], row)
    }

    /// The row of a project: rows are in the order of ids.
    pub fn row(&self, id: &Slug) -> Option<u32> {
        let rows = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let (mut from, mut to) = (0, rows);
        while from < to {
            let middle = from + (to - from) / 2;
            if *self.text(Text::Id, middle) < *id.as_str() { from = middle + 1 } else { to = middle }
        }
        (from < rows && self.text(Text::Id, from) == id.as_str()).then_some(from)
    }

    /// What a list shows of a project.
    pub fn listed(&self, row: u32) -> Listed {
        Listed::read(self, row)
    }

    /// What a list shows of every project, in the order of ids.
    pub fn all_listed(&self) -> Vec<Listed> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(|row| self.listed(row)).collect()
    }

    /// From when to when a project is active; `None` when it states no dates.
    pub fn reach(&self, row: u32) -> Option<Reach> {
        let span = |from: Key, to: Key| Some((self.value(from, row)?, self.value(to, row)?));
        Some(Reach {
            possibly: span(Key::PossiblyFrom, Key::PossiblyTo)?,
            certainly: span(Key::CertainlyFrom, Key::CertainlyTo)?,
        })
    }

    /// The places of a project's values of a facet, as of the last question.
    pub fn values_of(&self, facet: Facet, row: u32) -> Vec<usize> {
        let values = self.table().values_of(self.at.facets[facet as usize], row);
        values.map(|value| usize::try_from(value).unwrap_or(usize::MAX)).collect()
    }

    /// The folded words of a text.
    pub fn fold(&self, text: &str) -> Vec<String> {
        fold::words(&(self.decompose)(text)).collect()
    }

    /// Answers a question.
    pub fn run(&mut self, query: &ProjectQuery) -> Results {
        self.set_day(query.as_of.unwrap_or(self.day));
        let mut question = self.question(query);
        if let Page::Number(number) = query.page {
            question.skip = (number - 1).saturating_mul(Page::SIZE);
            question.take = Page::SIZE;
        }
        let of_whole_list = query.only_picks.then(|| {
            self.total(&ProjectQuery { only_picks: false, ..query.clone() });
            self.counts_of_last()
        });
        let total = self.engine.ask(&question).total;
        let pages = match query.page {
            Page::Number(_) => total.div_ceil(Page::SIZE).max(1),
            Page::All => 1,
        };
        let mut page = 1;
        if let Page::Number(number) = query.page {
            page = number;
            if page > pages {
                // The list has become shorter since the address was made.
                page = 1;
                question.skip = 0;
                self.engine.ask(&question);
            }
        }
        let counts = of_whole_list.unwrap_or_else(|| self.counts_of_last());
        let rows = self.engine.answer().page.clone();
        let waits_for_words = !question.words.is_empty() && !self.has_words();
        let sums = self.sums_of_last();
        Results { total, of: self.len(), rows, counts, page, pages, sums, waits_for_words }
    }

    /// How many projects match.
    ///
    /// Of words that have not arrived nothing is found: [`Self::lacks_words`].
    pub fn total(&mut self, query: &ProjectQuery) -> usize {
        self.set_day(query.as_of.unwrap_or(self.day));
        let question = Question { take: 0, ..self.question(query) };
        self.engine.ask(&question).total
    }

    /// All projects that match, in order.
    pub fn ordered(&mut self, query: &ProjectQuery) -> Vec<u32> {
        self.set_day(query.as_of.unwrap_or(self.day));
        let question = self.question(query);
        self.engine.ask(&question);
        self.engine.ordered()
    }

    /// The first projects that match, in order, at most so many: all the others need no order.
    pub fn first(&mut self, query: &ProjectQuery, most: usize) -> Vec<u32> {
        self.set_day(query.as_of.unwrap_or(self.day));
        let question = Question { take: most, ..self.question(query) };
        self.engine.ask(&question).page.clone()
    }

    /// The projects before and after one within the list that a question gives; and its place, counted from one,
    /// with the length of the list. `None` when the list does not hold it.
    pub fn neighbours(&mut self, query: &ProjectQuery, id: &Slug) -> Option<Neighbours> {
        let row = self.row(id)?;
        let list = self.ordered(query);
        let at = list.iter().position(|it| *it == row)?;
        let listed = |at: usize| list.get(at).map(|row| self.listed(*row));
        let before = at.checked_sub(1).and_then(listed);
        Some(Neighbours { before, after: listed(at + 1), place: at + 1, of: list.len() })
    }

    /// The counts of the engine's last question, by facet.
    fn counts_of_last(&self) -> Vec<Vec<u32>> {
        let answer = self.engine.answer();
        self.at.facets.iter().map(|facet| answer.counts(*facet).to_vec()).collect()
    }

    /// The sums of the engine's last question.
    fn sums_of_last(&mut self) -> Vec<Sum> {
        let rows = self.engine.ids().to_vec();
        self.sums_of(rows.into_iter())
    }

    fn sums_of(&self, rows: impl Iterator<Item = u32>) -> Vec<Sum> {
        // By the number of the currency: reading its letters for each of ten thousand rows takes longer than the rest.
        let mut sums: BTreeMap<i64, (u64, usize)> = BTreeMap::new();
        for (currency, hundredths) in rows.filter_map(|row| parts_of_sum(self.value(Key::Cost, row)?)) {
            let (sum, projects) = sums.entry(currency).or_default();
            *sum = sum.saturating_add(hundredths);
            *projects += 1;
        }
        let sums = sums.into_iter().filter_map(|(currency, (hundredths, projects))| {
            Some(Sum { money: Money { currency: currency_of(currency)?, hundredths }, projects })
        });
        sums.collect()
    }

    /// The bodies in a role over all projects that match, those with most projects first.
    pub fn bodies(&mut self, query: &ProjectQuery, role: Role) -> Vec<Share> {
        let facet = Facet::of_role(role);
        let mut rows_of: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for row in self.ordered(query) {
            for value in self.values_of(facet, row) {
                rows_of.entry(value).or_default().push(row);
            }
        }
        let shares = rows_of.into_iter().map(|(value, rows)| Share {
            value,
            projects: rows.len(),
            sums: self.sums_of(rows.into_iter()),
        });
        super::sorted::sorted_by_key(shares.collect(), |share| (std::cmp::Reverse(share.projects), share.value))
    }

    /// The question in the engine's terms.
    fn question(&self, query: &ProjectQuery) -> Question {
        if query.only_picks {
            let only = query.picks.iter().filter_map(|id| self.row(id)).collect();
            return Question { only: Some(only), order: self.order(query), take: usize::MAX, ..Question::default() };
        }
        let mut picks: Vec<Picks> = vec![Picks::default(); self.table().facets().len()];
        for facet in Facet::ALL {
            let values = |map: &BTreeMap<Facet, std::collections::BTreeSet<Slug>>| {
                let values = map.get(&facet).into_iter().flatten();
                // A value that nothing has matches nothing.
                values.map(|id| self.names.place(facet, id).map_or(u32::MAX, |at| at as u32)).collect::<Vec<_>>()
            };
            picks[self.at.facets[facet as usize]] = Picks {
                values: values(&query.picked),
                all: query.all_of.contains(&facet),
                none: values(&query.excluded),
            };
        }
        Question {
            words: self.fold(query.words()),
            picks,
            ranges: self.ranges(query),
            only: None,
            order: self.order(query),
            skip: 0,
            take: usize::MAX,
        }
    }

    fn ranges(&self, query: &ProjectQuery) -> Vec<Range> {
        let column = |key: Key| self.at.columns[key as usize];
        let mut ranges = Vec::new();
        let active = &query.active;
        let (from, to) = if active.certainly {
            (Key::CertainlyFrom, Key::CertainlyTo)
        } else {
            (Key::PossiblyFrom, Key::PossiblyTo)
        };
        if active.is_asked() {
            let begins = active.to.map(|to| i64::from(to.latest().to_julian_day()));
            let ends = active.from.map(|from| i64::from(from.earliest().to_julian_day()));
            ranges.push(Range { column: column(from), min: None, max: begins, missing: false });
            ranges.push(Range { column: column(to), min: ends, max: None, missing: false });
        }
        if let Some(currency) = query.budget.currency {
            let sum = |units: u64, cents: u64| {
                sum_key(Money { currency, hundredths: units.saturating_mul(100).saturating_add(cents) })
            };
            let min = sum(query.budget.min.unwrap_or(0), 0);
            let max = sum(query.budget.max.unwrap_or(u64::MAX / 200), 99);
            ranges.push(Range { column: column(Key::Budget), min: Some(min), max: Some(max), missing: false });
        }
        ranges
    }

    fn order(&self, query: &ProjectQuery) -> Order {
        let by = |key: Key, descending| Order::By { column: self.at.columns[key as usize], descending };
        match query.order() {
            Sort::Relevance => match self.at.title_words {
                Some(text) => Order::Relevance { text, column: self.at.columns[Key::Start as usize], descending: true },
                None => by(Key::Start, true),
            },
            Sort::Newest => by(Key::Start, true),
            Sort::Oldest => by(Key::Start, false),
            Sort::LastEnd => by(Key::End, true),
            Sort::FirstEnd => by(Key::End, false),
            Sort::Title => by(Key::Title, false),
            Sort::TitleBack => by(Key::Title, true),
            Sort::Largest => by(Key::Budget, true),
            Sort::Smallest => by(Key::Budget, false),
            Sort::Country => by(Key::Country, false),
            Sort::CountryBack => by(Key::Country, true),
            Sort::LastChecked => by(Key::Checked, true),
            Sort::FirstChecked => by(Key::Checked, false),
        }
    }
}

/// The projects beside one in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbours {
    /// The one before.
    pub before: Option<Listed>,
    /// The one after.
    pub after: Option<Listed>,
    /// Its own place, counted from one.
    pub place: usize,
    /// How long the list is.
    pub of: usize,
}

/// A sum as one number that sorts by currency, then by size. Sums above 2.8 million million are counted as that.
fn sum_key(money: Money) -> i64 {
    let letters = money.currency.code().bytes().fold(0i64, |key, letter| key * 26 + i64::from(letter - b'A'));
    letters << SUM_BITS | i64::try_from(money.hundredths).map_or(LARGEST_SUM, |sum| sum.min(LARGEST_SUM))
}

const SUM_BITS: u32 = 48;
const LARGEST_SUM: i64 = (1 << SUM_BITS) - 1;

/// The sum of a number that [`sum_key`] has made.
fn sum_of_key(key: i64) -> Option<Money> {
    let (currency, hundredths) = parts_of_sum(key)?;
    Some(Money { currency: currency_of(currency)?, hundredths })
}

/// The number of the currency, and the hundredths.
fn parts_of_sum(key: i64) -> Option<(i64, u64)> {
    Some((key >> SUM_BITS, u64::try_from(key & LARGEST_SUM).ok()?))
}

fn currency_of(letters: i64) -> Option<Currency> {
    let letter = |at: i64| u8::try_from(letters / at % 26).ok().map(|letter| char::from(b'A' + letter));
    let code: String = [letter(26 * 26)?, letter(26)?, letter(1)?].into_iter().collect();
    Currency::parse(&code)
}

/// The day of a number in a column of dates.
fn day_of(number: i64) -> Option<PartialDate> {
    Date::from_julian_day(i32::try_from(number).ok()?).ok().map(PartialDate::day)
}
