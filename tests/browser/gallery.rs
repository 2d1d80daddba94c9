//! Pictures of every kind of page in every language, theme and width, and each on paper, to be looked at by people.

use crate::browser::{Browser, Setup, with_browser};
use crate::site::ROOT;
use crate::templates::{THEMES, WIDTHS, look, pages};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Where they lie, below the project's folder.
const FOLDER: &str = "target/atlas/gallery";

/// More of a long page than this nobody looks at.
const TALLEST: f64 = 4000.0;

/// How many colours a picture has, looked at from afar.
const COLOURS: &str = "
    const done = arguments[1], picture = new Image();
    picture.onload = () => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [96, 96];
        const pen = canvas.getContext('2d');
        pen.drawImage(picture, 0, 0, 96, 96);
        done(new Set(new Uint32Array(pen.getImageData(0, 0, 96, 96).data.buffer)).size);
    };
    picture.onerror = () => done(0);
    picture.src = `data:image/png;base64,${arguments[0]}`";

async fn picture(browser: &Browser, file: &Path, width: u32) {
    let size = "const it = document.documentElement; return [it.scrollWidth, it.clientWidth, it.scrollHeight]";
    let size = browser.eval(size).await;
    let [needed, room, height] = [0, 1, 2].map(|at| size[at].as_f64().unwrap());
    assert!(needed <= room, "{}: the page is {needed} wide in {room}", file.display());
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": height.min(TALLEST), "scale": 1 });
    let parameters = json!({ "format": "png", "captureBeyondViewport": true, "optimizeForSpeed": true, "clip": clip });
    let answer = browser.chromium("Page.captureScreenshot", parameters).await;
    let data = answer["data"].as_str().unwrap();
    let colours = browser.client.execute_async(COLOURS, vec![json!(data)]).await.unwrap();
    assert!(colours.as_u64().unwrap() > 8, "{} is blank: {colours} colours", file.display());
    fs::write(file, BASE64_STANDARD.decode(data).unwrap()).unwrap();
}

async fn paper(browser: &Browser, file: &Path) {
    let parameters = json!({ "preferCSSPageSize": true, "printBackground": false });
    let answer = browser.chromium("Page.printToPDF", parameters).await;
    let bytes = BASE64_STANDARD.decode(answer["data"].as_str().unwrap()).unwrap();
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5000, "{} is not a document", file.display());
    fs::write(file, bytes).unwrap();
}

#[test]
fn every_kind_of_page_has_its_picture() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut made = 0;
    let count = &mut made;
    with_browser(Setup::new(ROOT), |browser| async move {
        for page in pages() {
            look(&browser, THEMES[0], WIDTHS[1]).await;
            page.open(&browser).await;
            paper(&browser, &folder.join(format!("{}.pdf", page.name))).await;
            for width in WIDTHS {
                for theme in THEMES {
                    look(&browser, theme, width).await;
                    picture(&browser, &folder.join(format!("{}-{theme}-{width}.png", page.name)), width).await;
                    *count += 1;
                }
            }
        }
    });
    // Past the test runner, which keeps what a test prints that goes well.
    writeln!(std::io::stderr(), "the gallery: {made} pictures, and each page on paper, in {FOLDER}").unwrap();
}
