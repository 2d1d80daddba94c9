//! `<QueryForm>`: a few fields that are read together when the form is sent.

use super::{Piece, effect, flag, mark, text};
use crate::words::words;
use leptos::prelude::*;

/// A field of the form.
#[derive(Clone)]
pub struct Field {
    /// Its key in the address, as its name.
    pub key: &'static str,
    /// What it is for.
    pub label: &'static str,
    /// What stands in it, or whether it is ticked (empty: it is not).
    pub value: Signal<String>,
    /// How it is filled in.
    pub input: Input,
}

/// How a field is filled in.
#[derive(Clone)]
pub enum Input {
    /// By typing.
    Text,
    /// By ticking.
    Tick,
    /// By choosing one of these values, each with its name.
    Choice(Vec<(String, String)>),
}

/// A form of a few fields with one button. What cannot be read is said below, tied to its field.
#[component]
pub fn QueryForm(
    /// What the fields are about.
    legend: &'static str,
    /// How to fill them in.
    hint: &'static str,
    /// The fields.
    fields: Vec<Field>,
    /// Whether the page is alive.
    alive: RwSignal<bool>,
    /// Takes the values in the order of the fields; gives back the number of a field that cannot be read, and why.
    send: Callback<Vec<String>, Option<(usize, &'static str)>>,
) -> impl IntoView {
    let fault = RwSignal::new(None::<(usize, &'static str)>);
    let entered: StoredValue<Vec<String>> =
        StoredValue::new(fields.iter().map(|field| field.value.get_untracked()).collect());
    let id = fields.first().map(|field| field.key).unwrap_or_default();
    let (hint_id, fault_id) = (format!("{id}-hint"), format!("{id}-fault"));
    // When the address says something else, the fields do too.
    for (at, field) in fields.iter().enumerate() {
        let value = field.value;
        effect(move || {
            let value = value.get();
            entered.update_value(|entered| {
                if let Some(slot) = entered.get_mut(at) {
                    *slot = value;
                }
            });
            fault.set(None);
        });
    }
    let enter = move |at: usize, value: String| {
        entered.update_value(|entered| {
            if let Some(slot) = entered.get_mut(at) {
                *slot = value;
            }
        });
    };
    let described = format!("{hint_id} {fault_id}");
    let rows = fields.into_iter().enumerate().map(|(at, field)| {
        let Field { key, label, value, input } = field;
        let invalid = mark(move || fault.with(|fault| fault.is_some_and(|(place, _)| place == at)).then_some("true"));
        let described = described.clone();
        match input {
            Input::Text => view! {
                <label class="field">
                    <span>{label}</span>
                    <input
                        type="text"
                        name=key
                        size="11"
                        maxlength="20"
                        autocomplete="off"
                        aria-describedby=described
                        aria-invalid=invalid
                        prop:value=value
                        on:input:target=move |event| enter(at, event.target().value())
                    />
                </label>
            }
            .piece(),
            Input::Tick => view! {
                <label class="field field-tick">
                    <input
                        type="checkbox"
                        name=key
                        prop:checked=flag(move || !value.get().is_empty())
                        on:change:target=move |event| {
                            enter(at, if event.target().checked() { "yes".to_owned() } else { String::new() });
                        }
                    />
                    <span>{label}</span>
                </label>
            }
            .piece(),
            Input::Choice(choices) => {
                let options = choices.into_iter().map(|(id, name)| {
                    let chosen = id.clone();
                    view! { <option value=id prop:selected=flag(move || value.get() == chosen)>{name}</option> }.piece()
                });
                view! {
                    <label class="field">
                        <span>{label}</span>
                        <select name=key aria-invalid=invalid aria-describedby=described on:change:target=move |event| enter(at, event.target().value())>
                            {options.collect::<Vec<_>>()}
                        </select>
                    </label>
                }
                .piece()
            }
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        fault.set(send.run(entered.get_value().iter().map(|value| value.trim().to_owned()).collect()));
    };
    view! {
        <form class="query-form" on:submit=submit novalidate="">
            <fieldset disabled=flag(move || !alive.get())>
                <legend>{legend}</legend>
                <div class="fields">{rows.collect::<Vec<_>>()}</div>
                <p class="hint" id=hint_id>{hint}</p>
                <p class="fault" id=fault_id role="alert">{text(move || fault.with(|fault| fault.map_or("", |(_, why)| why).to_owned()))}</p>
                <button type="submit">{words().list.apply}</button>
            </fieldset>
        </form>
    }
    .piece()
}
