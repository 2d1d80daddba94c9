//! `<Breadcrumbs>`: the way from the first page to this one, as on the predecessor's pages.

use super::{Link, Piece, later, live_option};
use crate::domain::dataset::Dataset;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::timeline::TimelineQuery;
use crate::site::Shown;
use crate::words::{self, words};
use leptos::prelude::*;

/// The breadcrumbs of a page; nothing on the first page.
#[component]
pub fn Breadcrumbs(
    /// The page and its data.
    shown: RwSignal<Shown>,
) -> impl IntoView {
    later(move || made(shown))
}

fn made(shown: RwSignal<Shown>) -> AnyView {
    let crumb = move |crumb: Crumb, dataset: &Dataset| match crumb {
        Crumb::Page(route) => {
            let name = words::page_name(&route, dataset);
            view! { <li><Link to=*route>{name}</Link></li> }.piece()
        }
        Crumb::Name(name) => view! { <li>{name}</li> }.piece(),
    };
    let trail = live_option(move || {
        let Shown { page: here, dataset, .. } = shown.get();
        let data = &*dataset;
        let crumbs: Vec<_> = trail(&here)?.into_iter().map(|it| crumb(it, data)).collect();
        let last = words::page_name(&here, data);
        let list = view! {
            <nav aria-label=words().breadcrumbs_label>
                <ol>
                    {crumbs}
                    <li aria-current="page">{last}</li>
                </ol>
            </nav>
        };
        Some(list.piece())
    });
    view! { <div class="breadcrumbs">{trail}</div> }.piece()
}

enum Crumb {
    Page(Box<Route>),
    Name(&'static str),
}

fn trail(page: &Route) -> Option<Vec<Crumb>> {
    use Crumb::{Name, Page};
    let home = || Page(Box::new(Route::Home));
    Some(match page {
        Route::Home => return None,
        Route::Partner(_) => vec![home(), Page(Box::new(Route::Partners))],
        Route::Projects(_) | Route::Documents | Route::Organisations | Route::Timeline(_) => {
            vec![home(), Name(words().resources)]
        }
        Route::Project(..) => {
            vec![home(), Name(words().resources), Page(Box::new(Route::Projects(ProjectQuery::default())))]
        }
        Route::Organisation(_) => vec![home(), Name(words().resources), Page(Box::new(Route::Organisations))],
        Route::Event(_) => {
            vec![home(), Name(words().resources), Page(Box::new(Route::Timeline(TimelineQuery::default())))]
        }
        Route::Partners | Route::About | Route::Accessibility | Route::NotFound => vec![home()],
    })
}
