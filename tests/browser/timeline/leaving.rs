//! What leaves the screen: paper and files.

use super::open;
use crate::browser::{Setup, with_browser};
use crate::site::ROOT;
use serde_json::json;

#[test]
fn paper_has_the_whole_time_with_every_label_and_a_telephone_a_list_along_a_line() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=turkmenistan&shown-from=2013&shown-to=2013").await;
        browser.eval("dispatchEvent(new Event('beforeprint'))").await;
        let marks = "return document.querySelectorAll('.drawing-paper :is(.bar, .reach, .bracket)').length";
        let labels = browser.eval("return document.querySelectorAll('.drawing-paper .label').length").await;
        let drawn = browser.text("return document.querySelector('.drawing-tall').getAttribute('aria-label')").await;
        let drawn: u64 = drawn.split_whitespace().nth(2).unwrap().parse().unwrap();
        assert_eq!(labels.as_u64(), Some(drawn), "every entry has its label, not only those of 2013");
        assert!(browser.eval(marks).await.as_u64() >= Some(drawn));
        let overlaps = "const boxes = [...document.querySelectorAll('.drawing-paper svg')].flatMap(svg => [...svg.querySelectorAll('.label')].map(it => [svg, it.getBBox()])); \
            return boxes.filter(([svg, a], i) => boxes.some(([other, b], j) => j > i && svg === other && a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && Math.abs(a.y - b.y) < 10)).length";
        assert_eq!(
            browser
                .eval(&format!("document.querySelector('.drawing-paper').style.display = 'block'; {overlaps}"))
                .await,
            0
        );
        assert!(
            browser
                .text("return document.querySelector('.drawing-paper .title').textContent")
                .await
                .contains("timeline")
        );
        browser.eval("dispatchEvent(new Event('afterprint'))").await;
        assert_eq!(browser.eval(marks).await, 0);
        let metrics = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        browser.load_alive("/timeline/?country=turkmenistan").await;
        browser
            .until("filtered", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        assert_eq!(browser.eval("return document.querySelector('.drawing-scroll').checkVisibility()").await, false);
        // What can be saved does not depend on the screen.
        browser.eval("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob) }").await;
        for (at, name) in ["CSV", "SVG"].iter().enumerate() {
            browser.eval(&format!("const menu = document.querySelector('.drawing .save-menu'); menu.open = true; \
                [...menu.querySelectorAll('button')].find(it => it.checkVisibility() && it.textContent.includes('{name}')).click()")).await;
            browser.until(name, &format!("return saved.length === {}", at + 1)).await;
        }
        browser.eval("document.querySelector('.drawing .save-menu').open = false").await;
        assert_eq!(browser.eval("return document.querySelector('.year .entry').checkVisibility()").await, true);
        // What holds of the list too is said beside it; of groups there is nothing to be seen here.
        browser.load_alive("/timeline/").await;
        let said = "const it = document.querySelector('.drawing-notes'), groups = it.querySelector('.drawing-repeated'); \
            return it.checkVisibility() && it.innerText.includes('no date') \
            && groups.textContent.includes('once') && !groups.checkVisibility()";
        browser.until("the notes", said).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_group_that_goes_on_is_named_on_every_sheet() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/").await;
        browser.eval("dispatchEvent(new Event('beforeprint'))").await;
        let sheets = browser
            .eval("return [...document.querySelectorAll('.drawing-paper svg')].map(svg => [...svg.querySelectorAll('.group-name')].map(it => it.textContent))")
            .await;
        let sheets: Vec<Vec<String>> = serde_json::from_value(sheets).unwrap();
        assert!(sheets.len() > 2 && sheets.iter().all(|names| !names.is_empty()), "{sheets:?}");
        let mut further = 0;
        for pair in sheets.windows(2) {
            let last = pair[0].last().unwrap().trim_end_matches(" (continued)");
            if pair[1][0].ends_with(" (continued)") {
                assert_eq!(pair[1][0], format!("{last} (continued)"));
                further += 1;
            }
        }
        assert!(further > 0, "{sheets:?}");
        browser.eval("dispatchEvent(new Event('afterprint'))").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn entries_and_drawing_leave_as_files() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=turkmenistan").await;
        browser
            .until("filtered", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        let found = browser.eval("return document.querySelectorAll('.year .entry').length").await.as_u64().unwrap();
        browser.eval("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob) }").await;
        browser.click(".drawing .save-menu summary").await;
        for (at, name) in ["CSV", "iCalendar", "SVG", "PNG"].iter().enumerate() {
            browser.eval(&format!("[...document.querySelectorAll('.drawing .save-menu button')].find(it => it.textContent.includes('{name}')).click()")).await;
            browser.until(name, &format!("return saved.length === {}", at + 1)).await;
            browser.until("said", "return document.querySelector('.drawing .save-menu [role=status]').textContent.startsWith('Saved: ')").await;
        }
        browser.eval("window.texts = null; Promise.all(saved.map(it => it.text())).then(it => { texts = it })").await;
        browser.until("read", "return texts !== null").await;
        let texts = browser.eval("return [texts[0], texts[1], texts[2], [saved[3].type, saved[3].size]]").await;
        let (csv, ics, svg) = (texts[0].as_str().unwrap(), texts[1].as_str().unwrap(), texts[2].as_str().unwrap());
        assert!(csv.starts_with('\u{feff}') || csv.starts_with("uid"), "{csv}");
        assert_eq!(csv.matches("@rule-of-law-atlas").count() as u64, found, "a row for each entry");
        let drawn = browser.text("return document.querySelector('.drawing-tall').getAttribute('aria-label')").await;
        let drawn: usize = drawn.split_whitespace().nth(2).unwrap().parse().unwrap();
        assert_eq!(ics.matches("BEGIN:VEVENT").count(), drawn, "an event for each entry that has a day");
        assert!(ics.contains("DTSTART;VALUE=DATE:") && ics.starts_with("BEGIN:VCALENDAR"));
        assert!(
            svg.contains("rojects and events in Turkmenistan")
                && svg.contains("Data as of ")
                && svg.contains(&browser.url("/timeline/?country=turkmenistan"))
        );
        // The picture has the whole time, which here ends before the day of the data.
        open(&browser, "/timeline/?country=tajikistan&from=2012&to=2014&shown-from=2013&shown-to=2013").await;
        browser.eval("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob) }").await;
        browser.eval("const menu = document.querySelector('.drawing .save-menu'); menu.open = true; [...menu.querySelectorAll('button')].find(it => it.textContent.includes('SVG')).click()").await;
        browser.until("a picture", "return saved.length === 1").await;
        browser.eval("window.texts = null; saved[0].text().then(it => { texts = it })").await;
        browser.until("read", "return texts !== null").await;
        let svg = browser
            .text("return new DOMParser().parseFromString(texts, 'image/svg+xml').documentElement.textContent")
            .await;
        assert!(
            svg.contains("Data as of ") && !svg.contains("The line marks ") && !svg.contains("shown-from"),
            "{svg}"
        );
        let lines = "const it = new DOMParser().parseFromString(texts, 'image/svg+xml').documentElement; \
            document.body.append(it); const wide = it.viewBox.baseVal.width; \
            return [...it.querySelectorAll('text')].filter(it => it.getBBox().x + it.getBBox().width > wide).map(it => it.textContent)";
        assert_eq!(browser.eval(lines).await, json!([]), "everything is in the picture");
        assert_eq!(texts[3][0], "image/png");
        assert!(texts[3][1].as_u64().unwrap() > 10_000);
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
