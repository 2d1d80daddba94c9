// Starts the site. The prerenderer fills in two addresses and a hash, and gives this file a name by its content.
// When WebAssembly is missing, blocked, or not the one that was built, the page stays as it is, readable, and says so.
try {
  const { default: init } = await import("{client}");
  await init({ module_or_path: fetch("{wasm}", { integrity: "{integrity}" }) });
} catch (error) {
  console.error(error);
  delete document.documentElement.dataset.asked;
  const notice = document.getElementById("notice");
  notice.textContent = notice.dataset.failed;
  notice.hidden = false;
}
