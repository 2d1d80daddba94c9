// Starts the site and watches over it. The prerenderer fills in two addresses and their hashes, and gives this file a
// name by its content. Whatever happens, the page stays as it was published, readable, and a line says what is the matter.
const page = document.documentElement;
page.dataset.started = "";
const notice = document.getElementById("notice");
const progress = document.getElementById("progress");

const say = (what) => {
  delete page.dataset.asked;
  if (what === "failed") page.dataset.failed = "";
  notice.firstElementChild.textContent = notice.dataset[what];
  // Its link waits in a template: the first link of the page is the one that skips to the content.
  const again = notice.querySelector("template");
  again?.replaceWith(again.content);
  notice.hidden = false;
};

// A slow line: a bar, and then the choice to read on or to try again. The program takes both away when it is there.
const alive = () => "alive" in page.dataset || !notice.hidden;
setTimeout(() => alive() || (progress.hidden = false), 2000);
setTimeout(() => {
  if (alive()) return;
  notice.dataset.passing = "start";
  say("slow");
}, 8000);

// A program that has stopped must not take what the browser could do without it: links lead on, Back loads the page
// that it leads to, and what needs the program says that it cannot be used.
let stopped = false;
const stop = (why) => {
  const ofProgram = (globalThis.WebAssembly && why instanceof WebAssembly.RuntimeError) || String(why?.stack).includes("{client}");
  if (stopped || !ofProgram) return;
  stopped = true;
  page.dataset.stopped = document.querySelector("#app canvas") ? "" : "undrawn";
  progress.hidden = true;
  say("crashed");
  for (const it of document.querySelectorAll("#app fieldset, #app button, #app input, #app select")) it.disabled = true;
};
addEventListener("error", (event) => stop(event.error));
addEventListener("unhandledrejection", (event) => stop(event.reason));
for (const kind of ["click", "submit", "input", "change", "keydown", "pointerdown", "pointermove", "wheel", "popstate"])
  addEventListener(kind, (event) => {
    if (!stopped && !(elsewhere(event) && translated())) return;
    event.stopImmediatePropagation();
    if (kind === "popstate") location.reload();
  }, true);

// A browser that translates a page puts elements of its own where texts stood, and the program would write into texts that
// nobody sees. Links and Back then load pages whole, which are translated again; choices do too, see `going.rs`.
const elsewhere = (event) => event.type === "popstate" || (event.type === "click" && event.target.closest?.("a[href]"));
const translated = () => document.querySelector("html[class*=translated-], #app font") !== null;

// One that the browser has kept as it stopped, or as a choice had left it.
addEventListener("pageshow", (event) => event.persisted && (stopped || translated()) && location.reload());

// Browsers refuse, and Safari and Firefox throw, when a page changes its address too often, which the router takes for
// the end of the program. The last address is written a little later.
let last = 0;
for (const kind of ["pushState", "replaceState"]) {
  const write = history[kind].bind(history);
  history[kind] = (...entry) => {
    const mine = ++last;
    const again = () => {
      if (mine !== last) return;
      try {
        write(...entry);
      } catch (why) {
        console.warn(why);
        setTimeout(again, 5000);
      }
    };
    again();
  };
}
// Whoever has gone back since then no longer wants it.
addEventListener("popstate", () => last++, true);

try {
  // The page comes first: nothing of the program competes with it on a slow line. A page that nobody looks at is never
  // painted, and starts all the same.
  if (!document.hidden) await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // An import cannot be given a hash. A preload can: Chromium and Firefox then take no other bytes; a browser that
  // preloads no modules looks at no hash.
  const early = (rel, href, more) => document.head.append(Object.assign(document.createElement("link"), { rel, href, ...more }));
  early("modulepreload", "{client}", { crossOrigin: "anonymous", integrity: "{client integrity}" });
  // At once: Chromium never answers an import that comes while it refuses the preload.
  const client = import("{client}");
  const wasm = fetch("{wasm}", { integrity: "{wasm integrity}" });
  // They are answered for below, also where one does not come.
  Promise.allSettled([client, wasm]);
  // Asking for files keeps a telephone from answering: two at a time.
  await new Promise((done) => setTimeout(done));
  const { slice, catalogue } = document.getElementById("app").dataset;
  for (const data of [slice, catalogue]) early("preload", data, { as: "fetch", crossOrigin: "anonymous" });
  const { default: init } = await client;
  // Its bytes, not its answer: they have come as one piece, because of the hash, and browsers read such a piece while the
  // page goes on; and a host that knows no name for WebAssembly does no harm.
  const program = await wasm;
  if (!program.ok) throw new Error(`${program.status} ${program.url}`);
  await init({ module_or_path: await program.arrayBuffer() });
} catch (error) {
  console.error(error);
  progress.hidden = true;
  delete notice.dataset.passing;
  say("failed");
}
