//! Every number of a figure is the length of the list that it opens, and what plain loops over the records count.

// A test that meets what it did not expect must stop.
#![allow(clippy::print_stdout)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use atlas::domain::budget::Covers;
use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::facet::Facet;
use atlas::domain::figures::active::Activity;
use atlas::domain::figures::matrix::Matrix;
use atlas::domain::figures::money::MoneyStated;
use atlas::domain::project::Project;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{FILES, File, read};
use atlas::domain::slug::Slug;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

fn dataset(folder: &str) -> Dataset {
    let texts = FILES.map(|name| (name, fs::read(format!("{folder}/{name}")).unwrap()));
    read(&texts.each_ref().map(|(name, bytes)| File { name, bytes }), "en").dataset.unwrap()
}

/// Random projects from the generator.
fn sample(name: &str, projects: usize) -> Dataset {
    let folder = std::env::temp_dir().join(format!("atlas-figures-{}-{name}", std::process::id()));
    let mut call = Command::new(env!("CARGO_BIN_EXE_atlas"));
    let done = call.args(["sample", "--projects", &projects.to_string(), "--out"]).arg(&folder).output().unwrap();
    assert!(done.status.success());
    let dataset = dataset(folder.to_str().unwrap());
    fs::remove_dir_all(folder).unwrap();
    dataset
}

/// `test` names the test, which has a folder of its own.
fn data_sets(test: &str) -> [(&'static str, Dataset); 3] {
    let bundled = dataset("public/data");
    [("bundled", bundled), ("fixtures", dataset("tests/fixtures/data")), ("sample", sample(test, 400))]
}

/// Each country, and none.
fn scopes(data: &Dataset) -> Vec<Option<Slug>> {
    data.countries.iter().map(|country| Some(country.id.clone())).chain([None]).collect()
}

fn is_in(project: &Project, country: &Slug) -> bool {
    project.countries.contains(country) || (country.as_str() == Facet::NOT_STATED && project.countries.is_empty())
}

#[test]
fn every_year_of_the_activity_is_the_list_that_it_opens() {
    for (name, data) in data_sets("active") {
        let mut catalogue = Catalogue::of(&data);
        for scope in scopes(&data) {
            let activity = Activity::of(&mut catalogue, scope.as_ref());
            let nowhere = usize::from(data.projects.values().any(|project| project.countries.is_empty()));
            assert_eq!(activity.strips.len(), scope.as_ref().map_or(data.countries.len() + nowhere, |_| 1), "{name}");
            assert_eq!(activity.undated, catalogue.total(&Activity::undated_query()), "{name}");
            for strip in &activity.strips {
                let years: Vec<i32> = strip.years.iter().map(|it| it.year).collect();
                assert_eq!(*years.last().unwrap(), data.meta.as_of.year());
                assert!(years.len() <= 40 && years.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{name}: {years:?}");
                for it in &strip.years {
                    let place = format!("{name}: {} in {}", strip.country, it.year);
                    assert_eq!(it.certainly, catalogue.total(&strip.query(it.year, true)), "{place}, certainly");
                    assert_eq!(it.possibly, catalogue.total(&strip.query(it.year, false)), "{place}, possibly");
                    assert!(it.certainly <= it.possibly && it.possibly <= activity.most(), "{place}");
                }
                assert_eq!(strip.undated, catalogue.total(&strip.undated_query()), "{name}: {}", strip.country);
                let undated = data.projects.values().filter(|project| {
                    is_in(project, &strip.country) && project.period.as_ref().is_none_or(|it| it.period.is_none())
                });
                assert_eq!(strip.undated, undated.count(), "{name}: {}", strip.country);
            }
        }
    }
}

#[test]
fn a_dated_project_is_in_some_year_of_its_country() {
    let data = dataset("public/data");
    let activity = Activity::of(&mut Catalogue::of(&data), None);
    let dated = data.projects.values().filter(|it| it.period.as_ref().is_some_and(|it| it.period.is_some()));
    assert_eq!(dated.count() + activity.undated, data.projects.len());
    let first = activity.strips[0].years[0].year;
    let dates = data.projects.values().filter_map(|it| it.period.as_ref()?.period?.year());
    assert_eq!(dates.min(), Some(first));
}

#[test]
fn every_sum_says_over_how_many_of_the_list_that_it_opens() {
    for (name, data) in data_sets("money") {
        let mut catalogue = Catalogue::of(&data);
        for scope in scopes(&data) {
            let money = MoneyStated::of(&mut catalogue, scope.as_ref());
            let projects: Vec<&Project> =
                data.projects.values().filter(|it| scope.as_ref().is_none_or(|scope| is_in(it, scope))).collect();
            assert_eq!(money.of, projects.len(), "{name}");
            assert_eq!(money.summed, money.panels.iter().map(|panel| panel.sum.projects).sum::<usize>(), "{name}");
            for panel in &money.panels {
                let place = format!("{name}: {scope:?} in {}", panel.currency.code());
                // What the sums are over, counted by hand.
                let own = |project: &&&Project| {
                    let budget = project.budget.as_ref();
                    let other = |it| matches!(it, Covers::Group | Covers::PerGrant | Covers::Programme);
                    budget
                        .is_some_and(|it| !other(it.covers) && it.money.is_some_and(|it| it.currency == panel.currency))
                };
                let cents = |project: &&Project| project.budget.as_ref().unwrap().money.unwrap().hundredths;
                assert_eq!(panel.sum.projects, projects.iter().filter(own).count(), "{place}");
                assert_eq!(panel.sum.money.hundredths, projects.iter().filter(own).map(cents).sum::<u64>(), "{place}");
                assert_eq!(panel.stated, catalogue.total(&panel.query), "{place}");
                for it in &panel.donors {
                    let place = format!("{place} by {}", it.donor);
                    assert_eq!(it.stated, catalogue.total(&it.query), "{place}");
                    assert!(it.sum.projects <= it.stated && it.sum.money <= panel.most(), "{place}");
                    let donor = it.donor.clone();
                    let by = |it: &&&Project| Facet::Donor.values_of(&data, it).contains(&donor);
                    let sum: u64 = projects.iter().filter(own).filter(by).map(cents).sum();
                    assert_eq!(it.sum.money.hundredths, sum, "{place}");
                }
            }
        }
    }
}

#[test]
fn every_cell_of_the_matrix_is_the_list_that_it_opens() {
    for (name, data) in data_sets("matrix") {
        let mut catalogue = Catalogue::of(&data);
        let matrix = Matrix::of(&mut catalogue);
        assert_eq!(matrix.all, catalogue.total(&Matrix::query(None, None)), "{name}");
        for (country, total) in &matrix.countries {
            assert_eq!(*total, catalogue.total(&Matrix::query(None, Some(country))), "{name}: {country}");
        }
        for row in &matrix.rows {
            assert_eq!(row.total, catalogue.total(&Matrix::query(Some(&row.kind), None)), "{name}: {}", row.kind);
            for ((country, _), count) in matrix.countries.iter().zip(&row.cells) {
                let query = Matrix::query(Some(&row.kind), Some(country));
                assert_eq!(*count, catalogue.total(&query), "{name}: {} in {country}", row.kind);
            }
        }
        let types = data.types.keys().filter(|id| data.projects.values().any(|it| it.types.contains(id)));
        let none = data.projects.values().any(|it| it.types.is_empty());
        assert_eq!(matrix.rows.len(), types.count() + usize::from(none), "{name}");
    }
}

#[test]
fn figures_over_no_project_are_empty() {
    let mut data = dataset("tests/fixtures/data");
    data.projects.clear();
    let mut catalogue = Catalogue::of(&data);
    assert_eq!(Activity::of(&mut catalogue, None).most(), 0);
    assert!(MoneyStated::of(&mut catalogue, None).panels.is_empty());
    assert!(Matrix::of(&mut catalogue).rows.is_empty());
}

#[test]
fn an_as_of_date_asked_before_changes_no_figure() {
    let data = dataset("public/data");
    let mut catalogue = Catalogue::of(&data);
    let before = (Activity::of(&mut catalogue, None), Matrix::of(&mut catalogue));
    catalogue.run(&ProjectQuery::parse("as-of=2009-01-01&year=2005"));
    assert_eq!(before, (Activity::of(&mut catalogue, None), Matrix::of(&mut catalogue)));
}

#[test]
fn ten_thousand_projects_are_counted_at_once() {
    let data = sample("many", 10_000);
    let mut catalogue = Catalogue::of(&data);
    catalogue.run(&ProjectQuery::default());
    let began = Instant::now();
    let activity = Activity::of(&mut catalogue, None);
    let first = began.elapsed();
    let money = MoneyStated::of(&mut catalogue, None);
    let second = began.elapsed() - first;
    let matrix = Matrix::of(&mut catalogue);
    let all = began.elapsed();
    println!("activity {first:?}, money {second:?}, matrix {:?}", all - first - second);
    assert!(activity.most() > 0 && !money.panels.is_empty() && !matrix.rows.is_empty());
    // Without optimisation, on a machine with other things to do.
    assert!(all < Duration::from_secs(2), "{all:?}");
}
