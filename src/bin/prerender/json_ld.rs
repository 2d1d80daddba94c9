//! What a page tells machines in the words of schema.org, as JSON-LD in a block of data: a script that no browser runs,
//! so that a policy against inline scripts leaves it alone.
//!
//! A field stands here only when the data states exactly what the field means. What is unknown, approximate or disputed
//! is left out: there is no way to say "about" in it, and a machine would take it for exact.

use crate::place::Place;
use atlas::domain::budget::{Covers, Precision};
use atlas::domain::dataset::Dataset;
use atlas::domain::date::PartialDate;
use atlas::domain::event::Event;
use atlas::domain::money::Money;
use atlas::domain::party::Party;
use atlas::domain::period::{End, Period};
use atlas::domain::project::{Kind, Project};
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::FILES;
use atlas::domain::route::Route;
use atlas::domain::slug::Slug;
use atlas::sheet::cell::iso;
use atlas::words::found as say;
use atlas::words::{self, words};
use serde_json::{Map, Number, Value, json};

/// The time that the whole data set speaks of, which no page's part of the data can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The first and the last year in which a project or an event is stated to begin or to end.
    years: Option<(i32, i32)>,
}

impl Coverage {
    /// That of a whole data set.
    pub fn of(dataset: &Dataset) -> Self {
        let projects = dataset.projects.values().filter_map(|it| it.period.as_ref()?.period);
        let periods = projects.chain(dataset.events.values().filter_map(|it| it.date));
        let dates = periods.flat_map(|period: Period| [period.start, period.end_date()]).flatten();
        let years: Vec<i32> = dates.map(PartialDate::year).collect();
        Self { years: years.iter().min().copied().zip(years.iter().max().copied()) }
    }
}

/// The block of a page; empty for one that has nothing to tell.
pub fn json_ld(place: &Place<'_>, route: &Route, dataset: &Dataset, coverage: Coverage) -> String {
    let own = match route {
        Route::Home => Some(web_site(place, dataset)),
        Route::About => Some(data_set(place, dataset, coverage)),
        Route::Projects(query) if *query == ProjectQuery::default() => Some(data_set(place, dataset, coverage)),
        Route::Project(id, _) => dataset.projects.get(id).and_then(|it| project(place, dataset, it)),
        Route::Event(id) => dataset.events.get(id).map(|it| event(place, dataset, it)),
        _ => None,
    };
    let graph: Vec<Value> = own.into_iter().chain(breadcrumbs(place, route, dataset)).collect();
    if graph.is_empty() {
        return String::new();
    }
    script(&json!({ "@context": "https://schema.org", "@graph": graph }))
}

/// The block. In JSON these characters stand only inside of texts, where they can be written by their number: then
/// nothing in the data can end the block, begin a comment in it, or end a line.
fn script(value: &Value) -> String {
    let mut json = value.to_string();
    for (character, number) in
        [("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029")]
    {
        json = json.replace(character, number);
    }
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// The site: its name, which search engines show.
fn web_site(place: &Place<'_>, dataset: &Dataset) -> Value {
    json!({
        "@type": "WebSite",
        "name": dataset.meta.title,
        "description": words().tagline,
        "url": place.page(&Route::Home),
        "inLanguage": place.language,
        "publisher": publisher(dataset),
    })
}

fn publisher(dataset: &Dataset) -> Value {
    json!({ "@type": "Organization", "name": dataset.meta.publisher })
}

/// The data set as a whole; the same thing, by its `@id`, on each page that tells of it.
fn data_set(place: &Place<'_>, dataset: &Dataset, coverage: Coverage) -> Value {
    let meta = &dataset.meta;
    let list = place.page(&Route::Projects(ProjectQuery::default()));
    let files = FILES.map(|name| {
        json!({
            "@type": "DataDownload",
            "name": say::file_holds(name),
            "contentUrl": place.data(name),
            "encodingFormat": "application/json",
        })
    });
    let mut set = Map::new();
    set.insert("@type".into(), "Dataset".into());
    set.insert("@id".into(), format!("{list}#dataset").into());
    set.insert("name".into(), meta.title.clone().into());
    set.insert(
        "description".into(),
        words().dataset_description(dataset.derived.totals.projects, dataset.countries.len()).into(),
    );
    set.insert("url".into(), list.into());
    set.insert("license".into(), meta.licence_url.clone().into());
    set.insert("isAccessibleForFree".into(), true.into());
    set.insert("version".into(), meta.data_version.clone().into());
    // The day of the release: the data is as it stood then.
    set.insert("dateModified".into(), iso(meta.as_of).into());
    // Who gathered and wrote the records. The facts are their sources', which every record names.
    set.insert("creator".into(), publisher(dataset));
    set.insert("publisher".into(), publisher(dataset));
    set.insert("distribution".into(), files.into_iter().collect());
    // Years, because most of the dates are stated no more exactly.
    if let Some((first, last)) = coverage.years {
        set.insert("temporalCoverage".into(), format!("{first:04}/{last:04}").into());
    }
    let ids: Vec<Slug> = dataset.countries.iter().map(|country| country.id.clone()).collect();
    set.insert("spatialCoverage".into(), countries(place, dataset, &ids).into());
    set.into()
}

/// The way from the first page to this one. The first page has none, an address without a page neither.
fn breadcrumbs(place: &Place<'_>, route: &Route, dataset: &Dataset) -> Option<Value> {
    let here = route.page();
    if matches!(here, Route::Home | Route::NotFound) {
        return None;
    }
    let section = here.section();
    let mut trail = vec![Route::Home];
    trail.extend((section != here).then_some(section));
    trail.push(here);
    let items: Vec<Value> = trail
        .iter()
        .enumerate()
        .map(|(at, page)| {
            let name = words::page_name(page, dataset);
            json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": place.page(page) })
        })
        .collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}

/// An event. `eventStatus`, `eventAttendanceMode` and the hours are not in the data.
fn event(place: &Place<'_>, dataset: &Dataset, event: &Event) -> Value {
    let mut it = Map::new();
    it.insert("@type".into(), "Event".into());
    it.insert("name".into(), event.title.clone().into());
    it.insert("url".into(), place.page(&Route::Event(event.id.clone())).into());
    insert_text(&mut it, "description", event.description.as_ref());
    // Where sources give different dates, none of them is the date.
    if let (Some(period), None) = (event.date, &event.date_conflict) {
        insert_text(&mut it, "startDate", period.start.and_then(exact).as_ref());
        let end = if let End::On(end) = period.end { exact(end) } else { None };
        insert_text(&mut it, "endDate", end.as_ref());
    }
    // The city only: the countries of an event are those that it concerns, which need not be where it took place.
    if let Some(city) = event.city.as_ref().filter(|city| !city.eq_ignore_ascii_case("online")) {
        it.insert("location".into(), json!({ "@type": "Place", "name": city }));
    }
    insert_list(&mut it, "about", countries(place, dataset, &event.countries));
    insert_list(&mut it, "organizer", organisations(place, dataset, &event.organisers));
    it.into()
}

/// A project. schema.org's `Project` is a kind of `Organization`: an undertaking that people carry out together. What
/// the data states fits these of its fields:
///
/// - `name`, `alternateName`, `description`, `url`: as they are.
/// - `areaServed`: the countries it works in.
/// - `parentOrganization`: the programme it is a part of, as a project of its own.
/// - `funder`: "supports through some kind of financial contribution", which is what a donor is.
/// - `funding`: the money, as a [`grant`].
///
/// And not: `ResearchProject` (it is none); `foundingDate` and `dissolutionDate` (a period is not the founding of a
/// body); `member` and `employee` (who carries a project out is neither); `sponsor` (the data does not tell it from
/// `funder`); a status or a classification (there is no such field).
///
/// `None` for what is not one project: a group of them, a call, a preparation, an agreement.
fn project(place: &Place<'_>, dataset: &Dataset, project: &Project) -> Option<Value> {
    if project.kind != Kind::Project {
        return None;
    }
    let mut it = Map::new();
    it.insert("@type".into(), "Project".into());
    it.insert("name".into(), project.title.clone().into());
    insert_list(&mut it, "alternateName", project.other_titles.iter().map(|it| it.clone().into()).collect());
    it.insert("url".into(), project_page(place, &project.id).into());
    insert_text(&mut it, "description", project.objective.as_ref());
    insert_list(&mut it, "areaServed", countries(place, dataset, &project.countries));
    if let Some(whole) = project.part_of.as_ref().and_then(|id| dataset.projects.get(id)) {
        let whole = json!({ "@type": "Project", "name": whole.title, "url": project_page(place, &whole.id) });
        it.insert("parentOrganization".into(), whole);
    }
    // Where sources name different donors, none of the lists is the list.
    let agreed = project.sources.iter().all(|source| source.states.donors.is_empty());
    let donors = if agreed { organisations(place, dataset, &project.donors) } else { Vec::new() };
    insert_list(&mut it, "funder", donors);
    if let Some(grant) = grant(place, dataset, project) {
        it.insert("funding".into(), grant);
    }
    Some(it.into())
}

/// The money of a project, only when the sum is that of the whole project, exact, settled, and not contradicted by
/// another source. It has a funder only when one donor is stated to pay all of it.
fn grant(place: &Place<'_>, dataset: &Dataset, project: &Project) -> Option<Value> {
    let budget = project.budget.as_ref()?;
    let disputed = project.sources.iter().any(|source| source.states.budget.is_some());
    if budget.covers != Covers::Total || budget.precision != Precision::Exact || budget.indicative || disputed {
        return None;
    }
    let money = budget.money?;
    let mut grant = Map::new();
    grant.insert("@type".into(), "MonetaryGrant".into());
    let amount = json!({ "@type": "MonetaryAmount", "currency": money.currency.code(), "value": decimal(money)? });
    grant.insert("amount".into(), amount);
    if let [donor] = project.donors.as_slice()
        && donor.share.percent == Some(10_000)
    {
        insert_list(&mut grant, "funder", organisations(place, dataset, std::slice::from_ref(donor)));
    }
    Some(grant.into())
}

/// The sum in whole units with its cents, digit for digit.
fn decimal(money: Money) -> Option<Number> {
    let (units, cents) = (money.hundredths / 100, money.hundredths % 100);
    let digits = if cents == 0 { units.to_string() } else { format!("{units}.{cents:02}") };
    serde_json::from_str(&digits).ok()
}

fn project_page(place: &Place<'_>, id: &Slug) -> String {
    place.page(&Route::Project(id.clone(), ProjectQuery::default()))
}

/// A date as ISO 8601 has it, with the stated precision; `None` for "about".
fn exact(date: PartialDate) -> Option<String> {
    (!date.approximate).then(|| date.to_string())
}

fn countries(place: &Place<'_>, dataset: &Dataset, ids: &[Slug]) -> Vec<Value> {
    let known = ids.iter().filter_map(|id| dataset.country(id));
    known
        .map(|country| {
            let page = place.page(&Route::Partner(country.id.clone()));
            json!({ "@type": "Country", "name": country.name, "identifier": country.code, "url": page })
        })
        .collect()
}

/// The bodies of which there is a record. Of others there are only a source's words, which may be "judges".
fn organisations(place: &Place<'_>, dataset: &Dataset, parties: &[Party]) -> Vec<Value> {
    let known = parties.iter().filter_map(|party| dataset.organisations.get(party.organisation.as_ref()?));
    known
        .map(|body| {
            let page = place.page(&Route::Organisation(body.id.clone()));
            json!({ "@type": "Organization", "name": body.name, "url": page })
        })
        .collect()
}

fn insert_text(map: &mut Map<String, Value>, key: &str, text: Option<&String>) {
    if let Some(text) = text {
        map.insert(key.into(), text.clone().into());
    }
}

/// One value stands alone, several in a list, none not at all.
fn insert_list(map: &mut Map<String, Value>, key: &str, mut list: Vec<Value>) {
    match list.len() {
        0 => {}
        1 => map.extend(list.pop().map(|it| (key.to_owned(), it))),
        _ => drop(map.insert(key.into(), list.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::bundled;
    use crate::place::tests::{NOWHERE, PORTAL};
    use atlas::domain::budget::{Budget, Share};
    use atlas::domain::money::Currency;
    use std::collections::BTreeMap;

    /// What the page of a route tells, read back: each thing by its type.
    fn told(place: &Place<'_>, route: &Route, dataset: &Dataset) -> BTreeMap<String, Value> {
        let block = json_ld(place, route, dataset, Coverage::of(dataset));
        if block.is_empty() {
            return BTreeMap::new();
        }
        let json = block.strip_prefix("<script type=\"application/ld+json\">").unwrap();
        let json = json.strip_suffix("</script>").unwrap();
        assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{json}");
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(value["@context"], "https://schema.org");
        let things = value["@graph"].as_array().unwrap().iter();
        things.map(|it| (it["@type"].as_str().unwrap().to_owned(), it.clone())).collect()
    }

    fn id(text: &str) -> Slug {
        Slug::new(text).unwrap()
    }

    /// A data set with one event and one project of which everything is stated.
    fn stated() -> Dataset {
        let mut dataset = bundled();
        let mut event = dataset.events.values().next().unwrap().clone();
        event.id = id("event");
        event.title = "</script><!-- & \u{2028} \u{2029}".into();
        event.date = Period::parse("2014-07-25/2014-08");
        event.date_conflict = None;
        event.city = Some("Bishkek".into());
        event.countries = vec![id("kazakhstan"), id("tajikistan")];
        event.organisers = vec![party(Some("european-union"), None), party(None, None)];
        let mut project = dataset.projects.values().next().unwrap().clone();
        project.id = id("project");
        project.kind = Kind::Project;
        project.countries = vec![id("kazakhstan")];
        project.donors = vec![party(Some("european-union"), Some(10_000))];
        project.sources.truncate(1);
        project.sources[0].states = Default::default();
        project.budget = Some(Budget {
            as_written: "€1.666.413,50".into(),
            money: Some(Money { currency: Currency::EUR, hundredths: 166_641_350 }),
            precision: Precision::Exact,
            covers: Covers::Total,
            indicative: false,
            parts: Vec::new(),
            source: 1,
        });
        dataset.events.insert(event.id.clone(), event);
        dataset.projects.insert(project.id.clone(), project);
        dataset
    }

    fn party(organisation: Option<&str>, percent: Option<u64>) -> Party {
        let share = Share { percent, money: None };
        Party { organisation: organisation.map(id), as_written: "judges".into(), share }
    }

    fn project_of(dataset: &Dataset) -> Value {
        told(&PORTAL, &Route::Project(id("project"), ProjectQuery::default()), dataset)["Project"].clone()
    }

    fn event_of(dataset: &Dataset) -> Value {
        told(&PORTAL, &Route::Event(id("event")), dataset)["Event"].clone()
    }

    #[test]
    fn the_list_and_the_about_page_tell_of_the_data_set() {
        let dataset = bundled();
        for (place, begins) in [(NOWHERE, "/"), (PORTAL, "https://example.org/portal/")] {
            let list = told(&place, &Route::Projects(ProjectQuery::default()), &dataset)["Dataset"].clone();
            assert_eq!(list, told(&place, &Route::About, &dataset)["Dataset"]);
            assert_eq!(list["license"], dataset.meta.licence_url);
            assert_eq!(list["dateModified"], "2026-11-22");
            assert!((50..5000).contains(&list["description"].as_str().unwrap().len()));
            let years = list["temporalCoverage"].as_str().unwrap().split_once('/').unwrap();
            assert!(years.0 < "2010" && years.1 > "2020", "{years:?}");
            assert_eq!(list["spatialCoverage"].as_array().unwrap().len(), dataset.countries.len());
            let files = list["distribution"].as_array().unwrap();
            assert_eq!(files.len(), FILES.len());
            for file in files {
                assert!(file["contentUrl"].as_str().unwrap().starts_with(&format!("{begins}data/")), "{file}");
            }
        }
    }

    #[test]
    fn every_page_but_the_first_has_its_way() {
        let dataset = bundled();
        for route in Route::all(&dataset) {
            let told = told(&PORTAL, &route, &dataset);
            if route == Route::Home {
                assert_eq!(told.keys().collect::<Vec<_>>(), ["WebSite"]);
                continue;
            }
            let items = told["BreadcrumbList"]["itemListElement"].as_array().unwrap();
            assert!((2..=3).contains(&items.len()), "{}", route.path());
            for (at, item) in items.iter().enumerate() {
                assert_eq!(item["position"], at + 1);
                assert!(!item["name"].as_str().unwrap().is_empty());
                assert!(item["item"].as_str().unwrap().starts_with("https://example.org/portal/"));
            }
            assert_eq!(items.last().unwrap()["item"], PORTAL.page(&route.page()));
        }
        assert!(told(&PORTAL, &Route::NotFound, &dataset).is_empty());
    }

    #[test]
    fn an_event_has_what_is_stated_as_exactly_as_it_is() {
        let dataset = stated();
        let event = event_of(&dataset);
        assert_eq!(event["name"], "</script><!-- & \u{2028} \u{2029}");
        assert_eq!((&event["startDate"], &event["endDate"]), (&json!("2014-07-25"), &json!("2014-08")));
        assert_eq!(event["location"], json!({ "@type": "Place", "name": "Bishkek" }));
        assert_eq!(event["about"].as_array().unwrap().len(), 2);
        assert_eq!(event["organizer"]["name"], dataset.organisations[&id("european-union")].name);
        assert_eq!(event["url"], "https://example.org/portal/events/event/");
    }

    #[test]
    fn what_is_unknown_about_an_event_is_left_out() {
        let mut dataset = stated();
        let change =
            |dataset: &mut Dataset, change: fn(&mut Event)| change(dataset.events.get_mut(&id("event")).unwrap());
        change(&mut dataset, |it| it.date = Period::parse("2014~/"));
        let event = event_of(&dataset);
        assert!(event.get("startDate").is_none() && event.get("endDate").is_none(), "{event}");
        change(&mut dataset, |it| {
            it.date = Period::parse("2014");
            it.date_conflict = Some("Another source says 2015.".into());
            it.city = Some("online".into());
            it.organisers.remove(0);
            it.countries.clear();
            it.description = None;
        });
        let event = event_of(&dataset);
        let mut keys: Vec<&str> = event.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["@type", "name", "url"]);
    }

    #[test]
    fn a_project_has_its_money_only_when_that_is_certain() {
        let dataset = stated();
        let eu = &dataset.organisations[&id("european-union")].name;
        let project = project_of(&dataset);
        assert_eq!(project["funder"]["name"], *eu);
        assert_eq!(project["areaServed"]["identifier"], "KZ");
        assert_eq!(project["funding"]["amount"]["currency"], "EUR");
        assert_eq!(project["funding"]["amount"]["value"].to_string(), "1666413.50");
        assert_eq!(project["funding"]["funder"]["name"], *eu);
        let doubts: [fn(&mut Project); 6] = [
            |it| it.budget.as_mut().unwrap().covers = Covers::Group,
            |it| it.budget.as_mut().unwrap().precision = Precision::About,
            |it| it.budget.as_mut().unwrap().indicative = true,
            |it| it.budget.as_mut().unwrap().money = None,
            |it| it.sources[0].states.budget = it.budget.clone(),
            |it| it.budget = None,
        ];
        for doubt in doubts {
            let mut dataset = dataset.clone();
            doubt(dataset.projects.get_mut(&id("project")).unwrap());
            assert!(project_of(&dataset).get("funding").is_none());
        }
        let mut shared = dataset.clone();
        shared.projects.get_mut(&id("project")).unwrap().donors[0].share.percent = Some(9_000);
        assert!(project_of(&shared)["funding"].get("funder").is_none());
        let mut group = dataset.clone();
        group.projects.get_mut(&id("project")).unwrap().kind = Kind::Group;
        let route = Route::Project(id("project"), ProjectQuery::default());
        assert!(!told(&PORTAL, &route, &group).contains_key("Project"));
    }
}
