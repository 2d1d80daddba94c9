//! What a visitor chooses for the whole site: the language, and light or dark.

use crate::browser::{Setup, with_browser};
use crate::site::{PORTAL, ROOT};
use atlas::words::{LANGUAGES, Language};

const QUESTION: &str = "/projects/?q=court&country=kazakhstan";
const COUNT: &str = "return document.querySelector('#count').textContent.match(/\\d+/)[0]";
const RUSSIAN: &str = ".language-switch a[hreflang=ru]";

#[test]
fn another_language_keeps_the_page_its_question_and_the_place() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), |browser| async move {
            let russian = Language::of("ru");
            browser.load_alive(QUESTION).await;
            browser
                .until(
                    "words",
                    &format!(
                        "{} && Number(document.querySelector('#count').textContent.match(/\\d+/)[0]) < 252",
                        COUNT.replace("return ", "return !!")
                    ),
                )
                .await;
            let found = browser.text(COUNT).await;
            let name = browser.text(&format!("return document.querySelector('{RUSSIAN}').textContent")).await;
            assert_eq!(name, russian.name, "the switch names a language in itself");
            browser.eval("scrollTo(0, 500)").await;
            let place = browser.eval("return scrollY").await.as_f64().unwrap();
            // The header is out of view; the keyboard follows the link from where the page is.
            browser.eval(&format!("document.querySelector('{RUSSIAN}').click()")).await;
            browser.until_at(&format!("/ru{QUESTION}")).await;
            browser.until("Russian", &format!("return document.documentElement.lang === 'ru' && document.querySelector('#count')?.textContent.includes('{found}')")).await;
            assert_eq!(browser.text(COUNT).await, found);
            browser.until("the place", &format!("return Math.abs(scrollY - {place}) < 200")).await;
            let title = "return /суд|court/.test(document.title) && document.title.includes('Казахстан')";
            browser.until("the title", title).await;

            // A link of the list stays in the language, and titles that have no Russian say so.
            let link = "return document.querySelector('.card h3 a').getAttribute('href')";
            assert!(browser.text(link).await.starts_with(&format!("{}/ru/projects/", site.base)));
            let lang = "return document.querySelector('.card h3 [lang]')?.lang";
            assert_eq!(browser.text(lang).await, "en");

            browser.client.back().await.unwrap();
            browser.until("Back", "return document.documentElement.lang === 'en'").await;
            browser.until_at(QUESTION).await;
        });
    }
}

#[test]
fn names_are_found_in_every_script() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let mut found = Vec::new();
        for words in ["Kyrgyzstan", "Кыргызстан", "кыргызская республика", "Kyrgyz Republic"]
        {
            for language in &LANGUAGES {
                browser.load_alive(&format!("{}/projects/?q={}", language.prefix(), words.replace(' ', "+"))).await;
                let answered = format!(
                    "return document.querySelector('#results').checkVisibility({{ visibilityProperty: true }}) && \
                    document.querySelectorAll('.card').length > 0 && !document.body.textContent.includes('{}')",
                    language.words.list.loading_words
                );
                browser.until(words, &answered).await;
                found.push((words, language.tag, browser.text(COUNT).await));
            }
        }
        let first = found[0].2.clone();
        assert!(first.parse::<usize>().unwrap() > 20);
        assert!(found.iter().all(|it| it.2 == first), "{found:?}");
    });
}

#[test]
fn light_or_dark_is_kept_until_it_is_taken_back() {
    with_browser(Setup::new(ROOT), |browser| async move {
        const PAPER: &str = "return getComputedStyle(document.body).backgroundColor";
        browser.load_alive("/about/").await;
        let light = browser.text(PAPER).await;
        let press = |at: usize| format!("document.querySelectorAll('.theme-switch button')[{at}].click()");
        browser.until("the buttons", "return document.querySelectorAll('.theme-switch button').length === 3").await;
        assert_eq!(browser.eval("return localStorage.length").await, 0, "nothing is kept unasked");
        browser.eval(&press(2)).await;
        browser.until("dark", "return document.documentElement.dataset.theme === 'dark'").await;
        let dark = browser.text(PAPER).await;
        assert_ne!(light, dark);
        let pressed = "return [...document.querySelectorAll('.theme-switch button')].map(it => it.getAttribute('aria-pressed')).join()";
        assert_eq!(browser.text(pressed).await, "false,false,true");

        // On the next page before anything is painted, without the program too.
        browser.load("/ru/documents/").await;
        assert_eq!(browser.text("return document.documentElement.dataset.theme").await, "dark");
        assert_eq!(browser.text(PAPER).await, dark);
        browser.load_alive("/timeline/").await;
        browser.until("the buttons", "return document.querySelectorAll('.theme-switch button').length === 3").await;
        assert_eq!(browser.text(pressed).await, "false,false,true");
        browser.eval(&press(0)).await;
        browser.until("as the system", "return document.documentElement.dataset.theme === undefined").await;
        assert_eq!(browser.text(PAPER).await, light);
        assert_eq!(browser.eval("return localStorage.length + sessionStorage.length").await, 0);
    });
}
