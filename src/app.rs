//! [`App`]: the frame of every page, and the one place where an address chooses its page.

use crate::browser::{self, Passing};
use crate::components::{Breadcrumbs, Piece, SiteFooter, SiteHeader, effect, enliven, leave_drawing, live, written};
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
    /// Brings the slice of a page and hands it over; [`Address::NotFound`] with the slice of another page when there
    /// is no such page. Where it cannot, it tells the visitor and hands over nothing.
    pub slice: Callback<Wanted>,
    /// Brings the words of the projects into the catalogue, then says whether they have arrived.
    pub words: Callback<WantedWords>,
}

/// Whom to tell something that takes its time. No `Callback`: one that is made in an effect goes when the effect runs
/// again, and that is at the visitor's next choice.
pub type Listener<T> = Box<dyn Fn(T) + Send + Sync>;

/// A page that is to be brought.
pub struct Wanted {
    /// Its address.
    pub address: Address,
    /// How many that were asked for before have not been answered. Browsers let a second request for the same file wait for the
    /// first, which may never be answered.
    pub unanswered: usize,
    /// Whether the visitor still wants it: they may have gone elsewhere meanwhile.
    pub still: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Whether nobody has asked for it again since. Of what was asked for twice only the last may say that it does not come.
    pub last: Box<dyn Fn() -> bool + Send + Sync>,
    /// Takes the page, or that it does not come.
    pub done: Listener<Option<Shown>>,
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
    let shown = RwSignal::new(first.clone());
    let seen = StoredValue::new(vec![first]);

    // Not before every part of the published page can be touched: what it shows may change from then on.
    effect(move || {
        enliven(move || {
            alive.set(true);
            browser::mark_alive();
        });
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
        browser::mind_places();
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
            browser::show_answer();
            keepsake::return_to_place();
        } else {
            // That the words are still on their way is an answer too.
            set_timeout(browser::show_answer, WAIT_FOR_WORDS);
        }
    });
    // Brings what the address wants.
    let coming: StoredValue<Option<Address>> = StoredValue::new(None);
    let unanswered = StoredValue::new(0_usize);
    let requests = StoredValue::new(0_usize);
    // The part of another page to which a link leads: the router looks for it on the page that is shown when it is followed.
    let part: StoredValue<Option<String>> = StoredValue::new(None);
    let bring = move || {
        let page = route.with_untracked(Address::page);
        if shown.with_untracked(|shown| shown.page == page) {
            part.set_value(None);
            // Whatever was said of another page that was to come has passed, and who wants it again asks anew.
            coming.set_value(None);
            browser::end_passing_notice(Passing::Page);
        } else if let Some(again) = seen.with_value(|seen| seen.iter().find(|it| it.page == page).cloned()) {
            // What was shown once is shown again at once, so that Back finds its place.
            coming.set_value(None);
            shown.set(again);
        } else if coming.with_value(|coming| coming.as_ref() != Some(&page)) {
            coming.set_value(Some(page.clone()));
            let still: Arc<dyn Fn() -> bool + Send + Sync> = {
                let page = page.clone();
                Arc::new(move || route.try_with_untracked(|route| route.page() == page) == Some(true))
            };
            let wanted = still.clone();
            let before = unanswered.get_value();
            unanswered.set_value(before + 1);
            requests.update_value(|count| *count += 1);
            let mine = requests.get_value();
            let last = Box::new(move || requests.try_get_value() == Some(mine));
            let done = Box::new(move |found: Option<Shown>| {
                unanswered.update_value(|count| *count -= 1);
                coming.update_value(|coming| drop(coming.take_if(|coming| *coming == page)));
                // Of two that were asked for, one after the other, the first to come is shown.
                let missing = shown.with_untracked(|shown| shown.page != page);
                if let Some(found) = found.filter(|_| missing && wanted()) {
                    seen.update_value(|seen| seen.push(found.clone()));
                    shown.set(found);
                }
            });
            supply.slice.run(Wanted { address: route.get_untracked(), unanswered: before, still, last, done });
        }
    };
    effect(move || {
        route.track();
        if alive.get() {
            bring();
        }
    });
    // The address of a page that did not come, or takes its time, stands in the bar already: a link to it changes nothing,
    // and asks once more.
    let here = site.base.clone();
    effect(move || {
        let base = here.clone();
        browser::on_link(move |link| {
            leave_drawing();
            part.set_value(link.hash().strip_prefix('#').filter(|part| !part.is_empty()).map(str::to_owned));
            let to = Address::parse(&base, &link.pathname(), "").page();
            if alive.get_untracked() && route.with_untracked(Address::page) == to {
                coming.set_value(None);
                bring();
            }
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
    let canonical = site.clone();
    Effect::new(move |previous: Option<Address>| {
        let page = shown.get().page;
        if let Some(previous) = previous.filter(|previous| *previous != page) {
            browser::end_passing_notice(Passing::Page);
            if !needs_words(&page) {
                browser::end_passing_notice(Passing::Words);
            }
            browser::set_canonical(&canonical.href(&page));
            let part = part.try_update_value(Option::take).flatten();
            match (part, &previous, &page) {
                (Some(part), ..) => browser::focus_part(&part),
                // From a project back to its list: where the visitor was.
                (_, Address::Project(..), Address::Projects(_)) => browser::focus_link(&previous.path()),
                // From an entry back to the timeline: to its link in the list. To its mark, the drawing leads.
                (_, _, Address::Timeline(_)) => browser::focus_entry_link(&previous.path()),
                _ => browser::focus_heading(),
            }
        }
        page
    });
    {
        let site = site.clone();
        effect(move || {
            let (shown, route) = (shown.get(), settled.get());
            searchable.track();
            if shown.page == route.page() {
                browser::set_title(&site.ask(|catalogue| title(&route, &shown.dataset, catalogue)));
            } else if shown.page == Address::NotFound {
                browser::set_title(&site.ask(|catalogue| title(&Address::NotFound, &shown.dataset, catalogue)));
            }
        });
    }

    view! {
        <SiteHeader/>
        <Breadcrumbs shown/>
        <main id="main" tabindex="-1">
            // The router keeps the address and the clicks; which page an address means is `Address::parse`'s to say.
            <FlatRoutes fallback=|| ()>
                <Route path=path!("/*any") view=move || view! { <Page shown site=site.clone()/> }.piece()/>
            </FlatRoutes>
        </main>
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
