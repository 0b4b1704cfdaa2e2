// Reloads the page when the site is another one than the page was made from, also after the server was started again.
let seen;
new EventSource("/_press/events").addEventListener("version", event => {
  if (seen !== undefined && seen !== event.data) location.reload();
  seen = event.data;
});

// What was closed stays closed, here and on other pages, until it says something else.
const banner = document.querySelector("[data-press-banner]");
if (banner) {
  const key = "press-closed:" + banner.textContent;
  const close = banner.querySelector("[data-press-close]");
  // The end of the page can be scrolled to above it.
  const makeRoom = () => document.body.style.paddingBottom = `${banner.offsetHeight}px`;
  const remove = () => {
    banner.remove();
    makeRoom();
  };
  close.hidden = false;
  makeRoom();
  if (sessionStorage.getItem(key)) remove();
  banner.querySelector("details").addEventListener("toggle", makeRoom);
  close.addEventListener("click", event => {
    event.preventDefault();
    sessionStorage.setItem(key, "1");
    remove();
  });
}
