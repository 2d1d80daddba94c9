// Before anything is painted: the look that the visitor has chosen; and a list that is asked a question in its address
// is hidden until the program has answered it. Without the program it is shown as published.
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing shows the look of its system.
}
if (location.search) document.documentElement.dataset.asked = "";
// A start that is missing, or not the one that was built, does not run and can say nothing: the list is shown as well.
const asIs = (event) => event.target instanceof HTMLScriptElement && delete document.documentElement.dataset.asked;
addEventListener("error", asIs, true);
