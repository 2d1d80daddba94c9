//! The timeline's answers over the bundled data set, against plain loops over its records.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::facet::Facet;
use atlas::domain::query::{Page, ProjectQuery};
use atlas::domain::read::{FILES, File, read};
use atlas::domain::slug::Slug;
use atlas::domain::timeline::{Answer, Entry, Group, Plot, Timeline, TimelineQuery};
use atlas::domain::tongue::Tongue;
use std::collections::BTreeSet;
use std::fs;

struct Known {
    data: Dataset,
    catalogue: Catalogue,
    timeline: Timeline,
}

fn known() -> Known {
    let texts: Vec<_> =
        FILES.into_iter().map(|name| (name, fs::read(format!("public/data/{name}")).unwrap())).collect();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let data = read(&files, Tongue::PLAIN).dataset.unwrap();
    let mut catalogue = Catalogue::of(&data);
    catalogue.run(&ProjectQuery::default());
    let timeline = Timeline::new(catalogue.all_listed(), &data, &catalogue);
    Known { data, catalogue, timeline }
}

impl Known {
    fn ask(&mut self, query: &TimelineQuery) -> Answer {
        self.timeline.ask(query, &mut self.catalogue)
    }

    fn ids(&self, answer: &Answer) -> BTreeSet<String> {
        answer.found.iter().map(|at| self.timeline.entries[*at].id().to_string()).collect()
    }
}

/// Questions of all sorts, the same in every run.
fn questions(known: &Known) -> Vec<TimelineQuery> {
    let names = known.catalogue.names();
    let kinds: Vec<Slug> = known.timeline.entries.iter().filter_map(Entry::kind).collect();
    let mut seed = 7usize;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below.max(1)
    };
    let texts = ["", "", "", "court", "training judges", "Tajikistan", "ombud", "право"];
    let times = ["", "", "&from=2013&to=2013", "&from=2015-06", "&to=2010", "&from=2013&to=2014&certainly=yes"];
    let mut questions = Vec::new();
    for _ in 0..120 {
        let mut query = TimelineQuery::parse(&format!("q={}{}", texts[next(texts.len())], times[next(times.len())]));
        for facet in Facet::ALL {
            let values = names.of(facet);
            for _ in 0..[0, 0, 0, 0, 1, 2][next(6)] {
                let value = &values[next(values.len())].id;
                query.list =
                    if next(5) == 0 { query.list.toggled_not(facet, value) } else { query.list.toggled(facet, value) };
            }
            if next(9) == 0 {
                query.list = query.list.with_all_of(facet, true);
            }
        }
        if next(4) == 0 {
            query = query.with_kind_toggled(&kinds[next(kinds.len())]);
        }
        questions.push(query);
    }
    questions
}

#[test]
fn the_number_beside_a_choice_is_the_length_of_the_list_that_it_makes() {
    let mut known = known();
    // Statuses are those of the day that is asked for.
    let on_a_day = TimelineQuery::parse("as-of=2012-01-01&status=end-not-stated&status=forecast");
    for query in questions(&known).into_iter().chain([on_a_day]) {
        let answer = known.ask(&query);
        let names = known.catalogue.names();
        for facet in Facet::ALL {
            for (at, name) in names.of(facet).iter().enumerate().step_by(7) {
                let mut added = query.clone();
                if !query.list.all_of.contains(&facet) {
                    added.list.picked.remove(&facet);
                }
                if !added.list.has(facet, &name.id) && !added.list.excludes(facet, &name.id) {
                    added.list = added.list.toggled(facet, &name.id);
                } else if added.list.excludes(facet, &name.id) {
                    continue;
                }
                let wanted = known.ask(&added).found.len();
                assert_eq!(
                    answer.counts[facet as usize][at] as usize,
                    wanted,
                    "{} + {facet:?} {}",
                    query.print(),
                    name.id
                );
            }
        }
        for (kind, count) in &answer.by_kind {
            let alone = TimelineQuery { kinds: [kind.clone()].into(), ..query.clone() };
            assert_eq!(known.ask(&alone).found.len(), *count, "{} {kind}", query.print());
        }
    }
}

#[test]
fn projects_are_those_of_the_list_and_events_answer_for_themselves() {
    let mut known = known();
    let on_days = ["as-of=2012-01-01", "as-of=2012-01-01&status=ongoing"].map(TimelineQuery::parse);
    for query in questions(&known).into_iter().chain(on_days) {
        let answer = known.ask(&query);
        let found = known.ids(&answer);
        let list = ProjectQuery { page: Page::All, ..query.list.clone() };
        let rows: Vec<u32> = known.catalogue.ordered(&list);
        let projects: BTreeSet<String> =
            if query.kinds.is_empty() || query.kinds.iter().any(|it| it.as_str() == "project") {
                rows.iter().map(|row| format!("project.{}", known.catalogue.listed(*row).id)).collect()
            } else {
                BTreeSet::new()
            };
        let of_projects: BTreeSet<String> = found.iter().filter(|id| id.starts_with("project.")).cloned().collect();
        assert_eq!(of_projects, projects, "{}", query.print());
        // What only projects can answer: an event stays exactly when one of its projects does.
        let mut rest = list.clone();
        rest.text.clear();
        rest.active = Default::default();
        for facet in [Facet::Country, Facet::Year] {
            rest.picked.remove(&facet);
            rest.excluded.remove(&facet);
            rest.all_of.remove(&facet);
        }
        let matching: BTreeSet<Slug> =
            known.catalogue.ordered(&rest).into_iter().map(|row| known.catalogue.listed(row).id).collect();
        for event in known.data.events.values() {
            let kind = event.kind_slug().unwrap();
            let wanted = (query.kinds.is_empty() || query.kinds.contains(&kind))
                && (rest.is_everything() || event.projects.iter().any(|id| matching.contains(id)))
                && fits(&list, Facet::Country, &set(event.countries.iter().map(ToString::to_string)))
                && fits(&list, Facet::Year, &years(event))
                && says(event, &list.text, &known)
                && then(&list, event);
            assert_eq!(found.contains(&format!("event.{}", event.id)), wanted, "{} {}", query.print(), event.id);
        }
    }
}

type Event = atlas::domain::event::Event;

fn set(values: impl Iterator<Item = String>) -> BTreeSet<String> {
    let values: BTreeSet<String> = values.collect();
    if values.is_empty() { ["not-stated".to_owned()].into() } else { values }
}

/// An event is in the years that its date touches; a date without an end, in that of its beginning.
fn years(event: &Event) -> BTreeSet<String> {
    let Some(period) = event.date else { return set(std::iter::empty()) };
    let first = period.start.or(period.end_date()).unwrap();
    let last = period.end_date().unwrap_or(first);
    set((first.year()..=last.year()).map(|year| year.to_string()))
}

fn fits(query: &ProjectQuery, facet: Facet, values: &BTreeSet<String>) -> bool {
    let of = |map: &std::collections::BTreeMap<Facet, BTreeSet<Slug>>| -> BTreeSet<String> {
        map.get(&facet).into_iter().flatten().map(ToString::to_string).collect()
    };
    let (picked, excluded) = (of(&query.picked), of(&query.excluded));
    let picked = picked.is_empty()
        || if query.all_of.contains(&facet) { picked.is_subset(values) } else { !picked.is_disjoint(values) };
    picked && excluded.is_disjoint(values)
}

/// Every word begins a word of what is written about the event.
fn says(event: &Event, text: &str, known: &Known) -> bool {
    let mut written = vec![event.title.clone(), event.kind.clone()];
    written.extend(event.description.clone());
    written.extend(event.city.clone());
    written.extend(event.topics.clone());
    for party in &event.organisers {
        written.push(party.as_written.clone());
        written.extend(party.organisation.as_ref().map(|id| known.data.organisations[id].name.clone()));
    }
    written.extend(event.countries.iter().map(|id| known.data.country(id).unwrap().name.clone()));
    let words: Vec<String> = written.iter().flat_map(|text| known.catalogue.fold(text)).collect();
    known.catalogue.fold(text).iter().all(|word| words.iter().any(|it| it.starts_with(word.as_str())))
}

fn then(query: &ProjectQuery, event: &Event) -> bool {
    let active = query.active;
    if !active.is_asked() {
        return true;
    }
    let Some(period) = event.date else { return false };
    let start = period.start.or(period.end_date()).unwrap();
    let end = period.end_date().unwrap_or(start);
    let (from, to) = if active.certainly { (start.latest(), end.earliest()) } else { (start.earliest(), end.latest()) };
    active.to.is_none_or(|to| from <= to.latest()) && active.from.is_none_or(|begin| to >= begin.earliest())
}

#[test]
fn every_entry_is_drawn_or_said_not_to_be() {
    let mut known = known();
    let all = known.ask(&TimelineQuery::default());
    assert_eq!(all.found.len(), known.timeline.entries.len());
    assert_eq!(all.of, Timeline::count(&known.data));
    let none = Default::default();
    for (_, group, _) in Group::TABLE {
        let names = known.catalogue.names();
        let plot = Plot::new(&known.timeline, &all.found, group, &none, &names);
        assert_eq!(plot.items.len() + plot.undated, all.found.len(), "{group:?}");
        assert!(plot.items.iter().all(|item| !item.groups.is_empty()), "{group:?}: everything has a group");
        let several = plot.items.iter().filter(|item| item.groups.len() > 1).count();
        assert_eq!(several, plot.repeated, "{group:?}");
    }
    let dated = known.timeline.entries.iter().filter(|entry| entry.period().is_some()).count();
    let names = known.catalogue.names();
    // Picked countries are the only groups: what stands in others too stands there no second time.
    let tajikistan = TimelineQuery::of_country(&Slug::new("tajikistan").unwrap());
    let found = known.ask(&tajikistan).found;
    let plot = Plot::new(&known.timeline, &found, Group::Country, &tajikistan.list.picked, &names);
    assert!(plot.repeated == 0 && plot.items.iter().all(|item| item.groups.len() == 1));
    assert_eq!(Plot::new(&known.timeline, &all.found, Group::Nothing, &none, &names).items.len(), dated);
}

#[test]
fn the_list_is_in_order_of_time_and_its_pages_hold_everything_once() {
    let mut known = known();
    let all = known.ask(&TimelineQuery::default());
    let mut seen = Vec::new();
    for page in 1..=all.pages() {
        for (year, entries) in known.timeline.years(&all, page) {
            for at in entries {
                let entry = &known.timeline.entries[at];
                assert_eq!(entry.period().and_then(|period| period.year()), year);
                seen.push(at);
            }
        }
    }
    assert_eq!(seen, (0..known.timeline.entries.len()).collect::<Vec<_>>());
    let years: Vec<Option<i32>> =
        known.timeline.entries.iter().map(|entry| entry.period().and_then(|it| it.year())).collect();
    let dated: Vec<i32> = years.iter().map_while(|year| *year).collect();
    assert!(dated.is_sorted() && years[dated.len()..].iter().all(Option::is_none));
}
