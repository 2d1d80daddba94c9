//! A browser to drive: what a test sees and does. Chromium, unless a test asks for Firefox too.

use crate::server::{Fault, Host, Kind, PLAIN, Serving};
use crate::site::Site;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// The key that moves the focus on, as WebDriver spells it.
pub const TAB: char = '\u{e004}';
/// The key that follows a link.
pub const ENTER: char = '\u{e007}';
/// The key that ticks a box.
pub const SPACE: char = ' ';

/// A browser window on a host.
pub struct Browser {
    /// The WebDriver session.
    pub client: Client,
    /// The host that it looks at.
    pub host: Arc<Host>,
    setup: Setup,
    /// The driver's port.
    port: u16,
}

/// A make of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// With all that the tests can ask of it.
    Chromium,
    /// With what WebDriver has: no command of Chromium's own, and nothing of the console.
    Firefox,
}

impl Engine {
    /// Both, for tests of what every browser must do.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The program that drives it, and what stands before its port in its first words.
    fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("chromedriver", "started successfully on port "),
            Self::Firefox => ("geckodriver", "Listening on 127.0.0.1:"),
        }
    }

    /// The first of its names that is on the path.
    pub fn program(self) -> PathBuf {
        let names: &[&str] = match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome"],
            Self::Firefox => &["firefox-esr", "firefox"],
        };
        let path = std::env::var_os("PATH").unwrap_or_default();
        let find = |name: &&str| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|it| it.is_file());
        names.iter().find_map(find).unwrap_or_else(|| panic!("{self:?} is on the path: run `cargo atlas test`"))
    }
}

/// How a browser is set up.
#[derive(Clone, Copy)]
pub struct Setup {
    /// The make of the browser.
    pub engine: Engine,
    /// The bundle.
    pub site: Site,
    /// The habits of the host.
    pub kind: &'static Kind,
    /// What goes wrong at the host.
    pub fault: Fault,
    /// The browser keeps things for a site.
    pub storage: bool,
    /// Going to a page takes until all of it is loaded. Otherwise no time at all: the page before may still be there.
    pub whole: bool,
    /// JavaScript is switched on.
    pub script: bool,
    /// WebAssembly is there.
    pub wasm: bool,
    /// Width of the window.
    pub width: u32,
}

impl Setup {
    /// A usual browser on a bundle.
    pub fn new(site: Site) -> Self {
        Self {
            engine: Engine::Chromium,
            site,
            kind: &PLAIN,
            fault: Fault::None,
            storage: true,
            whole: true,
            script: true,
            wasm: true,
            width: 1280,
        }
    }
}

/// Runs a test in a browser. The browser and its driver end with the test, however that ends. No test may do what the
/// policy of the site forbids.
pub fn with_browser<F: Future<Output = ()>>(setup: Setup, test: impl FnOnce(Browser) -> F) {
    let driver = Driver::start(setup.engine);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let host = Arc::new(Host::new(Serving { kind: setup.kind, fault: setup.fault, ..Serving::plain(setup.site) }));
        let browser = Browser::open(setup, driver.port, host).await;
        let client = browser.client.clone();
        let _ = driver.session.set(client.session_id().await.unwrap().unwrap_or_default());
        // A test that panics unwinds past here; dropping the driver ends its browsers then.
        test(browser).await;
        log(&client, setup.engine).await;
        client.close().await.unwrap();
    });
}

struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// The browser that it drives, when there is one.
    session: OnceLock<String>,
}

impl Driver {
    /// A driver on a port of its own. Two that start at the same moment can pick the same one; then it tries again.
    fn start(engine: Engine) -> Self {
        let (program, _) = engine.driver();
        (0..5)
            .find_map(|_| Self::try_start(engine))
            .unwrap_or_else(|| panic!("{program} is on the path and starts: run `cargo atlas test`"))
    }

    fn try_start(engine: Engine) -> Option<Self> {
        let (program, started) = engine.driver();
        let mut command = Command::new(program);
        let mut process = command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut lines = BufReader::new(process.stdout.take()?).lines();
        let Some(line) = lines.find_map(|line| line.ok().filter(|line| line.contains(started))) else {
            let _ = process.wait();
            return None;
        };
        let port = line.split(started).nth(1)?.trim_end_matches('.').parse().ok()?;
        // Somebody must go on reading, or the driver stops when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { engine, process, port, session: OnceLock::new() })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked to end it ends its browsers too, also after a test that panicked; killed it would leave them running.
        // Firefox's driver cannot be asked to end, but to close its one browser.
        let request = match (self.engine, self.session.get()) {
            (Engine::Chromium, _) => "GET /shutdown".to_owned(),
            (Engine::Firefox, session) => format!("DELETE /session/{}", session.map_or("none", String::as_str)),
        };
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
            let rest = format!("HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port);
            let _ = stream.write_all(format!("{request} {rest}").as_bytes());
            let _ = stream.read_to_end(&mut Vec::new());
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Browser {
    async fn open(setup: Setup, port: u16, host: Arc<Host>) -> Self {
        let mut capabilities = Capabilities::new();
        capabilities.insert("pageLoadStrategy".into(), json!(if setup.whole { "normal" } else { "none" }));
        match setup.engine {
            Engine::Chromium => {
                capabilities.insert("goog:chromeOptions".into(), chromium_options(setup));
                capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
            }
            Engine::Firefox => {
                capabilities.insert("moz:firefoxOptions".into(), firefox_options(setup));
            }
        }
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap();
        Self { client, host, setup, port }
    }

    /// Somebody else's browser, with a profile of its own, on the same host. It has to be closed.
    pub async fn stranger(&self) -> Self {
        Self::open(self.setup, self.port, self.host.clone()).await
    }

    /// The address of a path below the site's base.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.host.origin, self.setup.site.base)
    }

    /// Loads a page from the host.
    pub async fn load(&self, path: &str) {
        self.client.goto(&self.url(path)).await.unwrap();
    }

    /// Loads a page and waits until it is alive and all of it is laid out.
    pub async fn load_alive(&self, path: &str) {
        self.load(path).await;
        // What is not laid out yet lies over what follows it.
        let alive = "const page = document.documentElement.dataset; return 'alive' in page && !('fresh' in page)";
        self.until(path, alive).await;
    }

    /// The value of a script.
    pub async fn eval(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    /// The value of a script as text.
    pub async fn text(&self, script: &str) -> String {
        self.eval(script).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a script answers `true`.
    pub async fn until(&self, what: &str, script: &str) {
        let began = Instant::now();
        while self.eval(script).await != Value::Bool(true) {
            assert!(began.elapsed() < PATIENCE, "{what}: waited in vain for {script}\n{:?}", self.console().await);
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Waits, not for as long, until a script answers `true`; whether it did.
    pub async fn soon(&self, script: &str) -> bool {
        self.within(PATIENCE / 3, script).await
    }

    /// Waits at most so long until a script answers `true`; whether it did.
    pub async fn within(&self, time: Duration, script: &str) -> bool {
        let began = Instant::now();
        while self.eval(script).await != Value::Bool(true) {
            if began.elapsed() > time {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
        true
    }

    /// Waits until the address below the base is this one.
    pub async fn until_at(&self, path: &str) {
        let script = format!("return location.href === {}", json!(self.url(path)));
        self.until(path, &script).await;
    }

    /// The heading of the page.
    pub async fn heading(&self) -> String {
        self.text("return document.querySelector('h1').textContent").await
    }

    /// Clicks the first element that a selector finds.
    pub async fn click(&self, selector: &str) {
        self.client.find(Locator::Css(selector)).await.unwrap().click().await.unwrap();
    }

    /// Clicks the first link with this text.
    pub async fn follow(&self, text: &str) {
        self.client.find(Locator::LinkText(text)).await.unwrap().click().await.unwrap();
    }

    /// Presses Tab until the focus is on an element of a selector; `false` when it never gets there. Tabs after that
    /// are swallowed, so that many can be sent at once.
    pub async fn tab_to(&self, selector: &str) -> bool {
        let watch = "if (!window.watchesTab) { window.watchesTab = true; addEventListener('keydown', event => { \
            if (event.key === 'Tab' && window.stopAt && document.activeElement.matches(window.stopAt)) \
            event.preventDefault() }, true) }";
        self.eval(&format!("{watch}; window.stopAt = {}", json!(selector))).await;
        let there = format!("return document.activeElement.matches({})", json!(selector));
        let mut arrived = self.eval(&there).await == Value::Bool(true);
        for _ in 0..20 {
            if arrived {
                break;
            }
            self.press(&[TAB; 50]).await;
            arrived = self.eval(&there).await == Value::Bool(true);
        }
        self.eval("window.stopAt = null").await;
        arrived
    }

    /// Presses and releases keys, one after the other, wherever the focus is.
    pub async fn press(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".into());
        for key in keys {
            let value = *key;
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.unwrap();
    }

    /// Presses keys together.
    pub async fn chord(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".into());
        for value in keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        self.client.perform_actions(actions).await.unwrap();
    }

    /// Forgets everything that it has seen of the host.
    pub async fn forget(&self) {
        self.chromium("Network.clearBrowserCache", json!({})).await;
        self.chromium("Storage.clearDataForOrigin", json!({ "origin": self.host.origin, "storageTypes": "all" })).await;
    }

    /// The messages of the console since the last call: errors and warnings. Violations of the policy end the test.
    pub async fn console(&self) -> Vec<String> {
        log(&self.client, self.setup.engine).await
    }

    /// Sends a command of Chromium's own protocol; its answer, or nothing where it has none.
    pub async fn chromium(&self, command: &str, parameters: Value) -> Value {
        let command = ChromiumCommand { command: command.into(), parameters };
        let answer: Result<Value, CmdError> = self.client.issue_cmd(command).await;
        answer.unwrap_or_default()
    }
}

/// What the console says since the last call, where it can be asked.
async fn log(client: &Client, engine: Engine) -> Vec<String> {
    if engine == Engine::Firefox {
        return Vec::new();
    }
    let log = client.issue_cmd(BrowserLog).await.unwrap();
    let entries = log.as_array().cloned().unwrap_or_default();
    let said: Vec<_> = entries.iter().filter_map(|entry| Some(entry.get("message")?.as_str()?.to_owned())).collect();
    // However Chromium puts it, it names the policy; of a wrong hash or type it says something else.
    // That WebAssembly is not allowed is staged; where that is not meant, no page is alive and every test fails.
    let violation = said.iter().find(|line| line.contains("Content Security Policy") && !line.contains("WebAssembly"));
    assert!(violation.is_none(), "a violation of the policy: {said:?}");
    said
}

fn chromium_options(setup: Setup) -> Value {
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--disable-dev-shm-usage".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--lang=en".into(),
        format!("--window-size={},900", setup.width),
    ];
    if !setup.wasm {
        arguments.push("--js-flags=--jitless".into());
    }
    let mut options = json!({ "args": arguments, "binary": setup.engine.program() });
    let mut blocked = serde_json::Map::new();
    for (allowed, what) in [(setup.script, "javascript"), (setup.storage, "cookies")] {
        if !allowed {
            blocked.insert(format!("profile.managed_default_content_settings.{what}"), json!(2));
        }
    }
    options["prefs"] = Value::Object(blocked);
    options
}

fn firefox_options(setup: Setup) -> Value {
    assert!(setup.script && setup.wasm, "only Chromium is set up without script");
    json!({
        "binary": setup.engine.program(),
        "args": ["-headless", format!("--width={}", setup.width), "--height=900"],
        // It asks nobody but our host.
        "prefs": {
            "intl.accept_languages": "en",
            "app.normandy.enabled": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "services.settings.server": "data:,",
        },
    })
}

/// What WebDriver has no command for: the console.
#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

#[derive(Debug)]
struct ChromiumCommand {
    command: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for ChromiumCommand {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()))
    }
}
