//! A page that the visitor goes to within the site is the page as it was published: its program draws part of it, and puts
//! what was written where the site was built among that.

use crate::browser::{Setup, with_browser};
use crate::site::{PORTAL, ROOT, Site};
use serde_json::{Value, json};
use std::io::Write;

/// Goes to a page by a link and waits until it is there; then what of it differs from what was published, from where on.
const GO: &str = r"
    const to = arguments_to;
    const page = new DOMParser().parseFromString(await (await fetch(to)).text(), 'text/html');
    const link = document.createElement('a');
    link.href = to;
    document.body.append(link);
    link.click();
    link.remove();
    const until = async (met) => {
        for (const began = performance.now(); !met();) {
            if (performance.now() - began > 10000) { return false }
            await new Promise(done => setTimeout(done, 5));
        }
        return true;
    };
    const said = (main) => {
        const it = main.cloneNode(true);
        // What only a living page has: a drawing, the way through a list, a field that can be used.
        it.querySelectorAll('.drawing-place').forEach(it => it.replaceChildren());
        if (to.includes('/projects/')) { it.querySelector('.list-steps')?.remove() }
        it.querySelectorAll('fieldset').forEach(it => it.removeAttribute('disabled'));
        // The marks by which a published page is found, and a blank where a text is empty.
        const texts = document.createTreeWalker(it, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
        const all = [];
        while (texts.nextNode()) { all.push(texts.currentNode) }
        all.forEach(it => {
            if (it.nodeType === Node.TEXT_NODE) { it.data = it.data.replace(/\s+/g, '') } else { it.remove() }
        });
        it.normalize();
        return it;
    };
    const wanted = said(page.querySelector('main'));
    const there = await until(() => location.pathname === new URL(to, location.href).pathname
        && document.title === page.title && said(document.querySelector('main')).isEqualNode(wanted));
    if (there) { return null }
    const [found, written] = [said(document.querySelector('main')).innerHTML, wanted.innerHTML];
    let at = 0;
    while (at < found.length && found[at] === written[at]) { at++ }
    return [document.title, page.title, found.slice(Math.max(0, at - 80), at + 120), written.slice(Math.max(0, at - 80), at + 120)];
";

#[test]
fn a_page_that_is_gone_to_is_the_page_as_published() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), move |browser| async move {
            let mut seen = 0;
            for (language, paths) in pages(site) {
                browser.load_alive(&format!("{language}/projects/")).await;
                browser.eval("window.never_loaded_again = true").await;
                for path in paths {
                    let to = json!(format!("{}{path}", site.base)).to_string();
                    let script = GO.replace("arguments_to", &to);
                    let differs = browser.eval(&format!("return (async () => {{ {script} }})()")).await;
                    assert_eq!(differs, Value::Null, "{path}");
                    seen += 1;
                }
                assert_eq!(browser.eval("return window.never_loaded_again ?? false").await, json!(true));
            }
            assert_eq!(browser.console().await, Vec::<String>::new());
            writeln!(std::io::stderr(), "pages gone to below {:?}: {seen}", site.base).unwrap();
        });
    }
}

/// The paths of pages that are no lists, by the path of their language: a third of all at the root, elsewhere fewer.
fn pages(site: Site) -> Vec<(&'static str, Vec<String>)> {
    let is_list =
        |path: &str| path.contains("/projects/page/") || path.ends_with("/projects/") || path.contains("/timeline/");
    let some = if site.base.is_empty() { 3 } else { 23 };
    let paths: Vec<String> = site.pages().into_iter().filter(|path| !is_list(path)).collect();
    let (russian, english): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.starts_with("/ru/"));
    let part = |paths: Vec<String>| paths.into_iter().step_by(some).collect();
    vec![("", part(english)), ("/ru", part(russian))]
}
