// Starts the site. The prerenderer fills in the two addresses and gives this file a name by its content.
// When WebAssembly is missing or blocked the page stays as it is, readable, and says so.
try {
  const { default: init } = await import("{client}");
  await init({ module_or_path: "{wasm}" });
} catch (error) {
  console.error(error);
  delete document.documentElement.dataset.asked;
  const notice = document.getElementById("notice");
  notice.textContent = notice.dataset.failed;
  notice.hidden = false;
}
