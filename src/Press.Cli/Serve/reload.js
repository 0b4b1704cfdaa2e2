// Reloads the page when the site is another one than the page was made from, also after the server was started again.
let seen;
new EventSource("/_press/events").addEventListener("version", event => {
  if (seen !== undefined && seen !== event.data) location.reload();
  seen = event.data;
});
