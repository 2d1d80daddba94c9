//! One file per page. A page takes the data set and its own record, and arranges components.

mod about;
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
mod timeline;

pub use about::About;
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
pub use timeline::Timeline;
