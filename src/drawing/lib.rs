//! Marks on an axis of time: (items, axis, width) → rows, ticks and labels, and a picture of any part of them.
//!
//! The crate knows nothing of projects, events, words or pages: what is drawn is an [`Item`] with its days and its
//! groups. All of it is pure, but for the one painter that draws on a browser's canvas, behind the feature `canvas`;
//! the other painter writes SVG, for paper and for files.
//!
//! # What was measured
//!
//! The first picture of 10,000 marks in a browser that has only just met the code (the race's records, timed step by
//! step on a quiet machine, medians of nine to fifteen visits, milliseconds; the race's culled canvas beside them: 131):
//!
//! | step | before | now |
//! | --- | --- | --- |
//! | titles handed over (all of them before, those in sight now) and marks stacked | 41 | 11 |
//! | marks and labels painted | 20 | 23 |
//! | put on the screen by the browser | 14 | 13 |
//! | all | 78 | 50 |
//!
//! What brought it: no title is copied before its mark is seen; marks are put in order by [`buckets`] of time;
//! and loops that run ten thousand times stand in small functions of their own. A browser compiles a function that it
//! finds hot a second time, beside the page, and the larger the function, the longer that takes the second core from the
//! canvas: 19 and 29 ms when everything was melted into two functions, 5 now. Of what is left about 30 ms are the
//! browser's: finding a font, shaping 200 labels, and putting any canvas on the screen.
//!
//! Since that table rows are handed out by [`lanes`] of bits and freed in the order in which marks end, and everything is
//! reckoned in days: 10,000 bars are stacked in 0.9 ms where it took 1.4, compiled for this machine and not in a browser.
//! Where markers are among them, which take their room before their day, all are put in order once more, to be walked by
//! their days: a sixth more.

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
pub use window::{Window, bounded};
