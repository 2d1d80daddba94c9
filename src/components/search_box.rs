//! `<SearchBox>`: the field for words. Each letter is answered at once.

use super::{Piece, effect, flag};
use crate::words::words;
use leptos::html::Input;
use leptos::prelude::*;

/// A field that reports what is typed into it, and shows what the address says when that changes otherwise.
#[component]
pub fn SearchBox(
    /// The key in the address, as the field's name.
    name: &'static str,
    /// The words that the address asks for.
    #[prop(into)]
    text: Signal<String>,
    /// Whether the page is alive.
    alive: RwSignal<bool>,
    /// Takes the words, `true` once they are final (Enter).
    ask: Callback<(String, bool)>,
) -> impl IntoView {
    let field: NodeRef<Input> = NodeRef::new();
    // The words that were asked for last. When the address says the same, the visitor may have typed on meanwhile.
    let asked = StoredValue::new(String::new());
    effect(move || {
        let text = text.get();
        if let Some(field) = field.get()
            && asked.with_value(|asked| asked.trim() != text)
        {
            field.set_value(&text);
        }
        asked.set_value(text);
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            ask.run((field.value(), true));
        }
    };
    view! {
        <form class="search-box" role="search" on:submit=submit autocomplete="off">
            <fieldset disabled=flag(move || !alive.get())>
                <label for="search-words">{words().list.search_label}</label>
                <div class="search-row">
                    <input
                        id="search-words"
                        type="search"
                        name=name
                        node_ref=field
                        maxlength="200"
                        spellcheck="false"
                        on:input:target=move |event| {
                            let words = event.target().value();
                            asked.set_value(words.clone());
                            ask.run((words, false));
                        }
                    />
                    <button type="submit">{words().list.search_button}</button>
                </div>
            </fieldset>
        </form>
    }
    .piece()
}
