//! Marks on an axis of time: (items, axis, width) → rows, ticks and labels, and a picture of any part of them.
//!
//! The crate knows nothing of projects, events, words or pages: what is drawn is an [`Item`] with its days and its
//! groups. All of it is pure, but for the one painter that draws on a browser's canvas, behind the feature `canvas`;
//! the other painter writes SVG, for paper and for files.

pub mod span;

pub mod window;

pub mod item;

pub mod buckets;

pub mod lanes;

pub mod layout;

pub mod text;

pub mod ticks;

pub mod density;

pub mod walk;

pub mod svg;

#[cfg(feature = "canvas")]
pub mod canvas;

pub use item::{Item, Items, Shape, Titles};
pub use layout::{Labels, Layout, View};
pub use span::{Day, Edge, Span};
pub use window::Window;
