// Before anything is painted: the look that the visitor has chosen; and a list that is asked a question in its address
// is hidden until the program has answered it. Without the program it is shown as published.
{
  const look = (theme) => (theme ? (document.documentElement.dataset.theme = theme) : delete document.documentElement.dataset.theme);
  try {
    look(localStorage.getItem("theme"));
  } catch {
    // A browser that keeps nothing shows the look of its system.
  }
  const page = document.documentElement;
  // Where neither this nor the start comes, the style sheet shows a line of its own.
  page.dataset.watched = "";
  // What was asked is hidden until it is answered, and shown as published where it is not; the paper says so either way.
  if (location.search) page.dataset.asked = page.dataset.unanswered = "";
  // Nobody is led back to a place on a page that they come to anew: its long lists are laid out when they come into sight.
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate" && !location.search && !location.hash) page.dataset.fresh = "";
  const say = (what) => {
    delete page.dataset.asked;
    if (what === "failed") page.dataset.failed = "";
    const write = () => {
      const notice = document.getElementById("notice");
      notice.firstElementChild.textContent = notice.dataset[what];
      const again = notice.querySelector("template");
      again?.replaceWith(again.content);
      if (what === "failed") delete notice.dataset.passing;
      else notice.dataset.passing = "start";
      notice.hidden = false;
    };
    // It stands before all else of the page, which may break off.
    document.getElementById("notice") ? write() : addEventListener("DOMContentLoaded", write);
  };
  // A start that is missing, not the one that was built, or in a language that this browser does not know, does not run
  // and can say nothing: this says it. Of scripts that hosts and extensions put into pages nothing is said.
  addEventListener("error", (event) => {
    if (!("started" in page.dataset) && /\/start-[^/]*$/.test(event.filename ?? event.target.src)) say("failed");
  }, true);
  // Nor can one that does not come. Before the page is there no script starts.
  setTimeout(() => {
    if (!("started" in page.dataset) && document.getElementById("notice")?.hidden !== false) say(document.readyState === "loading" ? "late" : "slow");
  }, 8000);
  // After a reload, Back only changes the address: the entries before are those of the page that the program has been
  // on. Where no program follows them, the page is loaded.
  const at = location.pathname + location.search;
  addEventListener("popstate", () => "alive" in page.dataset || location.pathname + location.search === at || location.reload());
}
