//! Data set → [`Catalogue`]. Native only: it needs Unicode's tables and a collation, which do not travel.

use super::names::SEPARATOR;
use super::{Catalogue, Key, TITLE_WORDS, Text, WORDS, listed, sum_key};
use crate::domain::band::Band;
use crate::domain::budget::Covers;
use crate::domain::dataset::Dataset;
use crate::domain::facet::Facet;
use crate::domain::fold;
use crate::domain::organisation::Organisation;
use crate::domain::project::{Kind, Project};
use crate::domain::slug::Slug;
use engine::{ColumnDraft, Draft, FacetDraft, FacetValue, StringsDraft, Table, TextDraft};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// The catalogue's two files: the columns, and the words.
pub struct Files {
    /// What the list needs to be shown and filtered.
    pub columns: Vec<u8>,
    /// What it needs to be searched.
    pub words: Vec<u8>,
}

impl Catalogue {
    /// The catalogue of a data set.
    pub fn of(dataset: &Dataset) -> Self {
        let table = Table::new(draft(dataset));
        match Self::new(table, dataset.meta.as_of, decompose) {
            Ok(catalogue) => catalogue,
            Err(_) => unreachable!("the draft has every facet, column and text"),
        }
    }

    /// The files of a data set.
    pub fn files(dataset: &Dataset) -> Files {
        let table = Table::new(draft(dataset));
        Files { columns: table.to_bytes(), words: table.words_to_bytes() }
    }
}

/// The compatibility decomposition of a text, natively.
pub fn decompose(text: &str) -> String {
    text.nfkd().collect()
}

fn words(text: &str) -> Vec<String> {
    fold::words(&decompose(text)).collect()
}

/// The table of a data set: a row a project, in the order of ids. Names are sorted as the language does in which it was read.
pub fn draft(dataset: &Dataset) -> Draft {
    let projects: Vec<&Project> = dataset.projects.values().collect();
    let collation = Collation::new(&dataset.tongue.wanted);
    Draft {
        rows: projects.len(),
        facets: Facet::ALL.into_iter().map(|facet| facet_draft(dataset, &projects, facet, &collation)).collect(),
        columns: columns(dataset, &projects, &collation),
        texts: vec![
            TextDraft {
                key: WORDS.to_owned(),
                words_of_row: projects.iter().map(|project| all_words(dataset, project)).collect(),
            },
            TextDraft {
                key: TITLE_WORDS.to_owned(),
                words_of_row: projects.iter().map(|project| words(&project.title)).collect(),
            },
        ],
        strings: Text::ALL
            .into_iter()
            .map(|text| StringsDraft {
                key: text.key().to_owned(),
                of_row: projects.iter().map(|project| string(text, project)).collect(),
            })
            .collect(),
    }
}

fn string(text: Text, project: &Project) -> String {
    match text {
        Text::Id => project.id.to_string(),
        Text::Title => project.title.clone(),
        Text::Period => listed::write_period(project.period.as_ref()),
        Text::Budget => listed::write_budget(project.budget.as_ref()),
        Text::Stated => project.status.as_ref().map(|it| it.status.id().to_owned()).unwrap_or_default(),
        Text::Kind => Kind::TABLE[project.kind as usize].0.to_owned(),
        Text::Tongue => project.foreign.of("title").unwrap_or_default(),
    }
}

fn facet_draft(dataset: &Dataset, projects: &[&Project], facet: Facet, collation: &Collation) -> FacetDraft {
    let key = facet.key().to_owned();
    if facet.depends_on_day() {
        return FacetDraft { key, values: Vec::new(), of_row: vec![Vec::new(); projects.len()], later: true };
    }
    let sets: Vec<BTreeSet<Slug>> = projects.iter().map(|project| facet.values_of(dataset, project)).collect();
    let mut occurring: BTreeSet<&Slug> = sets.iter().flatten().collect();
    // A value of every facet, even where nothing is missing today.
    let not_stated = Slug::new(Facet::NOT_STATED);
    occurring.extend(&not_stated);
    if facet == Facet::Country {
        occurring.extend(dataset.countries.iter().map(|country| &country.id));
    }
    let (publishers, parts) = (publishers(projects), parts(dataset));
    let mut values: Vec<(&Slug, Vec<String>)> =
        occurring.into_iter().map(|id| (id, labels(dataset, &publishers, &parts, facet, id))).collect();
    let place = |id: &Slug| match facet {
        Facet::Country => dataset.countries.iter().position(|country| country.id == *id).map(|at| (String::new(), at)),
        Facet::Budget => Band::parse(id.as_str()).map(|band| (band.currency.code().to_owned(), band.step)),
        _ => None,
    };
    let last = |id: &Slug| (id.as_str() == Facet::NOT_STATED, id.as_str() == Facet::IN_WORDS);
    values.sort_by(|(a, a_labels), (b, b_labels)| {
        (last(a), place(a))
            .cmp(&(last(b), place(b)))
            .then_with(|| collation.compare(&a_labels[0], &b_labels[0]))
            .then_with(|| a.cmp(b))
    });
    let places: BTreeMap<&Slug, u32> = values.iter().zip(0..).map(|((id, _), place)| (*id, place)).collect();
    let of_row = sets.iter().map(|set| set.iter().filter_map(|value| places.get(value).copied()).collect()).collect();
    let values = values
        .iter()
        .map(|(id, labels)| FacetValue { id: id.to_string(), label: labels.join(&SEPARATOR.to_string()) })
        .collect();
    FacetDraft { key, values, of_row, later: false }
}

/// A publisher's name by its id. Of several spellings that give one id, the first by row stands.
fn publishers(projects: &[&Project]) -> BTreeMap<Slug, String> {
    let mut names = BTreeMap::new();
    for source in projects.iter().flat_map(|project| &project.sources) {
        if let Some(id) = Slug::from_name(&source.publisher) {
            names.entry(id).or_insert_with(|| source.publisher.clone());
        }
    }
    names
}

/// The bodies that are a part of another, directly or not, by the one at the top.
fn parts(dataset: &Dataset) -> BTreeMap<&Slug, Vec<&Organisation>> {
    let mut parts: BTreeMap<&Slug, Vec<&Organisation>> = BTreeMap::new();
    for body in dataset.organisations.values() {
        let top = dataset.top(&body.id);
        if *top != body.id {
            parts.entry(top).or_default().push(body);
        }
    }
    parts
}

/// The name of a value and its aliases; an empty name where the words know it. The parts of a body count as the body, so
/// that it is found by their names too.
fn labels(
    dataset: &Dataset,
    publishers: &BTreeMap<Slug, String>,
    parts: &BTreeMap<&Slug, Vec<&Organisation>>,
    facet: Facet,
    id: &Slug,
) -> Vec<String> {
    let named = |name: &str, aliases: &[String]| -> Vec<String> {
        let clean = |text: &str| text.replace(SEPARATOR, " ");
        std::iter::once(clean(name)).chain(aliases.iter().map(|alias| clean(alias))).collect()
    };
    let found = match facet {
        Facet::Country => dataset.country(id).map(|it| named(&it.name, &it.aliases)),
        Facet::Type => dataset.types.get(id).map(|it| named(&it.name, &it.aliases)),
        Facet::Donor | Facet::Implementer | Facet::Beneficiary => {
            let parts = parts.get(id).into_iter().flatten().copied();
            let mut labels: Vec<String> = Vec::new();
            for body in dataset.organisations.get(id).into_iter().chain(parts) {
                for label in named(&body.name, &body.aliases) {
                    if !labels.contains(&label) {
                        labels.push(label);
                    }
                }
            }
            Some(labels).filter(|labels| !labels.is_empty())
        }
        Facet::Source => publishers.get(id).map(|name| named(name, &[])),
        Facet::Status | Facet::Stated | Facet::Year | Facet::Budget | Facet::Language => None,
    };
    found.unwrap_or_else(|| vec![String::new()])
}

fn columns(dataset: &Dataset, projects: &[&Project], collation: &Collation) -> Vec<ColumnDraft> {
    let titles = collation.ranks(projects.iter().map(|project| sort_title(&project.title)).collect());
    let column = |key: Key| {
        let of_row = projects.iter().zip(&titles).map(|(project, title)| match key {
            Key::Title => Some(*title),
            other => number(dataset, project, other),
        });
        ColumnDraft { key: key.key().to_owned(), of_row: of_row.collect() }
    };
    Key::ALL.into_iter().map(column).collect()
}

fn number(dataset: &Dataset, project: &Project, key: Key) -> Option<i64> {
    let period = project.period.as_ref().and_then(|dated| dated.period);
    let span = || period.map(|period| period.reach());
    match key {
        Key::Start => period?.start.map(|date| i64::from(date.earliest().to_julian_day())),
        Key::End => period?.end_date().map(|date| i64::from(date.latest().to_julian_day())),
        Key::PossiblyFrom => Some(span()?.possibly.0),
        Key::PossiblyTo => Some(span()?.possibly.1),
        Key::CertainlyFrom => Some(span()?.certainly.0),
        Key::CertainlyTo => Some(span()?.certainly.1),
        Key::Country => match project.countries.as_slice() {
            [] => None,
            [one] => dataset.countries.iter().position(|country| country.id == *one).and_then(|at| at.try_into().ok()),
            several => Some(1000 + i64::try_from(several.len()).unwrap_or(i64::MAX - 1000)),
        },
        Key::Budget => Some(sum_key(project.budget.as_ref()?.money?)),
        Key::Cost => {
            let budget = project.budget.as_ref()?;
            let own = !matches!(budget.covers, Covers::Group | Covers::PerGrant | Covers::Programme);
            Some(sum_key(budget.money.filter(|_| own)?))
        }
        Key::Checked => project.sources.iter().map(|source| i64::from(source.seen.to_julian_day())).max(),
        Key::Title => None,
    }
}

/// The words that a project is found by: its texts, its countries, types and bodies with all their names.
fn all_words(dataset: &Dataset, project: &Project) -> Vec<String> {
    let mut texts: Vec<&str> = vec![&project.title];
    texts.extend(project.other_titles.iter().map(String::as_str));
    texts.extend(
        [&project.objective, &project.target_groups, &project.results].into_iter().flatten().map(String::as_str),
    );
    for country in project.countries.iter().filter_map(|id| dataset.country(id)) {
        texts.extend([country.name.as_str(), country.official_name.as_str()]);
        texts.extend(country.aliases.iter().map(String::as_str));
    }
    for kind in project.types.iter().filter_map(|id| dataset.types.get(id)) {
        texts.push(&kind.name);
        texts.extend(kind.aliases.iter().map(String::as_str));
    }
    for (_, party) in project.parties() {
        texts.push(&party.as_written);
        // The whole counts as the part's funder or beneficiary in the facets, so it is found by its names too.
        let bodies = party.organisation.iter().flat_map(|id| [id, dataset.top(id)]);
        for body in bodies.filter_map(|id| dataset.organisations.get(id)) {
            texts.push(&body.name);
            texts.extend(body.aliases.iter().map(String::as_str));
        }
    }
    texts.into_iter().flat_map(words).collect()
}

/// A title as it is sorted: without the quotes that it may begin with.
fn sort_title(title: &str) -> &str {
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The alphabet of all languages together, as the Unicode collation algorithm has it, with one language's own first.
struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    fn new(tag: &str) -> Self {
        let language = Locale::try_from_str(tag).map(|locale| locale.into()).unwrap_or_default();
        Self(Collator::try_new(language, Default::default()).ok())
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        match &self.0 {
            Some(collator) => collator.compare(a, b),
            None => a.cmp(b),
        }
    }

    /// The place of each text among all, equal ones at the same place.
    fn ranks(&self, texts: Vec<&str>) -> Vec<i64> {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by(|a, b| self.compare(texts[*a], texts[*b]));
        let mut ranks = vec![0; texts.len()];
        let mut rank = 0;
        for pair in order.windows(2) {
            rank += i64::from(self.compare(texts[pair[0]], texts[pair[1]]) != Ordering::Equal);
            ranks[pair[1]] = rank;
        }
        ranks
    }
}
