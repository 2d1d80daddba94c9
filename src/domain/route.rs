//! [`Route`]: every page, address ⇄ value. Nothing else spells or reads an address.

use super::dataset::Dataset;
use super::query::{Page, ProjectQuery};
use super::query_string;
use super::slug::Slug;
use super::timeline::{Entry, Timeline, TimelineQuery};

/// A page of the site and what its address asks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first page.
    Home,
    /// The list of partner countries.
    Partners,
    /// One partner country.
    Partner(Slug),
    /// The related projects database.
    Projects(ProjectQuery),
    /// One project, and the list from which the visitor came.
    Project(Slug, ProjectQuery),
    /// The list of organisations.
    Organisations,
    /// One organisation.
    Organisation(Slug),
    /// Projects and events in order of time.
    Timeline(TimelineQuery),
    /// One event. There is no list of events but the timeline.
    Event(Slug),
    /// The list of documents.
    Documents,
    /// What this is.
    About,
    /// How accessible it is.
    Accessibility,
    /// There is no page at this address.
    NotFound,
}

/// The part of a path after which the number of a page stands. No project can have it as its id.
const PAGE: &str = "page";

/// The number of a page in a path. The first page has no number.
fn page_number(number: &str, more: Option<&str>) -> Option<usize> {
    let read = number.parse().ok().filter(|page| *page > 1 && more.is_none());
    read.filter(|page: &usize| page.to_string() == number)
}

/// The number of a later page of the list without filters.
fn plain_page(query: &ProjectQuery) -> Option<usize> {
    match query.page {
        Page::Number(number) if number > 1 && query.is_everything() && query.unknown.is_empty() => Some(number),
        _ => None,
    }
}

impl Route {
    /// The pages of the main navigation, in order.
    pub fn menu() -> [Self; 7] {
        [
            Self::Home,
            Self::Partners,
            Self::Projects(ProjectQuery::default()),
            Self::Timeline(TimelineQuery::default()),
            Self::Organisations,
            Self::Documents,
            Self::About,
        ]
    }

    /// The page that an entry of the timeline leads to: its own, or the one that tells of it.
    pub fn of_entry(entry: &Entry) -> Self {
        match entry {
            Entry::Project(it) => Self::Project(it.id.clone(), ProjectQuery::default()),
            Entry::Event(it) => Self::Event(it.id.clone()),
            Entry::Strategy(_) => Self::Documents,
            Entry::Agreement(it) => Self::Partner(it.country.clone()),
        }
    }

    /// Every page that a data set has, each once. [`Route::NotFound`] is not one of them.
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        let mut all: Vec<Self> = Self::menu().into();
        all.push(Self::Accessibility);
        let pages = dataset.projects.len().div_ceil(Page::SIZE);
        all.extend((2..=pages).map(|page| Self::Projects(ProjectQuery::default().at(Page::Number(page)))));
        let pages = Timeline::count(dataset).div_ceil(TimelineQuery::PAGE_SIZE);
        all.extend((2..=pages).map(|page| Self::Timeline(TimelineQuery::default().at(page))));
        all.extend(dataset.countries.iter().map(|it| Self::Partner(it.id.clone())));
        all.extend(dataset.projects.keys().map(|id| Self::Project(id.clone(), ProjectQuery::default())));
        all.extend(dataset.organisations.keys().map(|id| Self::Organisation(id.clone())));
        all.extend(dataset.events.keys().map(|id| Self::Event(id.clone())));
        all
    }

    /// The page at `path` (below `base`, which is empty or begins with a slash and does not end with one), asked
    /// with `query` (without its question mark). What hosts forgive is forgiven, so that the program takes a page for the
    /// one that the host has sent: a missing last slash, a last `index.html`, slashes too many, capital letters, and
    /// letters written as their bytes.
    pub fn parse(base: &str, path: &str, query: &str) -> Self {
        let Some(path) = path.strip_prefix(base).and_then(|rest| rest.strip_prefix('/')) else {
            return if path == base { Self::Home } else { Self::NotFound };
        };
        let path = query_string::decode(path).to_ascii_lowercase();
        let path = path.strip_suffix("index.html").unwrap_or(&path);
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let page = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Some(Self::Home),
            (Some("partners"), None, _) => Some(Self::Partners),
            (Some("partners"), Some(id), None) => Slug::new(id).map(Self::Partner),
            (Some("projects"), None, _) => Some(Self::Projects(ProjectQuery::parse(query))),
            (Some("projects"), Some(PAGE), Some(number)) => page_number(number, parts.next()).map(|page| {
                let asked = ProjectQuery::parse(query);
                // The number in the path stands for the list without filters; a query has its own.
                if asked.is_everything() { Self::Projects(asked.at(Page::Number(page))) } else { Self::Projects(asked) }
            }),
            (Some("projects"), Some(id), None) => Slug::new(id).map(|id| Self::Project(id, ProjectQuery::parse(query))),
            (Some("organisations"), None, _) => Some(Self::Organisations),
            (Some("organisations"), Some(id), None) => Slug::new(id).map(Self::Organisation),
            (Some("timeline"), None, _) => Some(Self::Timeline(TimelineQuery::parse(query))),
            (Some("timeline"), Some(PAGE), Some(number)) => page_number(number, parts.next()).map(|page| {
                let asked = TimelineQuery::parse(query);
                if asked.is_plain() { Self::Timeline(asked.at(page)) } else { Self::Timeline(asked) }
            }),
            (Some("events"), Some(id), None) => Slug::new(id).map(Self::Event),
            (Some("documents"), None, _) => Some(Self::Documents),
            (Some("about"), None, _) => Some(Self::About),
            (Some("accessibility"), None, _) => Some(Self::Accessibility),
            _ => None,
        };
        page.unwrap_or(Self::NotFound)
    }

    /// The path below the base: begins and ends with a slash.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Partners => "/partners/".into(),
            Self::Partner(id) => format!("/partners/{id}/"),
            Self::Projects(query) => match plain_page(query) {
                Some(page) => format!("/projects/{PAGE}/{page}/"),
                None => "/projects/".into(),
            },
            Self::Project(id, _) => format!("/projects/{id}/"),
            Self::Organisations => "/organisations/".into(),
            Self::Organisation(id) => format!("/organisations/{id}/"),
            Self::Timeline(query) if query.page() > 1 && query.is_plain() => {
                format!("/timeline/{PAGE}/{}/", query.page())
            }
            Self::Timeline(_) => "/timeline/".into(),
            Self::Event(id) => format!("/events/{id}/"),
            Self::Documents => "/documents/".into(),
            Self::About => "/about/".into(),
            Self::Accessibility => "/accessibility/".into(),
            Self::NotFound => "/404.html".into(),
        }
    }

    /// The query string, with its question mark; empty when the address asks nothing.
    pub fn query(&self) -> String {
        match self {
            Self::Projects(query) if plain_page(query).is_some() => query.at(Page::default()).print(),
            Self::Projects(query) | Self::Project(_, query) => query.print(),
            Self::Timeline(query) if query.is_plain() => String::new(),
            Self::Timeline(query) => query.print(),
            _ => String::new(),
        }
    }

    /// The whole address on this host.
    pub fn href(&self, base: &str) -> String {
        format!("{base}{}{}", self.path(), self.query())
    }

    /// The address of the page's slice of the data, below the base.
    pub fn slice(&self) -> String {
        match self.page() {
            Self::NotFound => "/404.json".into(),
            page => format!("{}page.json", page.path()),
        }
    }

    /// The page itself, whatever is asked of it.
    pub fn page(&self) -> Self {
        match self {
            Self::Projects(_) => Self::Projects(ProjectQuery::default()),
            Self::Project(id, _) => Self::Project(id.clone(), ProjectQuery::default()),
            Self::Timeline(_) => Self::Timeline(TimelineQuery::default()),
            other => other.clone(),
        }
    }

    /// The data set has this page; [`Route::NotFound`] when it does not.
    pub fn in_dataset(self, dataset: &Dataset) -> Self {
        let there = match &self {
            Self::Partner(id) => dataset.country(id).is_some(),
            Self::Project(id, _) => dataset.projects.contains_key(id),
            Self::Organisation(id) => dataset.organisations.contains_key(id),
            Self::Event(id) => dataset.events.contains_key(id),
            _ => true,
        };
        if there { self } else { Self::NotFound }
    }

    /// The page of the main navigation under which this one stands.
    pub fn section(&self) -> Self {
        match self {
            Self::Partner(_) => Self::Partners,
            Self::Project(..) => Self::Projects(ProjectQuery::default()),
            Self::Organisation(_) => Self::Organisations,
            Self::Event(_) => Self::Timeline(TimelineQuery::default()),
            other => other.page(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path: &str, query: &str, expected: &str) {
        for base in ["", "/portal", "/a/b"] {
            let route = Route::parse(base, &format!("{base}{path}"), query);
            assert_eq!(route.href(base), format!("{base}{expected}"));
            let (path, query) = expected.split_once('?').unwrap_or((expected, ""));
            assert_eq!(
                Route::parse(base, &format!("{base}{path}"), query),
                route,
                "the printed address reads the same"
            );
        }
    }

    #[test]
    fn addresses_go_both_ways() {
        case("/", "", "/");
        case("/index.html", "", "/");
        case("/partners", "", "/partners/");
        case("/partners/kazakhstan/", "", "/partners/kazakhstan/");
        case("/projects/", "country=kazakhstan&q=a+b", "/projects/?q=a+b&country=kazakhstan");
        case("/projects/x-1/", "country=kazakhstan", "/projects/x-1/?country=kazakhstan");
        case("/organisations/", "", "/organisations/");
        case("/organisations/undp/index.html", "", "/organisations/undp/");
        case("/timeline/", "kind=seminar", "/timeline/?kind=seminar");
        case("/events/a-workshop-2013", "kind=seminar", "/events/a-workshop-2013/");
        case("/documents/", "utm=1", "/documents/");
        case("/about/", "", "/about/");
        case("/accessibility", "", "/accessibility/");
        // As hosts forgive it.
        case("//projects//x-1/", "", "/projects/x-1/");
        case("/Partners/Kazakhstan/Index.html", "", "/partners/kazakhstan/");
        case("/%70rojects/x%2D1/", "", "/projects/x-1/");
    }

    #[test]
    fn other_addresses_are_not_found() {
        for path in [
            "/partner/",
            "/partners/a/b/",
            "/events/",
            "/events/a/b/",
            "/../",
            "/projects/%d0%b6/",
            "/projects/%/",
            "/404.html",
        ] {
            assert_eq!(Route::parse("", path, ""), Route::NotFound, "{path}");
        }
        assert_eq!(Route::parse("/portal", "/portals/", ""), Route::NotFound);
        assert_eq!(Route::parse("/portal", "/", ""), Route::NotFound);
        assert_eq!(Route::parse("/portal", "/portal", ""), Route::Home);
    }
}
