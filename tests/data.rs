//! The bundled data set is sound, whole, and right where the owner said what is right.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use atlas::domain::dataset::Dataset;
use atlas::domain::party::Party;
use atlas::domain::project::Project;
use atlas::domain::read::{FILES, File, read};
use atlas::domain::slug::Slug;
use atlas::domain::tongue::Tongue;
use atlas::words;
use std::fs;

fn files() -> Vec<(&'static str, Vec<u8>)> {
    FILES.into_iter().map(|name| (name, fs::read(format!("public/data/{name}")).unwrap())).collect()
}

fn dataset() -> Dataset {
    let texts = files();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let reading = read(&files, Tongue::PLAIN);
    assert_eq!(reading.problems, []);
    reading.dataset.unwrap()
}

fn names(parties: &[Party]) -> Vec<&str> {
    parties.iter().map(|party| party.as_written.as_str()).collect()
}

#[test]
fn it_has_no_problem_and_is_whole() {
    let data = dataset();
    assert_eq!(data.countries.len(), 5);
    assert!(data.projects.len() >= 250, "{} projects", data.projects.len());
    assert_eq!(data.events.len(), 137);
    // Two records described one study, and four pairs one event.
    assert_eq!(data.documents.len(), 50);
    assert_eq!(data.unreadable, 0);
}

#[test]
fn nobody_has_asked_to_be_shown_as_its_funder() {
    assert_eq!(dataset().meta.visibility, None);
}

#[test]
fn the_files_are_written_for_people() {
    for (name, bytes) in files() {
        let text = String::from_utf8(bytes).unwrap();
        let longest = text.lines().count();
        assert!(longest > 5, "{name} is one long line");
        assert!(!text.contains("\\u"), "{name} has escaped letters");
    }
}

fn seed(data: &Dataset) -> &Project {
    let id = "support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system";
    &data.projects[&Slug::new(id).unwrap()]
}

#[test]
fn the_project_that_the_owner_described_is_right() {
    let data = dataset();
    let project = seed(&data);
    assert_eq!(
        project.title,
        "Support to the Kazakh authorities in improving the quality and efficiency of the Kazakh justice system"
    );
    assert_eq!(project.countries.iter().map(Slug::as_str).collect::<Vec<_>>(), ["kazakhstan"]);
    let types: Vec<&str> = project.types.iter().map(|id| data.types[id].name.as_str()).collect();
    assert_eq!(types, ["Access to justice", "Judicial reform", "Public prosecutors"]);
    assert_eq!(words::dated(project.period.as_ref()), "July 2014 – July 2017");
    assert_eq!(names(&project.donors), ["European Union"]);
    assert_eq!(project.donors[0].share.percent, Some(10_000));
    let budget = project.budget.as_ref().unwrap();
    assert_eq!(words::budget(budget).unwrap(), "€1,666,413");
    assert_eq!(budget.as_written, "€1.666.413 (EU contribution: 100 percent)");
    assert_eq!(
        names(&project.beneficiaries),
        ["Ministry of Justice", "Prosecutor General’s Office", "Supreme Court", "Ombudsperson’s Office"]
    );
    assert_eq!(names(&project.implementers), ["Council of Europe"]);
    assert!(project.objective.as_ref().unwrap().contains("joint project"));
    assert!(project.results.is_some() && project.target_groups.is_some());
    // The Council of Europe's register gives other dates and another sum; both stand.
    let register = &project.sources[1].states;
    assert_eq!(words::dated(register.period.as_ref()), "25 July 2014 – 24 July 2018");
    assert_eq!(register.budget.as_ref().unwrap().money, None, "a sum without a currency is not a sum of money");
}

#[test]
fn the_page_of_kazakhstan_has_what_the_owner_described() {
    let data = dataset();
    let kazakhstan = data.country(&Slug::new("kazakhstan").unwrap()).unwrap();
    assert_eq!(kazakhstan.official_name, "Republic of Kazakhstan");
    assert_eq!(kazakhstan.sections.len(), 6);
    assert_eq!(kazakhstan.stakeholders.len(), 8);
    assert_eq!(kazakhstan.coordinators[0].name, "Ms Zauresh Baimoldina");
    assert_eq!(kazakhstan.contacts[0].name, "Mr Darkhan Bakirov");
    let text: String = kazakhstan.sections.iter().flat_map(|section| section.paragraphs.clone()).collect();
    for fact in [
        "2,727,300",
        "16.6 million",
        "ninth largest",
        "16 December 1991",
        "Nazarbayev",
        "1997",
        "Almaty",
        "88",
        "2010",
        "1995",
        "1999",
        "27 June 2011",
        "November 2012",
        "2007",
        "EUR 44 million",
        "EUR 30 million",
        "3 July 2012",
        "1 October 2013",
        "7 October 2013",
        "28 August 2013",
        "Germany",
        "Steering Committee",
        "Brussels",
        "Criminal Procedure Code",
        "corruption",
        "before the trial",
        "administrative law",
        "Judicial and Legal Reform",
        "2014",
        "Sapargaliev",
    ] {
        assert!(text.to_lowercase().contains(&fact.to_lowercase()), "{fact} is missing");
    }
    let agreement = kazakhstan.agreements.iter().find(|it| it.document.is_some()).unwrap();
    assert_eq!(data.document(agreement.document.as_ref().unwrap()).unwrap().size.as_deref(), Some("225 KB"));
}

#[test]
fn sources_that_conflict_are_kept_side_by_side() {
    let data = dataset();
    let conflicting =
        data.projects.values().filter(|it| it.sources.iter().any(|source| !source.states.is_empty())).count();
    assert!(conflicting >= 15, "{conflicting}");
    let sums = |country: &str| {
        let id = Slug::new(country).unwrap();
        let own = data.envelopes.iter().filter(move |it| it.countries == [id.clone()]);
        own.filter(|it| it.period.to_string() == "2007/2010").count()
    };
    assert_eq!(sums("uzbekistan"), 3, "28.6, 29 and 32.8 million");
}
