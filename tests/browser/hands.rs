//! What a visitor does, by mouse or by keyboard.

use crate::browser::{Browser, ENTER, SPACE};
use fantoccini::Locator;
use serde_json::json;

/// Which hand does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Mouse,
    Keyboard,
}

/// One thing that a visitor does. Elements are named by selectors; the first one found is meant.
#[derive(Clone, Debug)]
pub enum Act {
    /// Unfolds the `details` that holds an element, unless it is open.
    Open(String),
    /// Clicks, or brings the focus there and presses the key that does the same.
    Click(String),
    /// Types into a field.
    Type(String, String),
    /// Empties a field.
    Empty(String),
    /// Types over what stands in a field.
    Replace(String, String),
    /// Chooses the value of a list that begins like this.
    Choose(String, &'static str),
    /// Presses Enter where the focus is.
    Enter,
}

impl Act {
    /// The element that is used.
    pub fn on(&self) -> Option<&str> {
        match self {
            Self::Open(on)
            | Self::Click(on)
            | Self::Type(on, _)
            | Self::Replace(on, _)
            | Self::Empty(on)
            | Self::Choose(on, _) => Some(on),
            Self::Enter => None,
        }
    }
}

/// Control and A, as WebDriver spells them.
const SELECT_ALL: [char; 2] = ['\u{e009}', 'a'];
const DELETE: char = '\u{e017}';

/// Does it.
///
/// # Errors
/// When the element is not there, cannot be used, or is not reached by Tab.
pub async fn act(browser: &Browser, hand: Hand, act: &Act) -> Result<(), String> {
    match act {
        Act::Open(inside) => {
            let summary = format!(
                "const it = document.querySelector({}); const details = it?.closest('details'); \
                 if (!details) return null; \
                 if (details.open) return true; \
                 document.querySelectorAll('[data-to-open]').forEach(it => it.removeAttribute('data-to-open')); \
                 details.querySelector('summary').setAttribute('data-to-open', ''); return false",
                json!(inside)
            );
            let open = browser.eval(&summary).await;
            match open.as_bool() {
                None => Err(format!("nothing to open around {inside}")),
                Some(true) => Ok(()),
                Some(false) => use_it(browser, hand, "summary[data-to-open]", ENTER).await,
            }
        }
        Act::Click(on) => {
            let is_box =
                browser.eval(&format!("return document.querySelector({})?.type === 'checkbox'", json!(on))).await;
            use_it(browser, hand, on, if is_box == true { SPACE } else { ENTER }).await
        }
        Act::Type(on, text) => {
            reach(browser, hand, on).await?;
            browser.press(&text.chars().collect::<Vec<_>>()).await;
            Ok(())
        }
        Act::Empty(on) => {
            reach(browser, hand, on).await?;
            browser.chord(&SELECT_ALL).await;
            browser.press(&[DELETE]).await;
            Ok(())
        }
        Act::Replace(on, text) => {
            reach(browser, hand, on).await?;
            browser.chord(&SELECT_ALL).await;
            browser.press(&text.chars().collect::<Vec<_>>()).await;
            Ok(())
        }
        Act::Choose(on, begin) => {
            if hand == Hand::Mouse {
                let option = format!("{on} option[value={begin}]");
                let field = browser.client.find(Locator::Css(on)).await.map_err(|why| format!("{on}: {why}"))?;
                let choice =
                    browser.client.find(Locator::Css(&option)).await.map_err(|why| format!("{option}: {why}"))?;
                field.click().await.map_err(|why| why.to_string())?;
                return choice.click().await.map_err(|why| why.to_string());
            }
            reach(browser, hand, on).await?;
            browser.press(&begin.chars().collect::<Vec<_>>()).await;
            Ok(())
        }
        Act::Enter => {
            browser.press(&[ENTER]).await;
            Ok(())
        }
    }
}

async fn use_it(browser: &Browser, hand: Hand, on: &str, key: char) -> Result<(), String> {
    reach(browser, hand, on).await?;
    if hand == Hand::Keyboard {
        browser.press(&[key]).await;
    }
    Ok(())
}

/// Clicks it, or brings the focus to it.
async fn reach(browser: &Browser, hand: Hand, on: &str) -> Result<(), String> {
    match hand {
        Hand::Mouse => {
            let found = browser.client.find(Locator::Css(on)).await.map_err(|why| format!("{on}: {why}"))?;
            if found.click().await.is_ok() {
                return Ok(());
            }
            // The driver scrolls one thing, the window or what scrolls in it; a hand scrolls until it sees what it wants.
            let into_view = format!(
                "document.querySelector({}).scrollIntoView({{ block: 'center', behavior: 'instant' }})",
                json!(on)
            );
            browser.eval(&into_view).await;
            found.click().await.map_err(|why| format!("{on}: {why}"))
        }
        Hand::Keyboard => {
            if browser.tab_to(on).await {
                Ok(())
            } else {
                Err(format!("Tab does not reach {on}"))
            }
        }
    }
}
