//! Writes every page of the site as HTML, with the styles and the data, into the folder that Trunk has staged.
//!
//! Trunk runs it after the client is built (`Trunk.toml`). It reads:
//! - `TRUNK_STAGING_DIR`: where the client stands and the pages go;
//! - `ATLAS_PUBLIC_URL`: where the site will stand, `/`, `/portal/` or `https://example.org/portal/`; else
//!   `TRUNK_PUBLIC_URL`, which holds the path alone;
//! - `ATLAS_DATA`: the folder of the data set, default `public/data`.

// The type of a view holds the types of all its parts.
#![recursion_limit = "256"]
// A tool for the terminal: its words go there.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod export;
mod frame;
mod styles;

use atlas::domain::catalogue::Catalogue;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{FILES, File, read};
use atlas::domain::route::Route;
use atlas::domain::slices::Slices;
use atlas::domain::slug::Slug;
use atlas::unicode;
use frame::{Frame, Slice};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::{env, fs, io};

fn main() -> ExitCode {
    match run() {
        Ok(pages) => {
            println!("prerendered {pages} pages");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("prerender: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<usize, String> {
    let staging = PathBuf::from(
        env::var_os("TRUNK_STAGING_DIR").ok_or("TRUNK_STAGING_DIR is not set: run it through `cargo atlas build`")?,
    );
    let public_url =
        env::var("ATLAS_PUBLIC_URL").or_else(|_| env::var("TRUNK_PUBLIC_URL")).unwrap_or_else(|_| "/".into());
    let data = env::var_os("ATLAS_DATA").map_or_else(|| PathBuf::from("public/data"), PathBuf::from);

    let texts: Vec<(&str, Vec<u8>)> =
        FILES.into_iter().filter_map(|name| Some((name, fs::read(data.join(name)).ok()?))).collect();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let reading = read(&files);
    for problem in &reading.problems {
        eprintln!("{problem}");
    }
    if reading.problems.iter().any(|problem| !problem.fault.is_warning()) {
        return Err(format!("the data set in {} has errors; see `cargo atlas check`", data.display()));
    }
    let dataset = reading.dataset.ok_or("the data set cannot be read")?;
    let catalogue = Catalogue::files(&dataset);
    // Pages are made from exactly what the browser will read.
    let read = Catalogue::from_bytes(&catalogue.columns, dataset.meta.as_of, unicode::decompose);
    let mut read = read.map_err(|why| format!("the catalogue cannot be read: {why}"))?;
    let by_start: Vec<Slug> = read.ordered(&ProjectQuery::default()).iter().map(|row| read.listed(*row).id).collect();
    let slices = Slices::new(&dataset, &files, &by_start);
    let details = slices.details();

    copy_dir(Path::new("public"), &staging, &["data"]).map_err(in_place("public"))?;
    for (name, bytes) in &texts {
        write(&staging.join("data").join(name), bytes)?;
    }
    let template = fs::read_to_string(staging.join("index.html")).map_err(in_place("index.html"))?;
    let styles = styles::bundle(Path::new("style"), "main.css")?;
    let export = export::settle(&staging)?;
    let frame = Frame::new(&template, &public_url, catalogue, details, &styles, export)?;
    for (name, bytes) in frame.assets() {
        write(&staging.join(name), bytes)?;
    }
    let mut pages = Route::all(&dataset);
    pages.push(Route::NotFound);
    write_pages(&staging, &frame, &slices, &pages, &Arc::new(Mutex::new(read)))?;
    if let Some(sitemap) = frame.sitemap(&pages) {
        write(&staging.join("sitemap.xml"), sitemap.as_bytes())?;
    }
    Ok(pages.len())
}

/// Writes every page with its slice, on all processors.
fn write_pages(
    staging: &Path,
    frame: &Frame,
    slices: &Slices<'_>,
    pages: &[Route],
    catalogue: &Arc<Mutex<Catalogue>>,
) -> Result<(), String> {
    let read = |page: &Route| {
        let problem = |problem| format!("the slice of {} differs from the data: {problem}", page.path());
        Slice::read(slices.of(page)).map_err(problem)
    };
    // The pages of a list share one slice, which holds the whole of it: cut and read once, not once a page.
    let shared: [OnceLock<Result<Slice, String>>; 2] = Default::default();
    let next = AtomicUsize::new(0);
    let work = || -> Result<(), String> {
        while let Some(route) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let page = route.page();
            let own;
            let slice = match &page {
                Route::Projects(_) => shared[0].get_or_init(|| read(&page)),
                Route::Timeline(_) => shared[1].get_or_init(|| read(&page)),
                _ => {
                    own = read(&page);
                    &own
                }
            };
            let slice = slice.as_ref().map_err(String::clone)?;
            let html = frame.page(route, slice, catalogue);
            let path = route.path();
            let file = if path.ends_with('/') { format!("{path}index.html") } else { path };
            write(&staging.join(&file[1..]), html.as_bytes())?;
            if page.path() == route.path() {
                write(&staging.join(&route.slice()[1..]), slice.text.as_bytes())?;
            }
        }
        Ok(())
    };
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker.join().map_err(|_| "a page could not be rendered")??;
        }
        Ok(())
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let name = path.display().to_string();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(in_place(&name))?;
    }
    fs::write(path, bytes).map_err(in_place(&name))
}

fn in_place(name: &str) -> impl Fn(io::Error) -> String {
    let name = name.to_owned();
    move |error| format!("{name}: {error}")
}

/// Copies the files of a folder, but for the entries of its top level named in `except`.
fn copy_dir(from: &Path, to: &Path, except: &[&str]) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if except.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_dir(&entry.path(), &target, &[])?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
