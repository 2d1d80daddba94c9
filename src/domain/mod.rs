//! RULES: what the atlas knows and how it answers, as values and pure functions.
//!
//! Absent here, on purpose: Leptos, the browser, the network, the file system and the clock. "Today" is always
//! an argument. Everything builds and tests without the `hydrate` and `ssr` features, in seconds.
//!
//! Reading order: the small values, what sources state with them, the records, the data set and its reader, the
//! questions.

pub mod character;
pub mod date;
pub mod money;
pub mod period;
pub mod slug;
pub mod sorted;
pub mod status;

pub mod budget;
pub mod party;
pub mod source;
pub mod stated;

pub mod country;
pub mod document;
pub mod event;
pub mod organisation;
pub mod project;
pub mod project_type;

pub mod dataset;
pub mod derived;
pub mod problem;
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod slices;

pub mod band;
pub mod column;
pub mod day_facts;
pub mod facet;
pub mod file;
pub mod part;
pub mod query;
pub mod query_string;
pub mod release;
pub mod route;
pub mod sort;
pub mod typed;

pub mod catalogue;
pub mod figures;
pub mod fold;
pub mod timeline;
pub mod tongue;
