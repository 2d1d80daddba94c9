//! A telephone's width: 320 pixels, nothing to the side.

use crate::browser::{Setup, with_browser};
use crate::site::ROOT;

#[test]
fn no_page_scrolls_sideways_at_320_pixels() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let metrics = serde_json::json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        let pages = [
            "/",
            "/partners/",
            "/partners/kazakhstan/",
            "/partners/uzbekistan/",
            "/projects/",
            "/projects/page/2/",
            "/projects/?q=law&country=kazakhstan&donor=european-union&not-type=human-rights&from=2014&as-of=2016-01-01&page=all",
            "/projects/?view=table",
            "/projects/?view=compare&picked=yes&pick=rolpro-1-kg&pick=rolpro-2-kg&pick=eu-rule-of-law-platform-phase-1",
            "/projects/?utm_source=a-very-long-word-that-no-browser-would-ever-break-by-itself-if-it-were-not-told-to",
            "/organisations/",
            "/organisations/european-union/",
            "/timeline/",
            "/events/ministerial-4-astana-2014/",
            "/documents/",
            "/about/",
            "/no-such-page/",
            "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/",
        ];
        for page in pages {
            browser.load_alive(page).await;
            // All that can be folded, unfolded.
            browser.eval("document.querySelectorAll('details.facet').forEach(it => { it.open = true })").await;
            let widths = "const it = document.documentElement; return [it.clientWidth, it.scrollWidth]";
            let widths = browser.eval(widths).await;
            let [room, needed] = [0, 1].map(|at| widths[at].as_u64().unwrap());
            // A scroll bar takes its part of the 320.
            assert!(room <= 320 && needed <= room, "{page} needs {needed} of {room} pixels");
        }
    });
}

#[test]
fn the_usual_columns_of_the_table_fit_beside_the_filters_at_1280_pixels() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let metrics = serde_json::json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        for page in ["/projects/?view=table&page=all", "/ru/projects/?view=table&page=all"] {
            browser.load_alive(page).await;
            browser
                .until("the table", "return document.querySelectorAll('.projects-table tbody tr').length > 25")
                .await;
            let widths = "const it = document.querySelector('.table-scroll'); \
                return [it.clientWidth, it.scrollWidth, document.querySelectorAll('.projects-table thead th').length]";
            let widths = browser.eval(widths).await;
            let [room, needed, columns] = [0, 1, 2].map(|at| widths[at].as_u64().unwrap());
            assert_eq!(columns, 8, "{page}: the box, the title and the usual six");
            assert!(needed <= room, "{page} needs {needed} of {room} pixels");
        }
    });
}

#[test]
fn filters_fold_away_and_open_by_a_button() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let metrics = serde_json::json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        browser.load_alive("/projects/").await;
        let visible = "return document.querySelector('input[name=country]').checkVisibility()";
        assert_eq!(browser.eval(visible).await, false);
        browser.click(".filters-button").await;
        browser.until("open", visible).await;
        assert_eq!(
            browser.text("return document.querySelector('.filters-button').getAttribute('aria-expanded')").await,
            "true"
        );
        browser.click(".filters-button").await;
        browser.until("folded", &visible.replace("return ", "return !")).await;
    });
}
