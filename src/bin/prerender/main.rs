//! Writes every page of the site in every language as HTML, with the styles and the data, into the folder that Trunk has staged.
//!
//! Trunk runs it after the client is built (`Trunk.toml`). It reads:
//! - `TRUNK_STAGING_DIR`: where the client stands and the pages go;
//! - `ATLAS_PUBLIC_URL`: where the site will stand, `/`, `/portal/` or `https://example.org/portal/`; else
//!   `TRUNK_PUBLIC_URL`, which holds the path alone;
//! - `ATLAS_DATA`: the folder of the data set, default `public/data`.
//! - `ATLAS_PREVIOUS`: the bundle of the release before, whose files by hash go along; none by default.

// The type of a view holds the types of all its parts.
#![recursion_limit = "256"]
// A tool for the terminal: its words go there.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod calendar;
mod colours;
mod escape;
mod export;
mod feed;
#[cfg(test)]
mod fixture;
mod frame;
mod hashed;
mod head;
mod headers;
#[cfg(test)]
mod hostile;
mod integrity;
mod inventory;
mod json_ld;
mod manifest;
mod nodes;
mod open_search;
mod picture;
mod place;
mod previous;
mod robots;
mod shared;
mod styles;
mod xml;

use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::file::SiteFile;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{FILES, File, read};
use atlas::domain::release::marked;
use atlas::domain::route::Route;
use atlas::domain::slices::Slices;
use atlas::domain::slug::Slug;
use atlas::unicode;
use atlas::words::{self, LANGUAGES, Language};
use atlas::{figures, written};
use frame::{Frame, Shared, Slice, split_address};
use inventory::INVENTORY;
use shared::Sharing;
use std::collections::BTreeSet;
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

    let mut texts: Vec<(&str, Vec<u8>)> = Vec::new();
    for name in FILES {
        match fs::read(data.join(name)) {
            Ok(bytes) => texts.push((name, bytes)),
            // A problem of the data, which reading it will tell.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(in_place(&data.join(name).display().to_string())(error)),
        }
    }
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    copy_dir(Path::new("public"), &staging, &["data"]).map_err(in_place("public"))?;
    for (name, bytes) in &texts {
        write(&staging.join("data").join(name), bytes)?;
    }
    let shared = Shared {
        template: fs::read_to_string(staging.join("index.html")).map_err(in_place("index.html"))?,
        styles: styles::bundle(Path::new("style"), "main.css")?,
        export: export::settle(&staging)?,
        folder: staging,
        public_url,
    };
    let mut count = 0;
    let mut sitemap = String::new();
    for language in &LANGUAGES {
        let reading = read(&files, language.tag);
        if language == &LANGUAGES[0] {
            for problem in &reading.problems {
                eprintln!("{problem}");
            }
        }
        if reading.problems.iter().any(|problem| !problem.fault.is_warning()) {
            return Err(format!("the data set in {} has errors; see `cargo atlas check`", data.display()));
        }
        let dataset = reading.dataset.ok_or("the data set cannot be read")?;
        if let Some(visibility) = dataset.meta.visibility.as_ref().filter(|_| language == &LANGUAGES[0]) {
            let emblem = data.join(&visibility.emblem);
            let bytes = fs::read(&emblem).map_err(in_place(&emblem.display().to_string()))?;
            write(&shared.folder.join("data").join(&visibility.emblem), &bytes)?;
        }
        let (pages, urls) = write_in(&shared, language, &files, &dataset)?;
        count += pages;
        sitemap.extend(urls);
    }
    if !sitemap.is_empty() {
        write(&shared.folder.join(&SiteFile::SiteMap.path()[1..]), frame::whole_sitemap(&sitemap).as_bytes())?;
    }
    finish(&shared)?;
    Ok(count)
}

/// Writes the site in one language. Returns how many pages it has, and their part of the site map.
fn write_in(
    shared: &Shared,
    language: &'static Language,
    files: &[File<'_>],
    dataset: &Dataset,
) -> Result<(usize, Option<String>), String> {
    words::speak(language);
    let catalogue = Catalogue::files(dataset);
    // Pages are made from exactly what the browser will read.
    let columns = catalogue.columns.clone();
    let read = || {
        Catalogue::from_bytes(&columns, dataset.meta.as_of, unicode::decompose)
            .map_err(|why| format!("the catalogue cannot be read: {why}"))
    };
    let mut own = read()?;
    let by_start = own.ordered(&ProjectQuery::default());
    let by_start: Vec<Slug> = by_start.iter().map(|row| own.listed(*row).id).collect();
    let figures = figures::all(dataset, &mut own);
    let slices = Slices::new(dataset, files, &by_start).with_figures(figures);
    let details = slices.details();
    let sharing = Sharing::of(dataset, &shared.styles)?;
    let frame = Frame::new(shared, language, catalogue, details, sharing.found())?;
    for (name, bytes) in frame.assets() {
        write(&shared.folder.join(name), bytes)?;
    }
    let mut pages = Route::all(dataset);
    pages.push(Route::NotFound);
    let folder = shared.folder.join(language.prefix().trim_start_matches('/'));
    write_pages(&folder, language, &frame, &slices, &pages, &read)?;
    for (file, bytes) in sharing.files(&frame.place(), dataset)? {
        // What holds no words is the same in every language.
        let folder = if file.has_words() { &folder } else { &shared.folder };
        write(&folder.join(&file.path()[1..]), &bytes)?;
    }
    Ok((pages.len(), frame.sitemap(&pages)))
}

/// Takes over what an earlier release leaves, and writes what is made of all other files: what tells hosts what to send
/// with them, and then the inventory.
fn finish(shared: &Shared) -> Result<(), String> {
    let kept = match env::var_os("ATLAS_PREVIOUS") {
        Some(previous) => previous::keep(Path::new(&previous), &shared.folder)?,
        None => BTreeSet::new(),
    };
    let (_, root) = split_address(&shared.public_url)?;
    for (name, text) in headers::for_hosts(&root, &inventory::files(&shared.folder)?) {
        write(&shared.folder.join(name), text.as_bytes())?;
    }
    write(&shared.folder.join(INVENTORY), inventory::inventory(&shared.folder, &kept)?.as_bytes())
}

/// Writes every page with its slice, on all processors, each with a catalogue of its own: a shared one would have them
/// wait for each other's questions.
fn write_pages(
    folder: &Path,
    language: &'static Language,
    frame: &Frame,
    slices: &Slices<'_>,
    pages: &[Route],
    catalogue: &(dyn Fn() -> Result<Catalogue, String> + Sync),
) -> Result<(), String> {
    let read = |page: &Route, catalogue: &Arc<Mutex<Catalogue>>| {
        let problem = |problem: String| format!("the slice of {} differs from the data: {problem}", page.path());
        Slice::read(written::write(slices, page, frame.place().base, catalogue), page.clone(), language)
            .map_err(problem)
    };
    // The pages of a list share one slice, which holds the whole of it: cut and read once, not once a page.
    let shared: [OnceLock<Result<Slice, String>>; 2] = Default::default();
    let next = AtomicUsize::new(0);
    let work = || -> Result<(), String> {
        words::speak(language);
        let catalogue = Arc::new(Mutex::new(catalogue()?));
        while let Some(route) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let page = route.page();
            let own;
            let slice = match &page {
                Route::Projects(_) => shared[0].get_or_init(|| read(&page, &catalogue)),
                Route::Timeline(_) => shared[1].get_or_init(|| read(&page, &catalogue)),
                _ => {
                    own = read(&page, &catalogue);
                    &own
                }
            };
            let slice = slice.as_ref().map_err(String::clone)?;
            let html = frame.page(route, slice, &catalogue);
            let path = route.path();
            let file = if path.ends_with('/') { format!("{path}index.html") } else { path };
            write(&folder.join(&file[1..]), html.as_bytes())?;
            if page.path() == route.path() {
                write(&folder.join(&route.slice()[1..]), marked(&slice.text, frame.release()).as_bytes())?;
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
