// Before anything is painted: the look that the visitor has chosen; and a list that is asked a question in its address
// is hidden until the program has answered it. Without the program it is shown as published.
{
  const look = (theme) => (theme ? (document.documentElement.dataset.theme = theme) : delete document.documentElement.dataset.theme);
  try {
    look(localStorage.getItem("theme"));
  } catch {
    // A browser that keeps nothing shows the look of its system.
  }
  if (location.search) document.documentElement.dataset.asked = "";
  // A start that is missing, or not the one that was built, does not run and can say nothing: this says it.
  addEventListener("error", (event) => {
    if (!(event.target instanceof HTMLScriptElement)) return;
    delete document.documentElement.dataset.asked;
    const say = () => {
      const notice = document.getElementById("notice");
      notice.firstElementChild.textContent = notice.dataset.failed;
      const again = notice.querySelector("template");
      again?.replaceWith(again.content);
      notice.hidden = false;
    };
    document.readyState === "loading" ? addEventListener("DOMContentLoaded", say) : say();
  }, true);
}
