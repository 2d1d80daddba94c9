//! What the list must show, by looking at each record of the data set in turn: slow, plain, and without the catalogue.
//! The native tests of the catalogue and the tests in the browser share it.

// Each test program uses a part of it.
#![allow(dead_code)]

use atlas::domain::catalogue::draft::decompose;
use atlas::domain::dataset::Dataset;
use atlas::domain::date::PartialDate;
use atlas::domain::day_facts::DayFacts;
use atlas::domain::facet::Facet;
use atlas::domain::fold;
use atlas::domain::party::Role;
use atlas::domain::period::End;
use atlas::domain::project::Project;
use atlas::domain::query::{Page, ProjectQuery};
use atlas::domain::read::{FILES, File, read};
use atlas::domain::slug::Slug;
use atlas::domain::sort::Sort;
use atlas::domain::tongue::Tongue;
use atlas::words::words;
use icu_collator::{Collator, CollatorBorrowed};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use time::Date;

/// What the oracle knows of a project.
pub struct Known {
    /// The project itself.
    pub project: &'static Project,
    words: BTreeSet<String>,
    title: BTreeSet<String>,
}

/// A data set, ready to be asked.
pub struct Oracle {
    pub data: &'static Dataset,
    /// Its projects.
    pub known: Vec<Known>,
}

/// A page of the list as it must be.
#[derive(Debug)]
pub struct Expected {
    /// The ids of its projects, in order.
    pub ids: Vec<String>,
    /// Their statuses, as their tags say them; empty where none is known.
    pub statuses: Vec<String>,
    /// How many projects match.
    pub total: usize,
}

/// The oracle of the bundled data set, or of the one that `cargo atlas test --data` names, made once.
pub fn oracle() -> &'static Oracle {
    static ORACLE: OnceLock<Oracle> = OnceLock::new();
    ORACLE.get_or_init(|| Oracle::of(&std::env::var("ATLAS_TEST_DATA").unwrap_or_else(|_| "public/data".into())))
}

fn fold(text: &str) -> Vec<String> {
    fold::words(&decompose(text)).collect()
}

impl Oracle {
    /// The oracle of the data set in a folder of the project. It lives as long as the tests do.
    pub fn of(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let texts: Vec<_> = FILES.into_iter().map(|name| (name, fs::read(folder.join(name)).unwrap())).collect();
        let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
        let data: &'static Dataset = Box::leak(Box::new(read(&files, Tongue::PLAIN).dataset.unwrap()));
        let known = data.projects.values().map(|project| {
            let mut texts = vec![&project.title];
            texts.extend(&project.other_titles);
            texts.extend([&project.objective, &project.target_groups, &project.results].into_iter().flatten());
            for country in project.countries.iter().filter_map(|id| data.country(id)) {
                texts.extend([&country.name, &country.official_name]);
                texts.extend(&country.aliases);
            }
            for kind in project.types.iter().map(|id| &data.types[id]) {
                texts.push(&kind.name);
                texts.extend(&kind.aliases);
            }
            for (_, party) in project.parties() {
                texts.push(&party.as_written);
                for id in party.organisation.iter().flat_map(|id| [id, data.top(id)]) {
                    texts.push(&data.organisations[id].name);
                    texts.extend(&data.organisations[id].aliases);
                }
            }
            let words = texts.iter().flat_map(|text| fold(text)).collect();
            Known { project, words, title: fold(&project.title).into_iter().collect() }
        });
        Self { data, known: known.collect() }
    }

    fn day_facts(project: &Project) -> DayFacts {
        let period = project.period.as_ref().and_then(|dated| dated.period);
        DayFacts { period, stated: project.status.as_ref().map(|it| it.status) }
    }

    fn day(&self, query: &ProjectQuery) -> Date {
        query.as_of.unwrap_or(self.data.meta.as_of)
    }

    /// The values of a project on a day.
    pub fn values(&self, facet: Facet, project: &Project, day: Date) -> BTreeSet<Slug> {
        if facet.depends_on_day() {
            Self::day_facts(project).values_of(facet, day)
        } else {
            facet.values_of(self.data, project)
        }
    }

    /// The project passes everything, `but` for one facet's own picks, the choice of which leaves the projects ticked.
    pub fn passes(&self, known: &Known, query: &ProjectQuery, but: Option<Facet>) -> bool {
        let project = known.project;
        if query.only_picks && but.is_none() {
            return query.picks.contains(&project.id);
        }
        let words = fold(&query.text).iter().all(|wanted| known.words.iter().any(|word| word.starts_with(wanted)));
        let facets = Facet::ALL.into_iter().all(|facet| {
            let values = self.values(facet, project, self.day(query));
            let picked = query.picked.get(&facet).cloned().unwrap_or_default();
            let all = query.all_of.contains(&facet);
            let own = if all { picked.is_subset(&values) } else { picked.is_empty() || !picked.is_disjoint(&values) };
            (own || (but == Some(facet) && !all))
                && query.excluded.get(&facet).is_none_or(|excluded| excluded.is_disjoint(&values))
        });
        words && facets && active(project, query) && affordable(project, query)
    }

    fn found(&self, query: &ProjectQuery) -> Vec<&Known> {
        let mut found: Vec<&Known> = self.known.iter().filter(|it| self.passes(it, query, None)).collect();
        found.sort_by(|a, b| a.project.id.cmp(&b.project.id));
        let period = |it: &Known| it.project.period.as_ref().and_then(|dated| dated.period);
        let start = |it: &Known| period(it).and_then(|it| it.start).map(|it| it.earliest());
        let end = |it: &Known| period(it).and_then(|it| it.end_date()).map(|it| it.latest());
        let sum = |it: &Known| {
            let money = it.project.budget.as_ref().and_then(|it| it.money);
            money.map(|it| (it.currency.code().to_owned(), it.hundredths))
        };
        let country = |it: &Known| match it.project.countries.as_slice() {
            [] => None,
            [one] => Some((0, self.data.countries.iter().position(|it| it.id == *one).unwrap())),
            several => Some((1, several.len())),
        };
        let checked = |it: &Known| it.project.sources.iter().map(|it| it.seen).max();
        let text = if query.only_picks { "" } else { &query.text };
        let wanted: BTreeSet<String> = fold(text).into_iter().collect();
        let hits =
            |it: &Known| wanted.iter().filter(|wanted| it.title.iter().any(|word| word.starts_with(*wanted))).count();
        match query.order() {
            Sort::Newest => by(&mut found, start, true),
            Sort::Oldest => by(&mut found, start, false),
            Sort::LastEnd => by(&mut found, end, true),
            Sort::FirstEnd => by(&mut found, end, false),
            Sort::Largest => by(&mut found, sum, true),
            Sort::Smallest => by(&mut found, sum, false),
            Sort::Country => by(&mut found, country, false),
            Sort::CountryBack => by(&mut found, country, true),
            Sort::LastChecked => by(&mut found, checked, true),
            Sort::FirstChecked => by(&mut found, checked, false),
            Sort::Relevance => {
                by(&mut found, start, true);
                found.sort_by_key(|it| Reverse(hits(it)));
            }
            Sort::Title => by_title(&mut found, false),
            Sort::TitleBack => by_title(&mut found, true),
        }
        found
    }

    /// The ids of all projects that match, in order.
    pub fn ids(&self, query: &ProjectQuery) -> Vec<&'static Slug> {
        self.found(query).into_iter().map(|it| &it.project.id).collect()
    }

    /// The page of the list that a question asks for.
    pub fn page(&self, query: &ProjectQuery) -> Expected {
        let found = self.found(query);
        let total = found.len();
        let skip = match query.page {
            Page::Number(number) if (number - 1) * Page::SIZE < total => (number - 1) * Page::SIZE,
            _ => 0,
        };
        let take = if query.page == Page::All { total } else { Page::SIZE };
        let rows = || found.iter().skip(skip).take(take);
        let day = self.day(query);
        let status =
            |it: &&Known| Self::day_facts(it.project).standing(day).status().map(|status| words().status(status));
        Expected {
            ids: rows().map(|it| it.project.id.to_string()).collect(),
            statuses: rows().map(|it| status(it).unwrap_or_default().to_owned()).collect(),
            total,
        }
    }

    /// The values of a facet over all projects, those of most projects first, without what is not stated.
    pub fn top_values(&self, facet: Facet) -> Vec<String> {
        let mut counts: BTreeMap<Slug, usize> = BTreeMap::new();
        for known in &self.known {
            for value in self.values(facet, known.project, self.data.meta.as_of) {
                *counts.entry(value).or_default() += 1;
            }
        }
        counts.retain(|value, _| !matches!(value.as_str(), Facet::NOT_STATED | Facet::IN_WORDS | Facet::DISAGREES));
        let mut values: Vec<(Reverse<usize>, String)> =
            counts.into_iter().map(|(value, count)| (Reverse(count), value.to_string())).collect();
        values.sort();
        values.into_iter().map(|(_, value)| value).collect()
    }

    /// How many values a facet has.
    pub fn values_count(&self, facet: Facet) -> usize {
        let day = self.data.meta.as_of;
        let values = self.known.iter().flat_map(|it| self.values(facet, it.project, day));
        let values: BTreeSet<Slug> = values.chain(Slug::new(Facet::NOT_STATED)).collect();
        values.len()
    }

    /// The names of the bodies at the top in a role of a project.
    pub fn names(&self, id: &str, role: Role) -> BTreeSet<String> {
        let project = &self.data.projects[&Slug::new(id).unwrap()];
        let bodies = project.in_role(role).iter().filter_map(|party| party.organisation.as_ref());
        bodies.map(|id| self.data.organisations[self.data.top(id)].name.clone()).collect()
    }
}

/// Sorts, the missing last in both directions, equal ones as they were.
fn by<K: Ord>(found: &mut [&Known], key: impl Fn(&Known) -> Option<K>, descending: bool) {
    found.sort_by(|a, b| match (key(a), key(b)) {
        (Some(a), Some(b)) => {
            if descending {
                b.cmp(&a)
            } else {
                a.cmp(&b)
            }
        }
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
}

/// Sorts by title, without the quotes that one may begin with, in the alphabet of all languages together.
fn by_title(found: &mut [&Known], descending: bool) {
    let collator: CollatorBorrowed<'static> = Collator::try_new(Default::default(), Default::default()).unwrap();
    let title = |it: &Known| it.project.title.trim_start_matches(|c: char| !c.is_alphanumeric());
    found.sort_by(|a, b| {
        let order = collator.compare(title(a), title(b));
        if descending { order.reverse() } else { order }
    });
}

/// Active in the period that is asked for: on some day of it that is possibly, or certainly, its own.
fn active(project: &Project, query: &ProjectQuery) -> bool {
    let asked = &query.active;
    if !asked.is_asked() {
        return true;
    }
    let Some(period) = project.period.as_ref().and_then(|dated| dated.period) else { return false };
    let from = asked.from.map_or(Date::MIN, PartialDate::earliest);
    let to = asked.to.map_or(Date::MAX, PartialDate::latest);
    let (first, last) = match (asked.certainly, period.start, period.end) {
        (false, start, end) => {
            let last = match end {
                End::On(end) => end.latest(),
                End::Open | End::Unknown => Date::MAX,
            };
            (start.map_or(Date::MIN, PartialDate::earliest), last)
        }
        (true, Some(start), End::On(end)) => (start.latest(), end.earliest()),
        (true, Some(start), End::Open) => (start.latest(), Date::MAX),
        (true, Some(start), End::Unknown) => (start.latest(), start.earliest()),
        (true, None, End::On(end)) => (end.latest(), end.earliest()),
        (true, None, End::Open) => (Date::MAX, Date::MAX),
        (true, None, End::Unknown) => return false,
    };
    first <= to && last >= from
}

fn affordable(project: &Project, query: &ProjectQuery) -> bool {
    let Some(currency) = query.budget.currency else { return true };
    let Some(money) = project.budget.as_ref().and_then(|it| it.money) else { return false };
    let units = money.hundredths / 100;
    money.currency == currency
        && query.budget.min.is_none_or(|min| units >= min)
        && query.budget.max.is_none_or(|max| units <= max)
}
