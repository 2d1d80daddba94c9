//! `<Saves>`: the drawing and its entries as files.

use super::{Piece, Scene, on, paper, table, text};
use crate::browser;
use crate::exporter;
use crate::site::{Site, use_site};
use crate::words::words;
use leptos::logging::error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sheet::kind::Kind;

/// What can be saved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum File {
    Svg,
    Png,
    Entries(Kind),
}

impl File {
    /// Every file with the name of its button.
    fn table() -> [(Self, &'static str); 4] {
        let say = &words().timeline;
        [
            (Self::Entries(Kind::Csv), say.save_csv),
            (Self::Entries(Kind::Ical), say.save_ics),
            (Self::Svg, say.save_svg),
            (Self::Png, say.save_png),
        ]
    }
}

/// The menu of files.
#[component]
pub fn Saves(scene: Scene) -> impl IntoView {
    let site = use_site();
    let said = RwSignal::new(String::new());
    let buttons = File::table().map(|(file, name)| {
        let site = site.clone();
        let click = move |_| {
            said.set(words().save.saving.to_owned());
            let site = site.clone();
            spawn_local(async move {
                let ended = match save(scene, &site, file).await {
                    Ok((name, rows)) => {
                        rows.map_or_else(|| words().saved(&name), |rows| words().saved_rows(&name, rows))
                    }
                    Err(why) => {
                        error!("{why}");
                        words().save.save_failed.to_owned()
                    }
                };
                // The visitor may have gone to another page meanwhile.
                let _ = said.try_set(ended);
            });
        };
        view! { <li><button type="button" on:click=on(click)>{name}</button></li> }.piece()
    });
    view! {
        <details class="menu save-menu" name="menu">
            <summary>{words().timeline.save}</summary>
            <div>
                <ul>{buttons.into_iter().collect::<Vec<_>>()}</ul>
                <p role="status">{text(move || said.get())}</p>
            </div>
        </details>
    }
    .piece()
}

/// Makes a file and hands it over; its name, and how many rows it has if it has rows.
async fn save(scene: Scene, site: &Site, file: File) -> Result<(String, Option<usize>), String> {
    let (query, names) = (scene.query.get_untracked(), scene.names.get_untracked());
    let stem = table::name(&query, &site.dataset.meta.data_version);
    let named = |extension: &str| [&stem, ".", extension].concat();
    match file {
        File::Svg | File::Png => {
            let picture = paper::pictures(scene, site, false).concat();
            let name = named(if file == File::Svg { "svg" } else { "png" });
            let done = match file {
                File::Svg => exporter::download(&name, "image/svg+xml", picture.as_bytes()),
                _ => exporter::download_png(&name, &picture).await,
            };
            done.map(|()| (name, None)).map_err(|why| why.to_string())
        }
        File::Entries(kind) => {
            let address = format!("{}{}", browser::origin(), site.base);
            let found = scene.found.get_untracked();
            let table = scene
                .timeline
                .with_value(|timeline| table::sheet(kind, timeline, &found, &names, &site.dataset, &query, &address));
            let bytes = exporter::write(kind, &table).await.map_err(|why| why.to_string())?;
            let name = named(kind.key());
            exporter::download(&name, kind.mime(), &bytes).map_err(|why| why.to_string())?;
            // What has no day has no place in a calendar; the number says how many have.
            Ok((name, Some(table.rows.len())))
        }
    }
}
