//! One file per page. A page takes the data set and its own record, and arranges components.

#[cfg(not(target_arch = "wasm32"))]
mod about;
#[cfg(not(target_arch = "wasm32"))]
mod accessibility;
mod documents;
mod event;
mod home;
mod not_found;
mod organisation;
mod organisations;
mod partner;
mod partners;
mod project;
mod projects;
mod prose;
mod timeline;

#[cfg(not(target_arch = "wasm32"))]
pub use about::About;
#[cfg(not(target_arch = "wasm32"))]
pub use accessibility::Accessibility;
pub use documents::Documents;
pub use event::Event;
pub use home::Home;
pub use not_found::NotFound;
pub use organisation::Organisation;
pub use organisations::Organisations;
pub use partner::Partner;
pub use partners::Partners;
pub use project::Project;
pub use projects::Projects;
pub use prose::Prose;
pub use timeline::Timeline;
