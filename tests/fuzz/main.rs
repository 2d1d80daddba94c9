//! Every parser meets what nobody meant to write: it never panics, takes no long time and little memory, and gives back what
//! it has printed. Memory is what the parser holds at once, counted by the allocator.
//!
//! As part of `cargo atlas test` these are 159,240 inputs. For a longer look, in the release profile, where an input of less
//! than 100 KB may take 50 ms:
//!
//! ```sh
//! ATLAS_FUZZ_CASES=1200000 cargo test --release --test fuzz -- --nocapture
//! ```
//!
//! It says how many inputs each parser met and how often it ran, how long the slowest and how much memory the largest took:
//! 11,943,000 inputs and 11,943,001 executions in 113 seconds on two cores (one input was tried again, because the machine
//! had other things to do), the slowest 20 ms. `ATLAS_FUZZ_SEED` begins elsewhere.

// A test that meets what it did not expect must stop, and says how much it has looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod addresses;
mod damage;
mod data_sets;
mod inputs;
#[path = "../../src/engine/tests/seal/mod.rs"]
mod seal;
mod tables;
mod trial;
mod values;
