//! [`fuzz`]: one parser over many inputs, held to its time and its memory.

use allocation_counter::measure;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::cell::Cell;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long an input of less than 100 KB may take; ten times as long where nothing is optimised.
pub const LONGEST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 });

/// How much memory an input may take at once, for each of its bytes.
pub const MOST_PER_BYTE: u64 = 50;

/// How much memory it may take however short it is: the tables of a parser, a data set of nothing.
const MOST_OF_NOTHING: u64 = 16 * 1024;

/// How many inputs were tried by all tests so far, and how often a parser ran.
static INPUTS: AtomicU64 = AtomicU64::new(0);
static EXECUTIONS: AtomicU64 = AtomicU64::new(0);

/// A number of the environment.
fn asked(name: &str, otherwise: u64) -> u64 {
    env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// Runs a parser over many inputs. `divisor`: how much dearer it is than the cheapest.
pub fn fuzz<S: Strategy>(
    name: &str,
    divisor: u64,
    inputs: S,
    size: impl Fn(&S::Value) -> usize,
    check: impl Fn(&S::Value),
) {
    let cases = (asked("ATLAS_FUZZ_CASES", 16_000) / divisor).max(20);
    let config = Config {
        cases: u32::try_from(cases).expect("not so many"),
        failure_persistence: None,
        max_shrink_iters: 5000,
        ..Config::default()
    };
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&asked("ATLAS_FUZZ_SEED", 1).to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let (tried, runs, began) = (Cell::new(0_u64), Cell::new(0_u64), Instant::now());
    let (slowest, most) = (Cell::new(Duration::ZERO), Cell::new((0_u64, 0_usize)));
    let result = runner.run(&inputs, |input| {
        tried.set(tried.get() + 1);
        let size = size(&input);
        // Of several tries the fastest, because a machine has other things to do.
        let mut took = Duration::MAX;
        for _ in 0..5 {
            let mut outcome = Ok(());
            let begin = Instant::now();
            let memory = measure(|| outcome = catch_unwind(AssertUnwindSafe(|| check(&input))));
            took = took.min(begin.elapsed());
            runs.set(runs.get() + 1);
            if let Err(panic) = outcome {
                resume_unwind(panic);
            }
            most.set(most.get().max((memory.bytes_max, size)));
            prop_assert!(
                memory.bytes_max <= MOST_PER_BYTE * size as u64 + MOST_OF_NOTHING,
                "{} bytes of memory for {size}",
                memory.bytes_max
            );
            if took <= LONGEST {
                break;
            }
        }
        slowest.set(slowest.get().max(took));
        prop_assert!(size >= 100_000 || took <= LONGEST, "took {took:?}");
        Ok(())
    });
    let inputs = INPUTS.fetch_add(tried.get(), Ordering::Relaxed) + tried.get();
    let executions = EXECUTIONS.fetch_add(runs.get(), Ordering::Relaxed) + runs.get();
    let (memory, size) = most.get();
    println!(
        "{name}: {} inputs, {} executions in {:.1?}, the slowest {:.2?}, the largest {memory} bytes of memory for {size}; \
         so far {inputs} inputs, {executions} executions",
        tried.get(),
        runs.get(),
        began.elapsed(),
        slowest.get(),
    );
    if let Err(why) = result {
        panic!("{name}: {why}");
    }
}

/// Runs a parser of texts.
pub fn texts<S: Strategy<Value = String>>(name: &str, divisor: u64, inputs: S, check: impl Fn(&str)) {
    fuzz(name, divisor, inputs, String::len, |text| check(text));
}
