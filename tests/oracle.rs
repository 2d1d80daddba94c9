//! Every answer of the catalogue is that of a naive oracle, which looks at each record of the data set in turn.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod naive;

use atlas::domain::band::Band;
use atlas::domain::catalogue::Catalogue;
use atlas::domain::catalogue::draft::decompose;
use atlas::domain::dataset::Dataset;
use atlas::domain::date::PartialDate;
use atlas::domain::facet::Facet;
use atlas::domain::money::Currency;
use atlas::domain::part::Part;
use atlas::domain::query::{Page, ProjectQuery};
use atlas::domain::read::{FILES, File, read};
use atlas::domain::slug::Slug;
use atlas::domain::sort::Sort;
use atlas::domain::tongue::Tongue;
use naive::Oracle;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

fn dataset(folder: &str) -> Dataset {
    let texts: Vec<_> = FILES.into_iter().map(|name| (name, fs::read(format!("{folder}/{name}")).unwrap())).collect();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    read(&files, Tongue::PLAIN).dataset.unwrap()
}

/// Random questions whose parts occur in the data.
fn questions(oracle: &Oracle) -> impl Strategy<Value = ProjectQuery> + use<> {
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
            ProjectQuery::parse(query.print().trim_start_matches('?'))
        },
    )
}

fn agree(folder: &str, cases: u32) {
    let oracle = Oracle::of(folder);
    let data = oracle.data;
    let files = Catalogue::files(data);
    let mut catalogue = Catalogue::from_bytes(&files.columns, data.meta.as_of, decompose).unwrap();
    catalogue.add_words(files.words).unwrap();
    let catalogue = std::cell::RefCell::new(catalogue);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    TestRunner::new(config)
        .run(&questions(&oracle), |query| {
            let mut catalogue = catalogue.borrow_mut();
            let expected = oracle.ids(&query);
            let results = catalogue.run(&query);
            prop_assert_eq!(results.total, expected.len(), "{}", query.print());
            let listed: Vec<Slug> = catalogue.ordered(&query).into_iter().map(|row| catalogue.listed(row).id).collect();
            prop_assert_eq!(listed.iter().collect::<Vec<_>>(), expected, "{}", query.print());
            let first = catalogue.first(&query, 7);
            prop_assert_eq!(first, catalogue.ordered(&query).into_iter().take(7).collect::<Vec<_>>());
            let shown: Vec<Slug> = results.rows.iter().map(|row| catalogue.listed(*row).id).collect();
            prop_assert_eq!(&shown[..], &listed[..listed.len().min(Page::SIZE)]);
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
        "country=tajikistan&q=court&pick=rolpro-1-kg&picked=yes",
    ] {
        let query = ProjectQuery::parse(asked);
        let counts = catalogue.run(&query).counts;
        for facet in Facet::ALL {
            let names = catalogue.names();
            for (name, count) in names.of(facet).iter().zip(&counts[facet as usize]) {
                let mut with = query.changed(|_| ());
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
    for (word, body) in [("ЕС", "European Union"), ("ПРООН", "United Nations Development Programme")] {
        assert!(total(&mut catalogue, &format!("q={word}")) > 5, "{word}");
        let words = catalogue.fold(word);
        assert!(catalogue.names().also(&words).contains(&body), "{word}");
    }
}

#[test]
fn a_body_is_found_by_the_names_of_its_parts() {
    let data = dataset("public/data");
    let mut catalogue = Catalogue::of(&data);
    catalogue.run(&ProjectQuery::default());
    let names = catalogue.names();
    for (part, whole, id) in [("USAID", "United States", "united-states"), ("bmz", "Germany", "germany")] {
        let words = catalogue.fold(part);
        assert!(names.also(&words).contains(&whole), "{part}");
        let place = names.place(Facet::Donor, &Slug::new(id).unwrap()).unwrap();
        assert_eq!(names.of(Facet::Donor)[place].name, whole);
        assert!(names.spelled(Facet::Donor)[place].aliases.contains(&words), "{part}");
    }
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
    assert_eq!(catalogue.did_you_mean(&ProjectQuery::parse("q=prosecuters&pick=nobody&picked=yes")), None);
    let asked = ProjectQuery::parse("q=zzzz&country=kazakhstan&type=judicial-reform");
    let removal = catalogue.best_removal(&asked).unwrap();
    assert_eq!((removal.parts, &removal.without), (vec![Part::Text], &asked.without(&Part::Text)));
    assert_eq!(catalogue.total(&removal.without), removal.total);
    // The day is taken away where that helps, and only there.
    let mut parts = |asked: &str| catalogue.best_removal(&ProjectQuery::parse(asked)).map(|it| it.parts);
    assert_eq!(parts("as-of=1980-01-01&status=completed&not-status=forecast"), Some(vec![Part::AsOf]));
    assert_eq!(parts("as-of=1980-01-01&q=zzzz"), Some(vec![Part::Text]));
    // Where no single filter is in the way, two are.
    let nobody = Part::Picked(Facet::Donor, Slug::new("nobody").unwrap());
    assert_eq!(parts("q=zzzz&donor=nobody&country=kazakhstan"), Some(vec![Part::Text, nobody]));
    assert_eq!(parts("q=zzzz&donor=nobody&implementer=nobody"), None);
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

#[test]
fn what_is_prepared_in_parts_answers_as_what_is_prepared_at_once() {
    let oracle = Oracle::of("public/data");
    let bytes = Catalogue::files(oracle.data).columns;
    let day = oracle.data.meta.as_of;
    let open = || Catalogue::open(&bytes, day, decompose).unwrap();
    let mut whole = Catalogue::from_bytes(&bytes, day, decompose).unwrap();
    let mut parts = open();
    let mut turns = 1;
    while parts.prepare(100) {
        turns += 1;
    }
    assert!(turns > whole.len() / 100, "{turns}");
    let all = ProjectQuery::default();
    assert_eq!(parts.run(&all), whole.run(&all));
    // Half prepared for one day and asked about another.
    let mut half = open();
    assert!(half.prepare(whole.len() + 1));
    for asked in ["as-of=2014-06-01&status=ongoing", "", "as-of=2014-06-01"] {
        let query = ProjectQuery::parse(asked);
        assert_eq!(half.run(&query), whole.run(&query), "{asked}");
    }
}
