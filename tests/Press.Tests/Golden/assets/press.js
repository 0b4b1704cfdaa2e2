// The three things on a page that need a script: the switch between light and dark, the search, and the keyboard's way into what scrolls.
(() => {
  const root = document.documentElement;
  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  // Before the first paint, so that nothing flashes. A browser may forbid storage.
  const store = (theme) => { try { return theme ? localStorage.setItem("theme", theme) : localStorage.getItem("theme"); } catch { return null; } };
  const stored = store();
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;

  const switchTheme = (button) => {
    const show = () => button.setAttribute("aria-pressed", dark());
    button.hidden = false;
    button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; store(root.dataset.theme); show(); });
    show();
  };

  // Names match without regard to case, width and Unicode form, as they do in the index.
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const scripts = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

  // A Hangul term may stand anywhere in a word, since particles and prefixes grow together with it; a Latin one begins a word.
  const finder = (term) => scripts.test(term)
    ? (text) => text.includes(term)
    : ((start) => (text) => start.test(text))(new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${term.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}`, "u"));

  const rank = (post, finders) => {
    let sum = 0;
    for (const finds of finders) {
      const score = finds(post.title) ? 4 : finds(post.tags) ? 2 : finds(post.text) ? 1 : 0;
      if (!score) return 0;
      sum += score;
    }
    return sum;
  };

  const element = (name, text, attributes) => Object.assign(document.createElement(name), { textContent: text }, attributes);

  const result = ({ t, u, l, d, x }) => {
    const item = element("li", "", { lang: l });
    item.append(element("a", t, { href: u }), " ", element("time", d, { dateTime: d }), element("p", x));
    return item;
  };

  const search = async (form) => {
    const [status, list, { index, none, found, lost }] = [document.querySelector("[role=status]"), document.querySelector(".results"), form.dataset];
    form.q.value = new URLSearchParams(location.search).get("q") ?? "";
    // Who comes with a question wants to read the answers.
    if (!form.q.value) form.q.focus();

    const loading = fetch(index).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status));
    const posts = loading.then((all) => all.map((post) => ({ post, title: fold(post.t), tags: fold(post.g.join("\n")), text: fold(post.x) })));
    const show = async () => {
      const terms = fold(form.q.value).split(/\s+/).filter(Boolean);
      const all = await posts;
      if (terms.join() !== fold(form.q.value).split(/\s+/).filter(Boolean).join()) return;
      const finders = terms.map(finder);
      const hits = terms.length ? all.map((entry) => [rank(entry, finders), entry.post]).filter(([score]) => score) : [];
      hits.sort(([a, one], [b, other]) => (other.l === root.lang) - (one.l === root.lang) || b - a);
      list.replaceChildren(...hits.slice(0, 50).map(([, post]) => result(post)));
      status.textContent = !terms.length ? "" : hits.length ? found.replace("{0}", hits.length) : none;
      history.replaceState(null, "", terms.length ? `?q=${encodeURIComponent(form.q.value)}` : location.pathname);
    };
    const told = () => show().catch(() => { status.textContent = lost; });
    form.addEventListener("submit", async (event) => { event.preventDefault(); await told(); list.querySelector("a")?.focus(); });
    form.q.addEventListener("input", told);
    told();
  };

  // What is wider than the screen is scrolled by the arrow keys, if it can have the focus. Not every browser sees to that itself.
  const letScroll = () => {
    for (const wide of document.querySelectorAll("pre, table")) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0; else wide.removeAttribute("tabindex");
    }
  };

  addEventListener("resize", letScroll);
  addEventListener("DOMContentLoaded", () => {
    letScroll();
    document.querySelectorAll("button.theme").forEach(switchTheme);
    document.querySelectorAll("form.search").forEach(search);
  });
})();
