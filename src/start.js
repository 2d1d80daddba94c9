// Starts the site. The prerenderer fills in two addresses and their hashes, and gives this file a name by its content.
// When WebAssembly is missing, blocked, or not the one that was built, the page stays as it is, readable, and says so.
try {
  // The page comes first: nothing of the program competes with it on a slow line. A page that nobody looks at is never
  // painted, and starts all the same.
  if (!document.hidden) await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // A module that is imported cannot be given a hash there. It gets one where it is preloaded: Chromium and Firefox then
  // take no other bytes for it; a browser that preloads no modules looks at no hash.
  const early = (rel, href, more) => document.head.append(Object.assign(document.createElement("link"), { rel, href, ...more }));
  early("modulepreload", "{client}", { crossOrigin: "anonymous", integrity: "{client integrity}" });
  const wasm = fetch("{wasm}", { integrity: "{wasm integrity}" });
  // It is answered for below; a client that does not come must not leave it unanswered.
  wasm.catch(() => {});
  const { slice, catalogue } = document.getElementById("app").dataset;
  for (const data of [slice, catalogue]) early("preload", data, { as: "fetch", crossOrigin: "anonymous" });
  const { default: init } = await import("{client}");
  await init({ module_or_path: wasm });
} catch (error) {
  console.error(error);
  delete document.documentElement.dataset.asked;
  const notice = document.getElementById("notice");
  notice.textContent = notice.dataset.failed;
  notice.hidden = false;
}
