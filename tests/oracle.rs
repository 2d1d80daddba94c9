//! Every answer of the catalogue is that of a naive oracle, which looks at each record of the data set in turn.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use atlas::domain::band::Band;
use atlas::domain::catalogue::Catalogue;
use atlas::domain::catalogue::draft::decompose;
use atlas::domain::dataset::Dataset;
use atlas::domain::date::PartialDate;
use atlas::domain::facet::{DayFacts, Facet};
use atlas::domain::fold;
use atlas::domain::money::Currency;
use atlas::domain::period::End;
use atlas::domain::project::Project;
use atlas::domain::query::{Page, ProjectQuery};
use atlas::domain::read::{FILES, File, read};
use atlas::domain::slug::Slug;
use atlas::domain::sort::Sort;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};
use time::Date;

fn dataset(folder: &str) -> Dataset {
    let texts: Vec<_> = FILES.into_iter().map(|name| (name, fs::read(format!("{folder}/{name}")).unwrap())).collect();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    read(&files).dataset.unwrap()
}

/// What the oracle knows of a project: read once, because a test asks thousands of questions.
struct Known<'d> {
    project: &'d Project,
    words: BTreeSet<String>,
    title: BTreeSet<String>,
}

struct Oracle<'d> {
    data: &'d Dataset,
    known: Vec<Known<'d>>,
}

fn fold(text: &str) -> Vec<String> {
    fold::words(&decompose(text)).collect()
}

impl<'d> Oracle<'d> {
    fn new(data: &'d Dataset) -> Self {
        let known = data.projects.values().map(|project| {
            let mut texts = vec![project.title.clone()];
            texts.extend(project.other_titles.clone());
            texts.extend([&project.objective, &project.target_groups, &project.results].into_iter().flatten().cloned());
            for country in project.countries.iter().filter_map(|id| data.country(id)) {
                texts.extend([country.name.clone(), country.official_name.clone()]);
                texts.extend(country.aliases.clone());
            }
            for kind in project.types.iter().map(|id| &data.types[id]) {
                texts.push(kind.name.clone());
                texts.extend(kind.aliases.clone());
            }
            for (_, party) in project.parties() {
                texts.push(party.as_written.clone());
                for id in party.organisation.iter().flat_map(|id| [id, data.top(id)]) {
                    texts.push(data.organisations[id].name.clone());
                    texts.extend(data.organisations[id].aliases.clone());
                }
            }
            let words = texts.iter().flat_map(|text| fold(text)).collect();
            Known { project, words, title: fold(&project.title).into_iter().collect() }
        });
        Self { data, known: known.collect() }
    }

    fn values(&self, facet: Facet, project: &Project, day: Date) -> BTreeSet<Slug> {
        if !facet.depends_on_day() {
            return facet.values_of(self.data, project);
        }
        let period = project.period.as_ref().and_then(|dated| dated.period);
        DayFacts { period, stated: project.status.as_ref().map(|it| it.status) }.values_of(facet, day)
    }

    /// The project passes everything, `but` for one facet's own picks.
    fn passes(&self, known: &Known<'_>, query: &ProjectQuery, but: Option<Facet>) -> bool {
        let project = known.project;
        if query.only_picks {
            return query.picks.contains(&project.id);
        }
        let day = query.as_of.unwrap_or(self.data.meta.as_of);
        let words = fold(&query.text).iter().all(|wanted| known.words.iter().any(|word| word.starts_with(wanted)));
        let facets = Facet::ALL.into_iter().all(|facet| {
            let values = self.values(facet, project, day);
            let picked = query.picked.get(&facet).cloned().unwrap_or_default();
            let all = query.all_of.contains(&facet);
            let own = if all { picked.is_subset(&values) } else { picked.is_empty() || !picked.is_disjoint(&values) };
            let excluded = query.excluded.get(&facet).is_some_and(|excluded| !excluded.is_disjoint(&values));
            !excluded && (own || (but == Some(facet) && !all))
        });
        words && facets && active(project, query) && affordable(project, query)
    }

    fn ids(&self, query: &ProjectQuery) -> Vec<&Slug> {
        let mut found: Vec<&Known<'_>> = self.known.iter().filter(|it| self.passes(it, query, None)).collect();
        found.sort_by(|a, b| a.project.id.cmp(&b.project.id));
        let period = |it: &Known<'_>| it.project.period.as_ref().and_then(|dated| dated.period);
        let start = |it: &Known<'_>| period(it).and_then(|it| it.start).map(|it| it.earliest());
        let end = |it: &Known<'_>| period(it).and_then(|it| it.end_date()).map(|it| it.latest());
        let sum = |it: &Known<'_>| {
            it.project.budget.as_ref().and_then(|it| it.money).map(|it| (it.currency.code().to_owned(), it.hundredths))
        };
        let country = |it: &Known<'_>| match it.project.countries.as_slice() {
            [] => None,
            [one] => Some((0, self.data.countries.iter().position(|it| it.id == *one).unwrap())),
            several => Some((1, several.len())),
        };
        let checked = |it: &Known<'_>| it.project.sources.iter().map(|it| it.seen).max();
        // A list of ticked projects asks for no words.
        let text = if query.only_picks { "" } else { &query.text };
        let wanted: BTreeSet<String> = fold(text).into_iter().collect();
        let hits = |it: &Known<'_>| {
            let hit = |wanted: &&String| it.title.iter().any(|word| word.starts_with(*wanted));
            usize::MAX - wanted.iter().filter(hit).count()
        };
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
                found.sort_by_key(|it| hits(it));
            }
            // The alphabet is a library's; its order is looked at in a test of its own.
            Sort::Title | Sort::TitleBack => {}
        }
        found.iter().map(|it| &it.project.id).collect()
    }
}

/// Sorts, the missing last in both directions, equal ones as they were.
fn by<K: Ord>(found: &mut [&Known<'_>], key: impl Fn(&Known<'_>) -> Option<K>, descending: bool) {
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

/// Active in the period that is asked for, day by day: on some day of it that is possibly, or certainly, its own.
fn active(project: &Project, query: &ProjectQuery) -> bool {
    let asked = &query.active;
    if asked.from.is_none() && asked.to.is_none() {
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
        (true, Some(start), End::Unknown) => (start.latest(), start.latest()),
        (true, None, End::On(end)) => (end.earliest(), end.earliest()),
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

/// Random questions whose parts occur in the data.
fn questions(oracle: &Oracle<'_>) -> impl Strategy<Value = ProjectQuery> + use<> {
    let day = oracle.data.meta.as_of;
    let mut values: BTreeMap<Facet, BTreeSet<Slug>> = BTreeMap::new();
    for known in &oracle.known {
        for facet in Facet::ALL {
            values.entry(facet).or_default().extend(oracle.values(facet, known.project, day));
        }
    }
    for values in values.values_mut() {
        values.extend([Slug::new("nothing-has-this").unwrap(), Slug::new(Facet::NOT_STATED).unwrap()]);
    }
    let picks = values
        .into_iter()
        .map(|(facet, values)| {
            let values: Vec<Slug> = values.into_iter().collect();
            let some = subsequence(values.clone(), 0..=values.len().min(3));
            let none = subsequence(values, 0..=1);
            (prop::bool::weighted(0.25), some, prop::bool::weighted(0.15), none, prop::bool::weighted(0.2)).prop_map(
                move |(pick, some, exclude, none, all)| (facet, pick.then_some(some), exclude.then_some(none), all),
            )
        })
        .collect::<Vec<_>>();
    let words = select(vec![
        "",
        "",
        "",
        "",
        "court",
        "a",
        "rule of law",
        "JUSTICE ref",
        "кыргыз",
        "Kyrgyzstan",
        "legal aid",
        "zzz",
        "EU",
        "court c",
        "training judges",
    ]);
    let date = || {
        prop::option::weighted(0.25, select(vec!["1999", "2010", "2014-07", "2016", "2016-02-29", "2018-12", "2023"]))
            .prop_map(|it| it.and_then(PartialDate::parse))
    };
    let days = select(vec!["1999-01-01", "2012-06-30", "2016-01-01", "2026-11-22", "2040-01-01"]);
    let as_of = prop::option::weighted(0.3, days).prop_map(|it| it.and_then(atlas::domain::date::parse_day));
    let sum = || prop::option::weighted(0.5, select(vec![0, 99_999, 100_000, 1_000_000, 5_000_000]));
    let currency = prop::option::weighted(0.15, select(vec!["EUR", "USD", "GBP", "JPY", "KZT"]))
        .prop_map(|it| it.and_then(Currency::parse));
    let sort = prop::option::of(select(Sort::TABLE.map(|row| row.1).to_vec()));
    let ids: Vec<Slug> = oracle.data.projects.keys().cloned().collect();
    let ticked = (prop::bool::weighted(0.05), subsequence(ids.clone(), 0..=ids.len().min(4)));
    (picks, words, (date(), date(), any::<bool>()), (currency, sum(), sum()), as_of, sort, ticked).prop_map(
        |(picks, words, (from, to, certainly), (currency, min, max), as_of, sort, (only, ticked))| {
            let mut query = ProjectQuery { text: words.to_owned(), as_of, sort, ..ProjectQuery::default() };
            for (facet, some, none, all) in picks {
                query.picked.insert(facet, some.unwrap_or_default().into_iter().collect());
                query.excluded.insert(facet, none.unwrap_or_default().into_iter().collect());
                if all && facet.has_several() {
                    query.all_of.insert(facet);
                }
            }
            (query.active.from, query.active.to, query.active.certainly) = (from, to, certainly);
            (query.budget.currency, query.budget.min, query.budget.max) = (currency, min, max);
            (query.only_picks, query.picks) = (only, ticked);
            // In its one form, as an address gives it.
            ProjectQuery::parse(query.changed(|_| ()).print().trim_start_matches('?'))
        },
    )
}

fn agree(folder: &str, cases: u32) {
    let data = dataset(folder);
    let oracle = Oracle::new(&data);
    let files = Catalogue::files(&data);
    let mut catalogue = Catalogue::from_bytes(&files.columns, data.meta.as_of, decompose).unwrap();
    catalogue.add_words(&files.words).unwrap();
    let catalogue = std::cell::RefCell::new(catalogue);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    TestRunner::new(config)
        .run(&questions(&oracle), |query| {
            let mut catalogue = catalogue.borrow_mut();
            let expected = oracle.ids(&query);
            let results = catalogue.run(&query);
            prop_assert_eq!(results.total, expected.len(), "{}", query.print());
            let listed: Vec<Slug> = catalogue.ordered(&query).into_iter().map(|row| catalogue.listed(row).id).collect();
            if matches!(query.order(), Sort::Title | Sort::TitleBack) {
                prop_assert_eq!(
                    listed.iter().collect::<BTreeSet<_>>(),
                    expected.iter().copied().collect::<BTreeSet<_>>()
                );
            } else {
                prop_assert_eq!(listed.iter().collect::<Vec<_>>(), expected, "{}", query.print());
            }
            let shown: Vec<Slug> = results.rows.iter().map(|row| catalogue.listed(*row).id).collect();
            prop_assert_eq!(&shown[..], &listed[..listed.len().min(Page::SIZE)]);
            if query.only_picks {
                return Ok(());
            }
            let names = catalogue.names();
            let day = query.as_of.unwrap_or(data.meta.as_of);
            for facet in Facet::ALL {
                let mut counts: BTreeMap<Slug, u32> = BTreeMap::new();
                for known in oracle.known.iter().filter(|it| oracle.passes(it, &query, Some(facet))) {
                    for value in oracle.values(facet, known.project, day) {
                        *counts.entry(value).or_default() += 1;
                    }
                }
                for (name, count) in names.of(facet).iter().zip(&results.counts[facet as usize]) {
                    let expected = counts.remove(&name.id).unwrap_or(0);
                    prop_assert_eq!(*count, expected, "{} {} of {}", facet.key(), name.id, query.print());
                }
                prop_assert!(counts.is_empty(), "{} lacks {:?}", facet.key(), counts);
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_answer_over_the_bundled_data_is_the_oracles() {
    agree("public/data", cases(300));
}

#[test]
fn every_answer_over_a_few_records_is_the_oracles() {
    agree("tests/fixtures/data", cases(10_000));
}

/// How many questions are asked: `CASES` overrides.
fn cases(usual: u32) -> u32 {
    env::var("CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(usual)
}

#[test]
fn the_count_beside_an_option_is_the_length_of_the_list_that_it_opens() {
    let data = dataset("public/data");
    let mut catalogue = Catalogue::of(&data);
    for asked in [
        "",
        "q=court",
        "country=tajikistan&year=2014",
        "not-donor=european-union&as-of=2016-01-01",
        "all=country&country=tajikistan",
    ] {
        let query = ProjectQuery::parse(asked);
        let counts = catalogue.run(&query).counts;
        for facet in Facet::ALL {
            let names = catalogue.names();
            for (name, count) in names.of(facet).iter().zip(&counts[facet as usize]) {
                let mut with = query.clone();
                if !with.all_of.contains(&facet) {
                    with.picked.remove(&facet);
                }
                with.picked.entry(facet).or_default().insert(name.id.clone());
                assert_eq!(catalogue.total(&with), *count as usize, "{asked} and {} {}", facet.key(), name.id);
            }
        }
    }
}

#[test]
fn titles_are_sorted_as_people_sort_them() {
    let data = dataset("public/data");
    let mut catalogue = Catalogue::of(&data);
    let rows = catalogue.ordered(&ProjectQuery::parse("sort=title"));
    let titles: Vec<String> = rows.iter().map(|row| catalogue.listed(*row).title).collect();
    let first_letters = titles.iter().filter_map(|title| title.chars().find(|c| c.is_alphanumeric()));
    let letters: Vec<char> = first_letters.flat_map(char::to_lowercase).filter(char::is_ascii).collect();
    assert!(letters.len() > 200 && letters.is_sorted(), "{letters:?}");
    let mut back = catalogue.ordered(&ProjectQuery::parse("sort=title-back"));
    back.reverse();
    let again: BTreeSet<u32> = back.iter().copied().collect();
    assert_eq!(again.len(), rows.len());
    // Case and quotes do not matter: no capital stands before all small letters.
    let mut sorted = titles.clone();
    sorted.sort();
    assert_ne!(sorted, titles);
}

#[test]
fn words_are_found_by_aliases_across_scripts_and_what_else_they_mean_is_said() {
    let data = dataset("public/data");
    let mut catalogue = Catalogue::of(&data);
    let total = |catalogue: &mut Catalogue, query: &str| catalogue.total(&ProjectQuery::parse(query));
    let kyrgyz = total(&mut catalogue, "country=kyrgyz-republic");
    for word in ["kyrgyzstan", "КЫРГЫЗСТАН", "kyrgyz republic", "Кыргызская"] {
        assert!(total(&mut catalogue, &format!("q={word}")) >= kyrgyz, "{word}");
    }
    assert_eq!(total(&mut catalogue, "q=oʻzbekiston"), total(&mut catalogue, "q=O'zbekiston"));
    assert!(total(&mut catalogue, "q=coe") > 5);
    let words = catalogue.fold("Кыргызстан");
    assert_eq!(catalogue.names().also(&words), ["Kyrgyz Republic"]);
    let words = catalogue.fold("coe");
    assert!(catalogue.names().also(&words).contains(&"Council of Europe"));
    let words = catalogue.fold("kazakhstan");
    assert!(!catalogue.names().also(&words).contains(&"Kazakhstan"), "its own name is nothing else");
}

#[test]
fn a_slip_is_met_with_a_suggestion_and_never_mixed_in() {
    let data = dataset("public/data");
    let mut catalogue = Catalogue::of(&data);
    let asked = ProjectQuery::parse("q=prosecuters+training");
    assert_eq!(catalogue.total(&asked), 0);
    let (meant, count) = catalogue.did_you_mean(&asked).unwrap();
    assert_eq!(meant.text, "prosecutors training");
    assert_eq!(catalogue.total(&meant), count);
    assert_eq!(catalogue.did_you_mean(&ProjectQuery::parse("q=qqqqqqqqqqq")), None);
    let (part, count) =
        catalogue.best_removal(&ProjectQuery::parse("q=zzzz&country=kazakhstan&type=judicial-reform")).unwrap();
    let without = ProjectQuery::parse("q=zzzz&country=kazakhstan&type=judicial-reform").without(&part);
    assert_eq!((without.text.as_str(), catalogue.total(&without)), ("", count));
}

#[test]
fn sums_are_per_currency_over_budgets_of_the_projects_own() {
    let data = dataset("public/data");
    let mut catalogue = Catalogue::of(&data);
    for sum in catalogue.run(&ProjectQuery::parse("country=kazakhstan")).sums {
        use atlas::domain::budget::Covers;
        let own = data.projects.values().filter(|it| it.countries.iter().any(|it| it.as_str() == "kazakhstan"));
        let own = own.filter_map(|it| it.budget.as_ref());
        let own = own.filter(|it| !matches!(it.covers, Covers::Group | Covers::PerGrant | Covers::Programme));
        let own: Vec<u64> = own
            .filter_map(|it| it.money)
            .filter(|it| it.currency == sum.money.currency)
            .map(|it| it.hundredths)
            .collect();
        assert_eq!((sum.money.hundredths, sum.projects), (own.iter().sum(), own.len()));
    }
    let bands = catalogue.names();
    assert!(bands.of(Facet::Budget).iter().filter_map(|it| Band::parse(it.id.as_str())).count() > 4);
}
