//! The Rule of Law Atlas: who supports the rule of law in Central Asia, as a static site.
//!
//! In reading order. Who may import whom is checked by `tests/layers.rs`:
//!
//! - [`domain`] RULES: imports only itself and plain libraries; no Leptos, browser, network, files or clock.
//! - [`words`]: every sentence the visitor reads that is not data; imports `domain`.
//! - `drawing`: marks on an axis of time, a package of its own; `stage` paints them on a canvas of the page.
//! - [`figures`]: pictures with a table behind them, as markup, made where the site is built; imports `domain`, `words`.
//! - [`sheet`]: a table that leaves the site as a file; a package of its own, with the writers of files.
//! - `browser`, `fetch`, `exporter`: the only places that touch the window, the network, and the module that writes files.
//! - `keepsake`: what the browser keeps for the visitor, on the visitor's own act.
//! - `unicode`: the decomposition of texts, by the browser or by a library.
//! - `going`: the way to another address; imports `domain` and `browser`.
//! - `coming`: how the page at an address comes; imports `domain`, `browser`, `keepsake` and `site`.
//! - `site`: what every component may ask: the page's data, the catalogue, the address, whether the page is alive.
//! - `components`: values in, markup out; import the above, never `pages`.
//! - `pages`: one file per page on which something changes; import the above.
//! - `written`: what never changes on a page, as markup, made where the site is built.
//! - `app`: the frame of every page and the one place where an address chooses its page.
//! - `bin/`: tools. Nothing imports them.

// The type of a view holds the types of all its parts.
#![recursion_limit = "256"]

pub mod domain;
#[cfg(not(target_arch = "wasm32"))]
pub mod figures;
pub mod words;

pub use sheet;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod app;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod browser;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod coming;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod components;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod exporter;
#[cfg(feature = "hydrate")]
pub mod fetch;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod going;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod keepsake;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod pages;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod site;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod stage;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod unicode;
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod written;
