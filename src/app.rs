//! [`App`]: the frame of every page, and the one place where an address chooses its page.

use crate::browser::{self, Passing};
use crate::coming::{Coming, Listener, Wanted};
use crate::components::{
    Breadcrumbs, Piece, SiteFooter, SiteHeader, effect, enliven, later, leave_drawing, live, written,
};
use crate::domain::catalogue::Catalogue;
use crate::domain::dataset::Dataset;
use crate::domain::query::{self, ProjectQuery};
use crate::domain::route::Route as Address;
use crate::going::{Going, Step};
use crate::keepsake;
use crate::pages;
use crate::site::{Searchable, Shown, Site};
use crate::words;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, path};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What the app needs from outside while it runs. Nothing of it is called where pages are prerendered.
#[derive(Clone, Copy)]
pub struct Supply {
    /// Brings the slice of a page and hands it over. Where the host has none, the browser loads what there is; where it
    /// cannot be had, the visitor is told; either way nothing is handed over.
    pub slice: Callback<Wanted>,
    /// Brings the words of the projects into the catalogue, then says whether they have arrived.
    pub words: Callback<WantedWords>,
}

/// The words of the projects, which are to be brought.
pub struct WantedWords {
    /// Whether what the visitor looks at can do something with them.
    pub still: Box<dyn Fn() -> bool + Send + Sync>,
    /// Takes whether they have arrived.
    pub done: Listener<bool>,
}

impl Supply {
    /// Brings nothing.
    pub fn none() -> Self {
        Self { slice: Callback::new(|_| ()), words: Callback::new(|_| ()) }
    }
}

/// How long a list that is asked for words waits for them before it says so.
const WAIT_FOR_WORDS: Duration = Duration::from_secs(2);

/// The whole site, below a base path (empty, or with a first and without a last slash).
#[component]
pub fn App(
    /// The first page that it shows.
    first: Shown,
    /// The index of all projects.
    catalogue: Arc<Mutex<Catalogue>>,
    /// The path below which the site stands; its pages in the language that is spoken may stand below a part of it.
    root: String,
    /// Where the data of other pages comes from.
    supply: Supply,
) -> impl IntoView {
    let base = words::spoken().below(&root);
    view! {
        <Router base=base.clone()>
            <Frame first catalogue base root supply/>
        </Router>
    }
    .piece()
}

#[component]
fn Frame(first: Shown, catalogue: Arc<Mutex<Catalogue>>, base: String, root: String, supply: Supply) -> impl IntoView {
    let location = use_location();
    let alive = RwSignal::new(false);
    let searchable = RwSignal::new(Searchable::NotYet);
    let base: Arc<str> = base.into();
    let to = {
        let navigate = use_navigate();
        Callback::new(move |(address, step): (String, Step)| {
            let options = NavigateOptions {
                // The address has its base already; resolving would add it once more.
                resolve: false,
                replace: step == Step::Replace,
                scroll: false,
                ..Default::default()
            };
            navigate(&address, options);
        })
    };
    let going = {
        let base = base.clone();
        let whole = base.clone();
        let load = Callback::new(move |route: Address| browser::load(&route.href(&whole)));
        let write = Callback::new(move |(route, step): (Address, Step)| {
            let address = route.href(&base);
            to.run((address.clone(), step));
            if step == Step::Push {
                browser::ensure_pushed(&address);
            }
        });
        Going::new(write, load)
    };
    let route = {
        let (base, first, location) = (base.clone(), first.page.clone(), location.clone());
        Memo::new(move |_| {
            if let Some(ahead) = going.ahead() {
                return ahead;
            }
            let query = if alive.get() { location.search.get() } else { String::new() };
            let there = Address::parse(&base, &location.pathname.get(), &query);
            // A host may show its error page at an address that reads like a page.
            if !alive.get() && first == Address::NotFound { Address::NotFound } else { there }
        })
    };
    let settled = RwSignal::new(route.get_untracked());
    let root = root.into();
    let (dataset, entries) = (first.dataset.clone(), first.entries.clone());
    let site = Site { dataset, entries, catalogue, base, root, route, settled, going, alive, searchable };
    provide_context(site.clone());
    let coming = {
        let (base, location) = (site.base.clone(), location.clone());
        // A host shows its error page at addresses that read like pages.
        let at = Address::parse(&base, &location.pathname.get_untracked(), "").page();
        let at = if first.page == Address::NotFound { at } else { first.page.clone() };
        let spelled = Signal::derive(move || match route.get() {
            Address::NotFound => {
                let query = location.search.get();
                let mark = if query.is_empty() { "" } else { "?" };
                format!("{}{mark}{query}{}", location.pathname.get(), location.hash.get())
            }
            page => page.href(&base),
        });
        Coming::new(first, at, route, spelled, alive, supply.slice)
    };
    let shown = coming.shown;

    // Not before every part of the published page can be touched: what it shows may change from then on.
    effect(move || {
        enliven(move || alive.set(true));
    });
    // One spelling per question: an address that somebody typed, or that an earlier release wrote, is spelled anew.
    {
        let site = site.clone();
        effect(move || {
            if !alive.get() || going.is_ahead() || browser::is_translated() {
                return;
            }
            let Some(address) = route.with_untracked(|route| spelled(route, &site)) else { return };
            if browser::address() != address {
                to.run((format!("{address}{}", browser::part()), Step::Replace));
            }
        });
    }
    // Back, Forward and links to pages come by the address. Before one is followed the address must be written.
    {
        let base = site.base.clone();
        effect(move || {
            let there = Address::parse(&base, &location.pathname.get(), &location.search.get());
            going.yield_to_address(&base, &there.href(&base));
        });
    }
    effect(move || {
        browser::before_leaving(move || going.arrive());
        browser::before_scrolling(move || going.arrive());
        browser::mind_menus();
    });
    effect(move || {
        route.track();
        browser::after_paint(move || {
            if let (Some(now), Some(before)) = (route.try_get_untracked(), settled.try_get_untracked())
                && now != before
            {
                settled.set(now);
            }
        });
    });
    // A question in the address has hidden the published list. Its answer may wait for the words.
    effect(move || {
        let waits = route.with(|route| match route {
            Address::Projects(query) => !query.words().is_empty(),
            Address::Timeline(query) => !query.list.words().is_empty(),
            _ => false,
        });
        if !alive.get() {
            return;
        }
        if !waits || searchable.get() != Searchable::NotYet {
            // What answers it may have its turn after this.
            browser::once_settled(|| {
                browser::show_answer();
                keepsake::return_to_place();
            });
        } else {
            // That the words are still on their way is an answer too.
            set_timeout(browser::show_answer, WAIT_FOR_WORDS);
        }
    });
    effect(move || {
        route.track();
        alive.track();
        coming.bring();
    });
    let here = site.base.clone();
    effect(move || {
        let base = here.clone();
        browser::on_link(move |link| {
            leave_drawing();
            coming.follow(link, &Address::parse(&base, &link.pathname(), "").page());
            // What goes ahead of its address has it written later.
            browser::ensure_written(link, move || !going.is_ahead());
        });
    });
    let asked = StoredValue::new(false);
    effect(move || {
        if route.with(needs_words) && alive.get() && !asked.get_value() {
            asked.set_value(true);
            let arrived = |arrived| if arrived { Searchable::Yes } else { Searchable::Never };
            let still = Box::new(move || route.try_with_untracked(needs_words) == Some(true));
            supply.words.run(WantedWords { still, done: Box::new(move |it| searchable.set(arrived(it))) });
        }
    });
    Effect::new(move |previous: Option<Address>| {
        let page = shown.get().page;
        if let Some(previous) = previous.filter(|previous| *previous != page) {
            browser::end_passing_notice(Passing::Page);
            if !needs_words(&page) {
                browser::end_passing_notice(Passing::Words);
            }
            coming.lead(&previous, &page);
        }
        page
    });
    {
        let site = site.clone();
        effect(move || {
            let (shown, route) = (shown.get(), settled.get());
            searchable.track();
            if shown.page == route.page() {
                browser::set_canonical(&format!("{}{}", site.base, route.path()));
                browser::set_title(&site.ask(|catalogue| title(&route, &shown.dataset, catalogue)));
            } else if shown.page == Address::NotFound {
                browser::set_title(&site.ask(|catalogue| title(&Address::NotFound, &shown.dataset, catalogue)));
            }
        });
    }

    view! {
        <SiteHeader/>
        <Breadcrumbs shown/>
        {later(move || view! {
            <main id="main" tabindex="-1">
                // The router keeps the address and the clicks; which page an address means is `Address::parse`'s to say.
                <FlatRoutes fallback=|| ()>
                    <Route path=path!("/*any") view=move || view! { <Page shown site=site.clone()/> }.piece()/>
                </FlatRoutes>
            </main>
        }.piece())}
        <SiteFooter/>
    }
    .piece()
}

/// The address of what a page is asked, in its one spelling: without the day that holds anyway, and without a page after
/// the last, for which the first is shown. Nothing for a page that is asked nothing.
fn spelled(route: &Address, site: &Site) -> Option<String> {
    let day = site.dataset.meta.as_of;
    let usual = |list: &ProjectQuery| ProjectQuery { as_of: list.as_of.filter(|it| *it != day), ..list.clone() };
    let route = match route {
        Address::Projects(asked) => {
            let asked = usual(asked);
            let beyond = match asked.page {
                query::Page::Number(number) => site.ask(|catalogue| {
                    !catalogue.lacks_words(&asked)
                        && number.saturating_sub(1) * query::Page::SIZE >= catalogue.total(&asked).max(1)
                }),
                query::Page::All => false,
            };
            Address::Projects(if beyond { asked.at(query::Page::default()) } else { asked })
        }
        Address::Project(id, list) => Address::Project(id.clone(), usual(list)),
        Address::Timeline(query) => Address::Timeline(query.with_list(usual(&query.list))),
        _ => return None,
    };
    Some(site.href(&route))
}

/// Whether a page can do something with the words of the projects.
fn needs_words(route: &Address) -> bool {
    match route {
        Address::Projects(_) | Address::Timeline(_) => true,
        Address::Project(_, list) => !list.words().is_empty(),
        _ => false,
    }
}

/// The title of the window, with the number of projects that the page lists.
pub fn title(route: &Address, dataset: &Dataset, catalogue: &mut Catalogue) -> String {
    let found = match route {
        Address::Projects(query) => (!catalogue.lacks_words(query)).then(|| catalogue.total(query)),
        _ => None,
    };
    words::title(route, dataset, &catalogue.names(), found)
}

#[component]
fn Page(shown: RwSignal<Shown>, site: Site) -> impl IntoView {
    live(move || {
        let Shown { page, dataset, entries } = shown.get();
        let site = Site { dataset, entries, ..site.clone() };
        let data = site.dataset.clone();
        provide_context(site);
        match page {
            Address::Home => pages::Home().into_any(),
            Address::Partner(id) if data.country(&id).is_some() => view! { <pages::Partner id/> }.piece(),
            Address::Projects(_) => pages::Projects().into_any(),
            Address::Project(id, _) => match data.projects.get(&id) {
                Some(project) => view! { <pages::Project project=project.clone()/> }.piece(),
                None => written(pages::WHOLE),
            },
            Address::Timeline(_) => pages::Timeline().into_any(),
            _ => written(pages::WHOLE),
        }
    })
}
