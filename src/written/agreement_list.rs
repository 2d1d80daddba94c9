//! `<AgreementList>` and `<EnvelopeTable>`: a country's agreements with the EU, and the money set aside.

use crate::components::{ExternalLink, Piece, SourceMarks};
use crate::domain::country::{Agreement, Envelope};
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::site::use_site;
use crate::words::{self, published, words};
use leptos::prelude::*;

/// Agreements and steps in relations with the EU.
#[component]
pub fn AgreementList(
    /// The agreements.
    agreements: Vec<Agreement>,
) -> impl IntoView {
    let items = agreements.into_iter().map(|it| {
        let dates = published::agreement_dates(it.signed, it.in_force).map(|dates| format!(", {dates}"));
        let note = it.note.map(|note| format!(". {note}"));
        let document = it.document.map(|id| document_link(&id));
        view! {
            <li>
                {it.title} {dates} {note} <span class="as-of">" (" {words().as_of(it.basis.as_of)} ")"</span>
                <SourceMarks numbers=it.basis.sources/> {document}
            </li>
        }
        .piece()
    });
    view! { <ul>{items.collect::<Vec<_>>()}</ul> }.piece()
}

fn document_link(id: &Slug) -> impl IntoView + use<> {
    let site = use_site();
    let size = site.dataset.document(id).and_then(|it| it.size.clone()).map(|size| format!(" ({size})"));
    let title = site.dataset.document(id).map(|it| it.title.clone());
    let href = format!("{}#document-{id}", site.href(&Route::Documents));
    view! { " " <a href=href>{title} {size}</a> }.piece()
}

/// The money that the EU set aside, one row a source.
#[component]
pub fn EnvelopeTable(
    /// The envelopes of one country.
    envelopes: Vec<Envelope>,
) -> impl IntoView {
    let data = use_site().dataset;
    let rows = envelopes.into_iter().map(|it| {
        let place = match it.countries.len() {
            1 => words().published().envelope_country.to_owned(),
            count if count == data.countries.len() => words().published().envelope_region.to_owned(),
            _ => {
                let names = it.countries.iter().filter_map(|id| data.country(id)).map(|it| it.name.clone());
                words::list_of(&names.collect::<Vec<_>>())
            }
        };
        let source = it.sources.first().map(|source| {
            let dates = words().source_dates(source.dated.or(it.as_of), source.seen);
            let link = match source.url.clone() {
                Some(href) => view! { <ExternalLink href text=source.publisher.clone()/> }.piece(),
                None => source.publisher.clone().into_any(),
            };
            view! { {link} " " <span class="small">"(" {dates} ")"</span> }.piece()
        });
        view! {
            <tr>
                <th scope="row">{words().period(&it.period)}</th>
                <td class="number">{words::budget_line(Some(&it.budget))}</td>
                <td>
                    {place}
                    {it.note.map(|note| view! { <span class="small">". " {note}</span> }.piece())}
                </td>
                <td>{source}</td>
            </tr>
        }
        .piece()
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words().published().envelopes>
            <table class="funds-table">
                <caption>{words().published().envelopes}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words().published().envelope_years}</th>
                        <th scope="col" class="number">{words().published().envelope_sum}</th>
                        <th scope="col">{words().published().envelope_for}</th>
                        <th scope="col">{words().published().envelope_source}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        </div>
        <p class="small">{words().published().envelope_conflict}</p>
    }
    .piece()
}
