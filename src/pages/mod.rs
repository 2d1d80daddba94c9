//! One file per page on which something changes. A page takes the data set and its own record, and arranges components, and
//! among them the parts of it that were written where the site was built (`src/written`). The other pages were written whole.

mod home;
mod partner;
mod project;
mod projects;
mod timeline;

pub use home::Home;
pub use partner::Partner;
pub use project::Project;
pub use projects::Projects;
pub use timeline::Timeline;

use crate::domain::route::Route;
use crate::site::Shown;

/// The one part of a page that was written whole.
pub const WHOLE: &str = "page";

/// The names of the parts of a page that were written.
pub fn written_parts(page: &Route) -> &'static [&'static str] {
    match page {
        Route::Home => &["heading", "ways", "questions", "below"],
        Route::Partner(_) => &["heading", "side", "sections", "time", "below"],
        Route::Project(..) => &["above", "facts", "more-facts", "countries", "below", "time", "sources"],
        Route::Projects(_) | Route::Timeline(_) => &[],
        Route::Partners
        | Route::Organisations
        | Route::Organisation(_)
        | Route::Event(_)
        | Route::Documents
        | Route::About
        | Route::Accessibility
        | Route::NotFound => &[WHOLE],
    }
}

/// Whether it is this page that has come, with all of its parts. One of another release may have others, and a cache may mix
/// up two pages.
pub fn is_whole(shown: &Shown) -> bool {
    let derived = &shown.dataset.derived;
    derived.page == shown.page.path() && written_parts(&shown.page).iter().all(|name| derived.parts.contains_key(*name))
}
