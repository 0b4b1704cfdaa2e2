// What a page can do beyond being read. Without it every text, picture and note is there all the same.
(() => {
  const root = document.documentElement;
  const own = document.currentScript.src;
  // The style sheet keeps room for what comes later, so that nothing moves.
  root.dataset.script = "";
  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  // Before the first paint, so that nothing flashes. A browser may forbid storage.
  const store = (theme) => { try { return theme ? localStorage.setItem("theme", theme) : localStorage.getItem("theme"); } catch { return null; } };
  const stored = store();
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;

  const switchTheme = (button) => {
    const show = () => button.setAttribute("aria-pressed", dark());
    button.hidden = false;
    button.onclick = () => { root.dataset.theme = dark() ? "light" : "dark"; store(root.dataset.theme); show(); };
    show();
  };

  const element = (name, text, attributes) => Object.assign(document.createElement(name), { textContent: text }, attributes);

  // What is wider than the screen is scrolled by the arrow keys, if it can have the focus. Not every browser sees to that itself.
  const letScroll = () => {
    all("pre, table, .math", (wide) => { if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0; else wide.removeAttribute("tabindex"); });
  };

  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  const button = (text, onclick) => element("button", text, { type: "button", onclick });

  // What was copied is said where it was asked for, and to those who hear the page.
  const copies = (made, text, { copied }) => {
    const said = made.textContent;
    made.ariaLive = "polite";
    made.onclick = async () => {
      await navigator.clipboard.writeText(text());
      made.textContent = copied;
      setTimeout(() => { made.textContent = said; }, 2000);
    };
  };

  const frameCode = (words) => all(".body pre > code", (code) => {
    const pre = code.parentElement;
    const [frame, bar] = [element("div", "", { className: "code-frame" }), element("div", "", { className: "code-bar" })];
    const language = [...code.classList].find((name) => name.startsWith("language-"))?.slice(9).split(/[{:,;]/)[0] ?? "";
    bar.append(element("span", language));
    if (navigator.clipboard) {
      const copy = button(words.copy);
      copies(copy, () => code.textContent, words);
      bar.append(copy);
    }
    pre.replaceWith(frame);
    frame.append(bar, pre);
  });

  const linkHeadings = ({ heading }) => all(".body :is(h2, h3, h4)[id]", (title) => {
    // For those who point. The contents list has the same links for all others, and a heading is read as it is written.
    title.append(element("a", "", { className: "to-here", href: `#${encodeURIComponent(title.id)}`, title: heading, ariaHidden: "true", tabIndex: -1 }));
  });

  // The largest version of a picture, if that is larger than what is seen.
  const largest = (picture) => {
    const widths = picture.srcset.split(",").map((part) => part.trim().split(" ")).filter(([, width]) => width?.endsWith("w"));
    const [source, width] = widths.sort(([, one], [, other]) => parseInt(other) - parseInt(one))[0] ?? [picture.src, picture.naturalWidth];
    return parseInt(width) > picture.clientWidth * 1.2 ? source : null;
  };

  const enlargePictures = ({ enlarge, close }) => {
    const dialog = element("dialog", "", { className: "picture" });
    const shut = () => dialog.close();
    dialog.onclick = shut;
    const open = (picture, alt) => {
      dialog.replaceChildren(element("img", "", { src: largest(picture) ?? picture.src, alt }), button(close, shut));
      dialog.ariaLabel = alt || enlarge;
      dialog.showModal();
    };
    const offer = (picture) => {
      if (!largest(picture)) return;
      const alt = picture.alt;
      Object.assign(picture, { tabIndex: 0, role: "button", alt: [enlarge, alt].filter(Boolean).join(": ") });
      picture.classList.add("large");
      picture.addEventListener("click", () => open(picture, alt));
      picture.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(picture, alt); } });
    };
    all(".body img, .hero img", (picture) => {
      if (picture.closest("a")) return;
      if (picture.complete) offer(picture); else picture.addEventListener("load", () => offer(picture), { once: true });
    });
    document.body.append(dialog);
  };

  // A note is read beside its number. Where it cannot be shown there, its link leads to it.
  const showNotes = () => {
    const note = element("div", "", { className: "note-card", popover: "auto", role: "note", tabIndex: -1 });
    if (!note.showPopover) return;
    document.body.append(note);
    all("a[role=doc-noteref]", (link) => link.addEventListener("click", (event) => {
      const written = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!written) return;
      event.preventDefault();
      note.replaceChildren(...written.cloneNode(true).childNodes);
      note.querySelectorAll("[role=doc-backlink]").forEach((back) => back.remove());
      note.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
      note.showPopover();
      const at = link.getBoundingClientRect();
      note.style.top = `${at.bottom + scrollY + 4}px`;
      note.style.left = `${Math.max(8, Math.min(at.left, root.clientWidth - note.offsetWidth - 8))}px`;
      note.focus({ preventScroll: true });
    }));
  };

  // Open beside the text where there is room, and marking the part that is read.
  const followContents = () => all(".toc details", (contents) => {
    const wide = matchMedia("(min-width: 78rem)");
    const fit = () => { contents.open = wide.matches; };
    wide.addEventListener("change", fit);
    fit();
    const links = new Map([...contents.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
      links.forEach((link, id) => { link.ariaCurrent = id === target.id ? "location" : null; });
    }), { rootMargin: "0px 0px -70% 0px" });
    links.forEach((_, id) => { const title = document.getElementById(id); if (title) seen.observe(title); });
  });

  const share = (words) => {
    all("button[data-share]", (made) => {
      made.hidden = !navigator.share;
      made.onclick = () => navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
    all("button[data-link]", (made) => {
      made.hidden = !navigator.clipboard;
      copies(made, () => new URL(made.dataset.link, location).href, words);
    });
  };

  addEventListener("resize", letScroll);
  addEventListener("DOMContentLoaded", () => {
    const words = document.querySelector("main")?.dataset ?? {};
    all("button.theme", switchTheme);
    // Few pages search, and all load this.
    if (document.querySelector("form.search")) document.head.append(element("script", "", { src: own.replace("press.js", "search.js") }));
    followContents();
    // A layout of the site's own may have no words for this and what follows.
    if (words.copy) frameCode(words);
    letScroll();
    // What is of use only to who has begun to read waits until the page is seen, pictures included.
    addEventListener("load", () => {
      showNotes();
      if (words.copy) {
        linkHeadings(words);
        enlargePictures(words);
        share(words);
      }
    });
  });
})();
