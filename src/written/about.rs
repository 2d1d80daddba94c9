//! What this is, its data, sources and licence, and how to correct it.

use crate::components::{ExternalLink, Fact, Link, Piece};
use crate::domain::catalogue::names::Name;
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::read::FILES;
use crate::domain::route::Route;
use crate::domain::sorted::sorted_by_key;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;
use std::cmp::Reverse;

/// How many publishers the page names; the list can be narrowed by all of them.
const SOURCES: usize = 200;

/// The page about the atlas.
pub fn elements() -> Vec<AnyView> {
    vec![super::heading(&Route::About), prose()]
}

fn prose() -> AnyView {
    let site = use_site();
    let data = &site.dataset;
    let meta = &data.meta;
    let (counts, names) = (site.counts(&ProjectQuery::default()), site.names());
    let publishers = names.of(Facet::Source).iter().filter(|name| !name.name.is_empty());
    let publishers = publishers.map(|name| (name, counts.of(Facet::Source, &name.id))).collect();
    // Those with as many stay in the order of their names.
    let publishers = sorted_by_key(publishers, |(_, count): &(&Name, usize)| Reverse(*count));
    let publishers = publishers.into_iter().take(SOURCES).map(|(name, count)| {
        let to = Route::Projects(ProjectQuery::only(Facet::Source, &name.id));
        let title = name.name.clone();
        view! { <li><Link to>{title}</Link> " " <span class="count">{words().number(count)}</span></li> }.piece()
    });
    let (as_of, version, publisher) = (words().day(meta.as_of), meta.data_version.clone(), meta.publisher.clone());
    let files = FILES.map(|name| {
        let href = site.file(&format!("data/{name}"));
        view! { <li><a href=href rel="external">{name}</a></li> }.piece()
    });
    let files = files.into_iter().collect::<Vec<_>>();
    let origin = meta.origin.iter().map(|text| view! { <p>{text.clone()}</p> }.piece()).collect::<Vec<_>>();
    let reading = words().published().about_reading_text.map(|text| view! { <li>{text}</li> }.piece());
    let correct = match meta.contact.clone() {
        Some(href) => {
            let text = href.strip_prefix("mailto:").unwrap_or(&href).to_owned();
            view! { <p>{words().published().about_correct_text}</p><p><ExternalLink href text/></p> }.piece()
        }
        None => view! { <p>{words().published().about_correct_text}</p><p>{words().published().about_no_contact}</p> }
            .piece(),
    };
    view! {
        <div class="prose">
            <section><h2>{words().published().about_what}</h2><p>{words().published().about_what_text}</p></section>
            <section><h2>{words().published().about_reading}</h2><ul>{reading.into_iter().collect::<Vec<_>>()}</ul></section>
            <section>
                <h2>{words().published().about_data}</h2>
                {origin}
                <dl class="facts">
                    <Fact label=words().published().about_as_of>{as_of}</Fact>
                    <Fact label=words().published().about_version>{version}</Fact>
                    <Fact label=words().published().about_publisher>{publisher}</Fact>
                    <Fact label=words().published().about_download>
                        <ul class="inline-list">{files}</ul>
                    </Fact>
                </dl>
            </section>
            <section>
                <h2>{words().published().about_licence}</h2>
                <p>
                    {words().licence_line(&meta.licence)} " "
                    <ExternalLink href=meta.licence_url.clone() text=meta.licence_url.clone()/>
                </p>
                <p>{words().published().licence_code}</p>
            </section>
            <section><h2>{words().published().about_correct}</h2>{correct}</section>
            <section><h2>{words().published().about_privacy}</h2><p>{words().published().about_privacy_text}</p></section>
            <section>
                <h2>{words().published().about_sources}</h2>
                <p>{words().published().about_sources_lead}</p>
                <ul class="directory">{publishers.collect::<Vec<_>>()}</ul>
            </section>
        </div>
    }
    .piece()
}
