//! [`Timeline`]: every entry in its order, and which of them a question keeps.
//!
//! Projects are asked of the catalogue, as the list of projects does. What is no project answers for itself where it
//! can: for its country, its words and its time. Of everything else (a donor, a type, a budget) it knows nothing, and
//! stays when one of its projects does.

use super::entry::{Entry, InForce};
use super::query::TimelineQuery;
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::listed::Listed;
use crate::domain::catalogue::names::Names;
use crate::domain::dataset::Dataset;
use crate::domain::day_facts::DayFacts;
use crate::domain::facet::Facet;
use crate::domain::period::Period;
use crate::domain::project::Project;
use crate::domain::query::{Active, Page, ProjectQuery};
use crate::domain::slug::Slug;
use crate::domain::sorted::{map_of, set_of, sorted_by_key};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that has a place in time, in order.
#[derive(Debug, Default)]
pub struct Timeline {
    /// Earliest first, what is vaguer before what is more exact, those without a date last.
    pub entries: Vec<Entry>,
    facts: Vec<Facts>,
    /// The places of the projects.
    projects: BTreeMap<Slug, usize>,
}

/// What an entry that is no project can answer; empty for a project.
#[derive(Debug, Default)]
struct Facts {
    /// Its countries, or "not stated".
    countries: BTreeSet<Slug>,
    /// The years in which it is, or "not stated".
    years: BTreeSet<Slug>,
    /// Its words, folded.
    words: Vec<String>,
}

/// What a question keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The entries, by their places in [`Timeline::entries`], in order.
    pub found: Vec<usize>,
    /// How many entries there are without any filter.
    pub of: usize,
    /// For each facet how many entries each value would show, by the place of the value in [`Names`], as the list of
    /// projects counts its own.
    pub counts: Arc<Vec<Vec<u32>>>,
    /// How many entries each kind would show.
    pub by_kind: BTreeMap<Slug, usize>,
    /// The words of projects have not arrived, so that no project can match the words asked for.
    pub waits_for_words: bool,
}

/// The years of a page of the list, each with its entries; those without a date last, under `None`.
pub type Years = Vec<(Option<i32>, Vec<usize>)>;

impl Timeline {
    /// The timeline of a data set's events, strategies and agreements, and of projects.
    pub fn new(projects: Vec<Listed>, dataset: &Dataset, catalogue: &Catalogue) -> Self {
        let events = dataset.events.values().map(|event| Entry::Event(Arc::new(event.clone())));
        let strategies = dataset.documents.iter().filter(|document| document.holds.is_some());
        let strategies = strategies.map(|document| Entry::Strategy(Arc::new(document.clone())));
        let projects = projects.into_iter().map(|project| Entry::Project(Arc::new(project)));
        Self::of(projects.chain(events).chain(strategies).chain(agreements(dataset)).collect(), dataset, catalogue)
    }

    /// The timeline of a country: its projects, events, strategies and agreements. The data is the slice of its page.
    pub fn of_country(country: &Slug, dataset: &Dataset, catalogue: &mut Catalogue) -> Self {
        let query = ProjectQuery { page: Page::All, ..ProjectQuery::only(Facet::Country, country) };
        let projects = catalogue.ordered(&query).into_iter().map(|row| catalogue.listed(row)).collect::<Vec<_>>();
        let events = dataset.events_in(country).map(|event| Entry::Event(Arc::new(event.clone())));
        let own = agreements(dataset).filter(|entry| matches!(entry, Entry::Agreement(it) if it.country == *country));
        let projects = projects.into_iter().map(|project| Entry::Project(Arc::new(project)));
        Self::of(projects.chain(events).chain(own).collect(), dataset, catalogue)
    }

    /// The timeline around a project: itself, its kin and its events, and what else can have run then in its countries,
    /// the latest [`BESIDE`] of it. The data is the slice of its page.
    pub fn of_project(project: &Project, dataset: &Dataset, catalogue: &mut Catalogue) -> Self {
        let mut rows: BTreeSet<u32> = BTreeSet::new();
        let kin = dataset.projects.keys().chain(std::iter::once(&project.id));
        rows.extend(kin.filter_map(|id| catalogue.row(id)));
        rows.extend(catalogue.first(&beside(project), BESIDE));
        let projects = rows.into_iter().map(|row| Entry::Project(Arc::new(catalogue.listed(row)))).collect::<Vec<_>>();
        let events = dataset.events_of(&project.id).map(|event| Entry::Event(Arc::new(event.clone())));
        Self::of(projects.into_iter().chain(events).collect(), dataset, catalogue)
    }

    /// How many entries the timeline of a whole data set has.
    pub fn count(dataset: &Dataset) -> usize {
        let strategies = dataset.documents.iter().filter(|document| document.holds.is_some()).count();
        dataset.projects.len() + dataset.events.len() + strategies + agreements(dataset).count()
    }

    /// The timeline of some entries.
    pub fn of(entries: Vec<Entry>, dataset: &Dataset, catalogue: &Catalogue) -> Self {
        let entries = sorted_by_key(entries, |entry| {
            let day = entry.period().and_then(|period| period.place_in_time());
            (day.is_none(), day, entry.title().to_lowercase(), entry.id())
        });
        let facts = entries.iter().map(|entry| Facts::of(entry, dataset, catalogue)).collect();
        let projects = entries.iter().enumerate().filter_map(|(at, entry)| match entry {
            Entry::Project(project) => Some((project.id.clone(), at)),
            _ => None,
        });
        let projects = map_of(projects);
        Self { entries, facts, projects }
    }

    /// The countries of an entry, in the order of the data.
    pub fn countries(&self, at: usize, names: &Names) -> Vec<Slug> {
        match &self.entries[at] {
            Entry::Project(project) => names.stated(Facet::Country, project),
            _ => {
                let own = &self.facts[at].countries;
                let known = names.of(Facet::Country).iter().map(|name| &name.id).filter(|id| own.contains(*id));
                known.filter(|id| id.as_str() != Facet::NOT_STATED).cloned().collect()
            }
        }
    }

    /// Answers a question.
    pub fn ask(&self, query: &TimelineQuery, catalogue: &mut Catalogue) -> Answer {
        let asked = ProjectQuery { page: Page::All, ..query.list.clone() };
        // Filters do not apply to the projects ticked; a choice leads to the list in which they do.
        let whole = if asked.only_picks {
            let ProjectQuery { picks, only_picks, as_of, page, .. } = asked.clone();
            ProjectQuery { picks, only_picks, as_of, page, ..ProjectQuery::default() }
        } else {
            asked.clone()
        };
        let asked = ProjectQuery { only_picks: false, ..asked };
        let of_kind =
            |entry: &Entry| query.kinds.is_empty() || entry.kind().is_some_and(|kind| query.kinds.contains(&kind));
        let found = Found::of(&whole, catalogue);
        let mut answer = Answer {
            of: self.entries.len(),
            waits_for_words: !found.words.is_empty() && !catalogue.has_words(),
            ..Answer::default()
        };
        for (at, entry) in self.entries.iter().enumerate() {
            let passes = self.passes(at, &found, catalogue);
            if let Some(kind) = entry.kind() {
                *answer.by_kind.entry(kind).or_default() += usize::from(passes);
            }
            if passes && of_kind(entry) {
                answer.found.push(at);
            }
        }
        for kind in &query.kinds {
            answer.by_kind.entry(kind.clone()).or_default();
        }
        // The catalogue counts projects; the others are few.
        let names = catalogue.names();
        let mut counts = catalogue.run(&asked).counts;
        if Slug::new(TimelineQuery::PROJECT).is_none_or(|kind| !query.kinds.is_empty() && !query.kinds.contains(&kind))
        {
            counts.iter_mut().flatten().for_each(|count| *count = 0);
        }
        for facet in Facet::ALL {
            let mut open = asked.clone();
            // A facet of which all picks are wanted is counted with them, every other without.
            if !open.all_of.contains(&facet) {
                open.picked.remove(&facet);
            }
            let other = (open != whole).then(|| Found::of(&open, catalogue));
            let found = other.as_ref().unwrap_or(&found);
            for (at, entry) in self.entries.iter().enumerate() {
                if matches!(entry, Entry::Project(_)) || !of_kind(entry) || !self.passes(at, found, catalogue) {
                    continue;
                }
                for value in self.values_found(at, facet, found, &names, catalogue) {
                    let place = names.place(facet, &value);
                    if let Some(count) = place.and_then(|place| counts.get_mut(facet as usize)?.get_mut(place)) {
                        *count += 1;
                    }
                }
            }
        }
        answer.counts = Arc::new(counts);
        answer
    }

    /// The values of a facet that an entry has, "not stated" among them; of what is no project, those of its projects
    /// where it has none of its own.
    pub fn values(&self, at: usize, facet: Facet, names: &Names) -> BTreeSet<Slug> {
        match &self.entries[at] {
            Entry::Project(project) => {
                let places = project.values[facet as usize].iter();
                set_of(places.filter_map(|place| names.of(facet).get(*place)).map(|name| name.id.clone()))
            }
            _ if facet == Facet::Country => self.facts[at].countries.clone(),
            _ if facet == Facet::Year => self.facts[at].years.clone(),
            other => {
                let own = other.projects().iter().filter_map(|id| self.projects.get(id));
                let mut values = BTreeSet::new();
                own.for_each(|project| values.extend(self.values(*project, facet, names)));
                if values.is_empty() {
                    values.extend(Slug::new(Facet::NOT_STATED));
                }
                values
            }
        }
    }

    /// The values of a facet for which something that is no project would be found, were they asked for too: its own,
    /// or those of its projects that are found.
    fn values_found(
        &self,
        at: usize,
        facet: Facet,
        found: &Found<'_>,
        names: &Names,
        catalogue: &Catalogue,
    ) -> BTreeSet<Slug> {
        match facet {
            Facet::Country | Facet::Year => self.values(at, facet, names),
            _ => {
                let mut values = BTreeSet::new();
                let own = self.entries[at].projects().iter().filter(|id| self.projects.contains_key(id));
                for row in own.filter_map(|id| catalogue.row(id)) {
                    if !found.asks_projects || found.by_projects.get(row as usize) == Some(&true) {
                        // As of the day that is asked for: an entry keeps those of the day on which it was made.
                        let places = catalogue.values_of(facet, row);
                        let known = places.into_iter().filter_map(|place| names.of(facet).get(place));
                        values.extend(known.map(|name| name.id.clone()));
                    }
                }
                values
            }
        }
    }

    /// The place of an entry.
    pub fn place(&self, id: &super::EntryId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id() == *id)
    }

    fn passes(&self, at: usize, found: &Found<'_>, catalogue: &Catalogue) -> bool {
        let (entry, facts) = (&self.entries[at], &self.facts[at]);
        if let Entry::Project(project) = entry {
            return found.rows.get(project.row as usize).copied().unwrap_or(false);
        }
        let own = found.own;
        found.countries.keep(&facts.countries)
            && found.years.keep(&facts.years)
            && found.words.iter().all(|word| facts.words.iter().any(|it| it.starts_with(word.as_str())))
            && in_time(&own.active, entry.period())
            && (!found.asks_projects
                || entry
                    .projects()
                    .iter()
                    .filter_map(|id| catalogue.row(id))
                    .any(|row| found.by_projects.get(row as usize).copied().unwrap_or(false)))
    }

    /// The entries of a page of the list, by year.
    pub fn years(&self, answer: &Answer, page: usize) -> Years {
        let mut years: Years = Vec::new();
        for at in
            answer.found.iter().skip(page.saturating_sub(1) * TimelineQuery::PAGE_SIZE).take(TimelineQuery::PAGE_SIZE)
        {
            let year = self.entries[*at].period().and_then(|period| period.year());
            match years.last_mut() {
                Some((last, list)) if *last == year => list.push(*at),
                _ => years.push((year, vec![*at])),
            }
        }
        years
    }
}

impl Answer {
    /// How many pages the list has, at least one.
    pub fn pages(&self) -> usize {
        self.found.len().div_ceil(TimelineQuery::PAGE_SIZE).max(1)
    }
}

/// How many other projects are drawn around one.
const BESIDE: usize = 60;

/// What else ran in the countries of a project while it did: all of its countries when it states no dates.
pub fn beside(project: &Project) -> ProjectQuery {
    let mut query = ProjectQuery::default();
    if !project.countries.is_empty() {
        query.picked.insert(Facet::Country, set_of(project.countries.iter().cloned()));
    }
    if let Some(period) = project.period.as_ref().and_then(|dated| dated.period) {
        query.active.from = period.start.or(period.end_date());
        query.active.to = period.end_date();
    }
    query
}

/// The agreements in force, by country and in its order.
fn agreements(dataset: &Dataset) -> impl Iterator<Item = Entry> {
    dataset.countries.iter().flat_map(|country| {
        country.agreements.iter().filter(|agreement| agreement.in_force.is_some()).filter_map(|agreement| {
            let signed = agreement.signed.or(agreement.in_force)?.year();
            let id = Slug::new(&format!("{}-{signed}", country.id))?;
            Some(Entry::Agreement(Arc::new(InForce { id, country: country.id.clone(), agreement: agreement.clone() })))
        })
    })
}

/// What is picked and excluded of a facet.
struct Wanted<'q> {
    picked: Option<&'q BTreeSet<Slug>>,
    excluded: Option<&'q BTreeSet<Slug>>,
    all: bool,
}

impl<'q> Wanted<'q> {
    fn of(query: &'q ProjectQuery, facet: Facet) -> Self {
        Self {
            picked: query.picked.get(&facet),
            excluded: query.excluded.get(&facet),
            all: query.all_of.contains(&facet),
        }
    }

    fn keep(&self, values: &BTreeSet<Slug>) -> bool {
        let picked = self
            .picked
            .is_none_or(|picked| if self.all { picked.is_subset(values) } else { !picked.is_disjoint(values) });
        picked && self.excluded.is_none_or(|excluded| excluded.is_disjoint(values))
    }
}

/// What a question to the list of projects finds, ready to be asked for each entry.
struct Found<'q> {
    own: &'q ProjectQuery,
    countries: Wanted<'q>,
    years: Wanted<'q>,
    words: Vec<String>,
    /// By row: the project matches.
    rows: Vec<bool>,
    /// Something is asked that only projects can answer.
    asks_projects: bool,
    /// By row: the project matches that part of the question.
    by_projects: Vec<bool>,
}

impl<'q> Found<'q> {
    fn of(query: &'q ProjectQuery, catalogue: &mut Catalogue) -> Self {
        let matching = |query: &ProjectQuery, catalogue: &mut Catalogue| {
            let mut rows = vec![false; catalogue.len()];
            for row in catalogue.ordered(query) {
                if let Some(row) = rows.get_mut(row as usize) {
                    *row = true;
                }
            }
            rows
        };
        // What other entries answer for themselves is not asked of their projects too.
        let mut rest = query.clone();
        rest.text.clear();
        rest.active = Active::default();
        for facet in [Facet::Country, Facet::Year] {
            rest.picked.remove(&facet);
            rest.excluded.remove(&facet);
            rest.all_of.remove(&facet);
        }
        let asks_projects = !rest.is_everything();
        Self {
            own: query,
            countries: Wanted::of(query, Facet::Country),
            years: Wanted::of(query, Facet::Year),
            words: catalogue.fold(query.words()),
            rows: matching(query, catalogue),
            by_projects: if asks_projects { matching(&rest, catalogue) } else { Vec::new() },
            asks_projects,
        }
    }
}

/// Something of this period is active when it is asked for.
fn in_time(asked: &Active, period: Option<Period>) -> bool {
    if !asked.is_asked() {
        return true;
    }
    let Some(reach) = period.map(|period| period.reach()) else { return false };
    let (from, to) = if asked.certainly { reach.certainly } else { reach.possibly };
    let begins = asked.to.is_none_or(|to| i64::from(to.latest().to_julian_day()) >= from);
    let ends = asked.from.is_none_or(|asked| i64::from(asked.earliest().to_julian_day()) <= to);
    begins && ends
}

impl Facts {
    fn of(entry: &Entry, dataset: &Dataset, catalogue: &Catalogue) -> Self {
        let (countries, texts): (&[Slug], Vec<&str>) = match entry {
            Entry::Project(_) => return Self::default(),
            Entry::Event(event) => {
                let words = [&event.description, &event.city].into_iter().filter_map(|it| it.as_deref());
                let bodies = event.organisers.iter().flat_map(|party| {
                    let known = party.organisation.as_ref().and_then(|id| dataset.organisations.get(id));
                    [Some(party.as_written.as_str()), known.map(|it| it.name.as_str())]
                });
                let topics = event.topics.iter().map(String::as_str);
                (&event.countries, words.chain(bodies.flatten()).chain(topics).chain([event.kind.as_str()]).collect())
            }
            Entry::Strategy(document) => (
                &document.countries,
                document.description.as_deref().into_iter().chain([document.kind.as_str()]).collect(),
            ),
            Entry::Agreement(it) => {
                (std::slice::from_ref(&it.country), it.agreement.note.as_deref().into_iter().collect())
            }
        };
        let mut words = catalogue.fold(entry.title());
        texts.into_iter().for_each(|text| words.extend(catalogue.fold(text)));
        let places = countries.iter().filter_map(|id| dataset.country(id));
        places.for_each(|country| words.extend(catalogue.fold(&country.name)));
        let not_stated = |mut values: BTreeSet<Slug>| {
            if values.is_empty() {
                values.extend(Slug::new(Facet::NOT_STATED));
            }
            values
        };
        let facts = DayFacts { period: entry.period(), stated: None };
        Self {
            countries: not_stated(set_of(countries.iter().cloned())),
            years: facts.values_of(Facet::Year, catalogue.day()),
            words,
        }
    }
}
