//! (data set, question) → [`Results`]: everything that the list shows, nothing that it must compute.

use super::dataset::Dataset;
use super::facet::Facet;
use super::project::Project;
use super::query::{ProjectQuery, Sort};
use super::slug::Slug;
use super::sorted::{map_of, set_of, sorted_by_key};
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// The matching projects, in order.
    pub rows: Vec<Slug>,
    /// For each facet the values that occur in the data set or are picked, and how many projects the list would hold
    /// if the value were picked alone in its facet: the other facets apply, its own does not.
    pub counts: BTreeMap<Facet, BTreeMap<Slug, usize>>,
    /// How many projects there are in all.
    pub of: usize,
}

/// The words of every project, folded once so that a question does not fold them again.
pub struct Index {
    words: BTreeMap<Slug, Vec<String>>,
}

impl Index {
    /// Folds the titles, texts, countries, types and organisations (with aliases) of all projects.
    pub fn new(dataset: &Dataset) -> Self {
        let projects = dataset.projects.values();
        Self { words: map_of(projects.map(|project| (project.id.clone(), words_of(dataset, project)))) }
    }

    fn matches(&self, project: &Slug, wanted: &[String]) -> bool {
        let words = self.words.get(project).map(Vec::as_slice).unwrap_or_default();
        wanted.iter().all(|prefix| {
            let at = words.partition_point(|word| word < prefix);
            words.get(at).is_some_and(|word| word.starts_with(prefix.as_str()))
        })
    }
}

/// Answers `query` as of a day.
pub fn run(dataset: &Dataset, index: &Index, query: &ProjectQuery, as_of: Date) -> Results {
    let wanted: Vec<String> = fold(&query.text).collect();
    let mut counts: BTreeMap<Facet, BTreeMap<Slug, usize>> = map_of(Facet::ALL.into_iter().map(|facet| {
        let picked = query.picked.get(&facet).into_iter().flatten();
        (facet, map_of(picked.map(|value| (value.clone(), 0))))
    }));
    let mut rows = Vec::new();
    for project in dataset.projects.values() {
        let values = Facet::ALL.map(|facet| facet.values_of(dataset, project, as_of));
        let passes = |facet: Facet, values: &BTreeSet<Slug>| {
            query.picked.get(&facet).is_none_or(|picked| !picked.is_disjoint(values))
        };
        let text = wanted.is_empty() || index.matches(&project.id, &wanted);
        let missed = Facet::ALL.into_iter().zip(&values).filter(|(facet, values)| !passes(*facet, values));
        let missed: Vec<Facet> = missed.map(|(facet, _)| facet).collect();
        for (facet, values) in Facet::ALL.into_iter().zip(values) {
            let counted = text && missed.iter().all(|other| *other == facet);
            let counts = counts.entry(facet).or_default();
            for value in values {
                *counts.entry(value).or_default() += usize::from(counted);
            }
        }
        if text && missed.is_empty() {
            rows.push(project);
        }
    }
    let rows = sorted(rows, query.sort);
    Results { rows: rows.into_iter().map(|project| project.id.clone()).collect(), counts, of: dataset.projects.len() }
}

/// Sorts projects. What has no date comes last in every order; ties are by title, then by id.
pub fn sorted(rows: Vec<&Project>, sort: Sort) -> Vec<&Project> {
    sorted_by_key(rows, |project| {
        let period = project.period.as_ref().and_then(|dated| dated.period);
        let start = period.and_then(|period| period.start).map(|date| date.earliest().to_julian_day());
        let end = period.and_then(|period| period.end_date()).map(|date| date.latest().to_julian_day());
        let day = match sort {
            Sort::Title => None,
            Sort::Newest => start.map(|day| -day),
            Sort::Oldest => start,
            Sort::End => end.map(|day| -day),
        };
        (day.is_none(), day, sort_title(&project.title), project.id.clone())
    })
}

/// A title as it is sorted: without case and without the quotes that it may begin with.
fn sort_title(title: &str) -> String {
    title.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn words_of(dataset: &Dataset, project: &Project) -> Vec<String> {
    let mut texts: Vec<&str> = vec![&project.title];
    texts.extend(project.other_titles.iter().map(String::as_str));
    texts.extend(
        [&project.objective, &project.target_groups, &project.results].into_iter().flatten().map(String::as_str),
    );
    for country in project.countries.iter().filter_map(|id| dataset.country(id)) {
        texts.push(&country.name);
        texts.extend(country.aliases.iter().map(String::as_str));
    }
    for kind in project.types.iter().filter_map(|id| dataset.types.get(id)) {
        texts.push(&kind.name);
        texts.extend(kind.aliases.iter().map(String::as_str));
    }
    for (_, party) in project.parties() {
        texts.push(&party.as_written);
        if let Some(organisation) = party.organisation.as_ref().and_then(|id| dataset.organisations.get(id)) {
            texts.push(&organisation.name);
            texts.extend(organisation.aliases.iter().map(String::as_str));
        }
    }
    set_of(texts.into_iter().flat_map(fold)).into_iter().collect()
}

/// The words of a text as they are compared: lower case, ё as е, apostrophes of all shapes dropped.
pub fn fold(text: &str) -> impl Iterator<Item = String> {
    let folded: String = text
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`'))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect();
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::read::{File, read};

    /// Four projects in two countries, one without a country.
    fn dataset() -> Dataset {
        let sources = r#""sources": [{"publisher": "p", "url": "https://example.org/", "seen": "2020-01-01"}]"#;
        let country =
            |id: &str| format!(r#"{{"id": "{id}", "code": "X", "name": "{id}", "official_name": "x", {sources}}}"#);
        let project =
            |id: &str, title: &str, rest: &str| format!(r#"{{"id": "{id}", "title": "{title}", {rest} {sources}}}"#);
        let projects = [
            project(
                "a",
                "Judges’ training",
                r#""countries": ["kz"], "types": ["law"], "period": {"edtf": "2014/2016"},"#,
            ),
            project(
                "b",
                "Bailiffs",
                r#""countries": ["kz", "tj"], "period": {"edtf": "2018/.."}, "donors": [{"org": "usaid", "as_written": "USAID"}],"#,
            ),
            project("c", "«Ёлка» clinic", r#""types": ["law"], "period": {"edtf": "/2012"},"#),
            project("d", "Aid", r#""countries": ["tj"], "types": ["law"],"#),
        ];
        let texts = [
            ("atlas.json", r#"{"schema_version": 1, "title": "T", "data_version": "1", "as_of": "2020-01-01", "publisher": "P", "licence": "L", "licence_url": "https://example.org/"}"#.to_owned()),
            ("countries.json", format!("[{},{}]", country("kz"), country("tj"))),
            ("envelopes.json", "[]".into()),
            ("organisations.json", r#"[{"id": "us", "name": "United States"}, {"id": "usaid", "name": "USAID", "aliases": ["Agency for International Development"], "part_of": "us"}]"#.into()),
            ("types.json", r#"[{"id": "law", "name": "Law"}]"#.into()),
            ("projects.json", format!("[{}]", projects.join(","))),
            ("events.json", "[]".into()),
            ("documents.json", "[]".into()),
        ];
        let files: Vec<File<'_>> = texts.iter().map(|(name, text)| File { name, bytes: text.as_bytes() }).collect();
        let reading = read(&files);
        assert_eq!(reading.problems, []);
        reading.dataset.unwrap()
    }

    fn results(query: &str) -> Results {
        let dataset = dataset();
        run(&dataset, &Index::new(&dataset), &ProjectQuery::parse(query), dataset.meta.as_of)
    }

    #[track_caller]
    fn case(query: &str, rows: &[&str]) {
        assert_eq!(results(query).rows.iter().map(Slug::as_str).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn facets_are_anded_and_their_values_ored() {
        case("", &["b", "a", "d", "c"]);
        case("country=kz", &["b", "a"]);
        case("country=kz&country=tj", &["b", "a", "d"]);
        case("country=kz&country=tj&type=law", &["a", "d"]);
        case("country=not-stated", &["c"]);
        case("donor=us", &["b"]);
        case("status=completed", &["a", "c"]);
        case("status=not-stated", &["d"]);
        case("country=nowhere", &[]);
    }

    #[test]
    fn words_are_prefixes_without_case_or_apostrophes() {
        case("q=JUDGES", &["a"]);
        case("q=judg+train", &["a"]);
        case("q=judge's", &["a"]);
        case("q=елка", &["c"]);
        case("q=raining", &[]);
        case("q=international+develop", &["b"]);
    }

    #[test]
    fn missing_dates_come_last_in_every_order() {
        case("sort=oldest", &["a", "b", "d", "c"]);
        case("sort=end", &["a", "c", "d", "b"]);
        case("sort=title", &["d", "b", "a", "c"]);
    }

    #[test]
    fn a_count_is_the_length_of_the_list_that_the_value_opens() {
        for query in
            ["", "country=kz", "country=kz&type=law", "q=a", "donor=us&status=ongoing", "country=nowhere&type=law"]
        {
            let asked = ProjectQuery::parse(query);
            for (facet, counts) in &results(query).counts {
                for (value, count) in counts {
                    let mut alone = asked.clone();
                    alone.picked.insert(*facet, [value.clone()].into());
                    assert_eq!(results(&alone.print()[1..]).rows.len(), *count, "{query} {facet:?} {value}");
                }
            }
        }
    }
}
