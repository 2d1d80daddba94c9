//! Every page of the bundled data set, rendered natively: its heading, its title, its ids, and where its links lead.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod rendering;

use atlas::app::title;
use atlas::domain::read::FILES;
use atlas::domain::route::Route;
use atlas::domain::search::Index;
use rendering::{bundled, render, render_with};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The values of an attribute in some HTML.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_has_one_heading_a_title_of_its_own_and_links_that_lead_somewhere() {
    let dataset = bundled();
    let index = Arc::new(Index::new(&dataset));
    let mut titles = BTreeSet::new();
    let mut pages = Route::all(&dataset);
    pages.push(Route::NotFound);
    for base in ["", "/portal"] {
        titles.clear();
        for route in &pages {
            let html = render_with(&dataset, &index, route, base);
            let name = route.path();
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            let ids = values(&html, "id");
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(known.len(), ids.len(), "{name} has an id twice");
            assert!(!html.contains(" style=\""), "{name} has an inline style");
            for href in values(&html, "href") {
                if let Some(id) = href.strip_prefix('#') {
                    assert!(known.contains(id), "{name} links to #{id}");
                    continue;
                }
                if href.starts_with("http://") || href.starts_with("https://") {
                    continue;
                }
                let (path, _) = href.split_once(['#', '?']).unwrap_or((href, ""));
                if let Some(file) = path.strip_prefix(&format!("{base}/data/")) {
                    assert!(FILES.contains(&file), "{name} links to {href}");
                    continue;
                }
                assert!(path.ends_with('/'), "{name} links to {href} without its slash");
                let target = Route::parse(base, path, "").in_dataset(&dataset);
                assert_ne!(target, Route::NotFound, "{name} links to {href}");
            }
            for id in values(&html, "aria-labelledby") {
                assert!(known.contains(id), "{name} is labelled by {id}");
            }
            let title = title(route, &dataset, &index);
            assert!(title.len() > 10 && title.contains(&dataset.meta.title), "{name}: {title}");
            titles.insert(title);
        }
        assert!(titles.len() > pages.len() * 97 / 100, "too many pages share a title: {}", titles.len());
    }
}

#[test]
fn every_project_is_linked_from_the_list_its_countries_and_its_organisations() {
    let dataset = bundled();
    let index = Arc::new(Index::new(&dataset));
    let list = render(&dataset, &Route::Projects(Default::default()), "");
    for project in dataset.projects.values() {
        let link = format!("href=\"/projects/{}/\"", project.id);
        assert!(list.contains(&link), "{link}");
    }
    for country in &dataset.countries {
        let page = render(&dataset, &Route::Partner(country.id.clone()), "");
        for project in dataset.projects_in(&country.id) {
            assert!(page.contains(&format!("href=\"/projects/{}/\"", project.id)));
        }
    }
    for organisation in dataset.organisations.keys() {
        let page = render_with(&dataset, &index, &Route::Organisation(organisation.clone()), "");
        let named = dataset.projects_of(organisation);
        for (project, _) in &named {
            assert!(page.contains(&format!("href=\"/projects/{}/\"", project.id)), "{organisation}");
        }
        let count = format!("named on {}.", atlas::words::projects_count(named.len()));
        assert!(named.is_empty() || page.contains(&count), "{organisation}: {count}");
    }
}

#[test]
fn a_number_on_the_first_page_is_the_length_of_the_list_that_it_opens() {
    let dataset = bundled();
    let home = render(&dataset, &Route::Home, "");
    let index = Index::new(&dataset);
    let mut checked = 0;
    for part in home.split("<a href=\"/projects/?").skip(1) {
        let query = part.split('"').next().unwrap_or_default().replace("&amp;", "&");
        let text: String = strip_tags(part.split_once('>').unwrap().1.split("</li>").next().unwrap());
        let Some(number) =
            text.split_whitespace().filter_map(|word| word.replace(',', "").parse::<usize>().ok()).next_back()
        else {
            continue;
        };
        let asked = atlas::domain::query::ProjectQuery::parse(&query);
        let found = atlas::domain::search::run(&dataset, &index, &asked, dataset.meta.as_of).rows.len();
        assert_eq!(number, found, "{query}");
        checked += 1;
    }
    assert!(checked >= 20, "{checked}");
}

fn strip_tags(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn hostile_text_stays_text() {
    let mut dataset = (*bundled()).clone();
    let hostile = "<script>alert(1)</script> \" onload=\"x ' & </title> {{7*7}}";
    for project in dataset.projects.values_mut() {
        project.title = hostile.into();
        project.objective = Some(hostile.into());
    }
    let dataset = std::sync::Arc::new(dataset);
    for route in Route::all(&dataset).into_iter().take(40) {
        let html = render(&dataset, &route, "");
        assert!(!html.contains("<script"), "{}", route.path());
        let tags = html.split('<').skip(1).filter_map(|part| part.split('>').next());
        for tag in tags {
            assert!(!tag.contains("onload"), "{}: <{tag}>", route.path());
        }
    }
}
