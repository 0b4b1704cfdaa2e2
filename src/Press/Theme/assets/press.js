// What a page can do beyond being read. Without it every text, picture and note is there all the same.
(() => {
  const root = document.documentElement;
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
    button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; store(root.dataset.theme); show(); });
    show();
  };

  // Words, and what finds them: the same rules as in src/Press/Search/SearchText.cs.
  const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3040-\u318F\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u.source;
  const letter = "[\\p{L}\\p{N}\\p{M}]";
  const word = new RegExp(`(?=${unspaced})${letter}(?:(?=${unspaced})${letter}|\\p{M})*|${letter}(?:(?!${unspaced})${letter}|\\p{M})*[+#]*`, "gu");
  const begins = new RegExp(`^${unspaced}`, "u");
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC").toLowerCase().replace(/ς/g, "σ");
  const wordsOf = (text) => [...new Set(fold(text).match(word) ?? [])].slice(0, 32);
  const termsOf = (token) => {
    const signs = [...token];
    return !begins.test(token) ? [token.slice(0, 24)] : signs.slice(0, Math.max(1, signs.length - 7)).map((_, at) => signs.slice(at, at + 8).join(""));
  };

  const decode = (bytes) => new TextDecoder().decode(bytes);

  // A part of the index, of which a search reads a few pieces. Where a server knows no ranges, it is read whole.
  const partAt = (url) => {
    let tag, whole, opening;
    const read = async (from, to) => {
      if (!whole) {
        const answer = await fetch(url, { headers: { Range: `bytes=${from}-${to - 1}` } });
        if (!answer.ok || (tag ??= answer.headers.get("etag")) !== answer.headers.get("etag")) throw answer.status;
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (answer.status === 206) return bytes;
        whole = bytes;
      }
      return whole.subarray(from, to);
    };
    const open = async (size) => {
      const bytes = await read(0, size);
      const end = bytes.indexOf(10);
      if (end < 0) return size < 1e6 && open(size * 4);
      const { posts, keys } = JSON.parse(decode(bytes.subarray(0, end)));
      let at = end + 1;
      return { posts: posts.map((n) => [at, at += n]), keys: keys.map(({ k, n }) => [k, at, at += n]) };
    };
    const head = () => opening ??= open(2048);

    // The posts that have a term, each with what it counts there.
    const find = async (term) => {
      const { keys } = await head();
      const first = Math.max(0, keys.findLastIndex(([key]) => key <= term));
      const pieces = keys.filter(([key], place) => place === first || (place > first && key.startsWith(term)));
      const hits = new Map();
      let key = "";
      for (const line of pieces.length ? decode(await read(pieces[0][1], pieces.at(-1)[2])).split("\n") : []) {
        const [rest, ...lists] = line.split("\t");
        key = key.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
        if (!(term.length === 1 && !begins.test(term) ? key === term : key.startsWith(term))) continue;
        lists.forEach((list, weight) => {
          let post = -1;
          for (const sign of list) {
            const gap = sign.charCodeAt(0) - 33;
            post += gap === 93 ? gap : gap + 1;
            if (gap !== 93) hits.set(post, Math.max(hits.get(post) ?? 0, (key === term ? 3 : 2) << weight));
          }
        });
      }
      return hits;
    };

    const search = async (terms) => {
      const all = await Promise.all(terms.map(find));
      return [...all[0].keys()].filter((post) => all.every((hits) => hits.has(post)))
        .map((post) => ({ post, show, score: all.reduce((sum, hits) => sum + hits.get(post), 0) })).sort((a, b) => b.post - a.post);
    };
    const lines = [];
    const show = async (post) => {
      const [from, to] = (await head()).posts[post >> 3];
      return (await (lines[post >> 3] ??= read(from, to).then((bytes) => decode(bytes).split("\n"))))[post & 7].split("\t");
    };
    return search;
  };

  const element = (name, text, attributes) => Object.assign(document.createElement(name), { textContent: text }, attributes);

  // Where words stand in a text: of Hangul and the like the piece that was looked for, of others how the word begins.
  const spotsIn = (text, tokens) => [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    const folded = fold(found);
    const has = tokens.filter((some) => begins.test(some) ? folded.includes(some) : some.length > 1 ? folded.startsWith(some) : folded === some);
    return has.map((token) => folded.length === found.length ? { token, from: index + folded.indexOf(token), length: token.length } : { token, from: index, length: found.length });
  }).sort((a, b) => a.from - b.from);

  const mark = (text, tokens) => {
    let at = 0;
    const parts = spotsIn(text, tokens).flatMap(({ from, length }) => from < at ? [] : [text.slice(at, from), element("mark", text.slice(from, at = from + length))]);
    return [...parts, text.slice(at)];
  };

  // The piece of a page's text where most of the words stand together.
  const snippet = async (href, tokens) => {
    const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html");
    const body = page.querySelector(".body") ?? page.querySelector("main") ?? page.body;
    body.querySelectorAll("script, style, annotation").forEach((part) => part.remove());
    const text = body.textContent.replace(/\s+/g, " ").trim();
    const spots = spotsIn(text, tokens);
    const near = ({ from }) => new Set(spots.filter((spot) => spot.from >= from && spot.from < from + 140).map((spot) => spot.token)).size;
    const best = spots.reduce((one, other) => one && near(one) >= near(other) ? one : other, null)?.from ?? 0;
    const from = best < 50 ? 0 : text.indexOf(" ", best - 50) + 1 || best;
    return mark(`${from ? "… " : ""}${text.slice(from, from + 220)}${text.length > from + 220 ? " …" : ""}`, tokens);
  };

  const search = (form) => {
    const { index, none, found, lost } = form.dataset;
    const [status, list] = ["[role=status]", ".results"].map((part) => document.querySelector(part));
    const choice = form.lang;
    let site, pause, turn = 0;
    form.q.value = new URLSearchParams(location.search).get("q") ?? "";
    // Who comes with a question wants to read the answers.
    if (!form.q.value) form.q.focus();

    const load = async () => {
      const answer = await fetch(index);
      const { base, index: last, languages } = await answer.json();
      const parts = new Map(languages.map(({ lang, parts }) => [lang, parts.map((part) => partAt(new URL(part, answer.url)))]));
      if (!choice.options.length && languages.length > 1) {
        const names = new Intl.DisplayNames(root.lang, { type: "language" });
        choice.append(...languages.map(({ lang }) => new Option(names.of(lang), lang, false, lang === root.lang)));
        choice.parentElement.hidden = false;
      }
      return { parts, link: (path) => base + path + (path.endsWith("/") ? last : ""), lang: () => choice.value || languages[0]?.lang };
    };

    const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
      seen.unobserve(target);
      target.shown?.();
    }), { rootMargin: "100px" });

    const item = ([path, title, day], tokens, { link, lang }) => {
      const [made, text, href] = [element("li", "", { lang: lang() }), element("p"), link(path)];
      const to = element("a", "", { href });
      to.append(...mark(title, tokens));
      made.append(to, " ", element("time", day, { dateTime: day }), text);
      made.shown = () => snippet(href, tokens).then((parts) => text.replaceChildren(...parts)).catch(() => {});
      return made;
    };

    const ask = async (mine, tokens) => {
      const now = await (site ??= load());
      const terms = tokens.flatMap(termsOf);
      const hits = (await Promise.all((terms.length && now.parts.get(now.lang()) || []).map((part) => part(terms)))).flat().sort((a, b) => b.score - a.score);
      const more = async (first) => {
        const made = await Promise.all(hits.slice(first, first + 20).map(async ({ post, show }) => item(await show(post), tokens, now)));
        if (mine !== turn) return;
        if (!first) {
          list.replaceChildren();
          status.textContent = !terms.length ? "" : hits.length ? found.replace("{0}", hits.length) : none;
        }
        list.append(...made);
        const last = made.at(-1);
        if (last && hits.length > first + 20) { const own = last.shown; last.shown = () => { own(); more(first + 20); }; }
        made.forEach((one) => seen.observe(one));
      };
      await more(0);
    };

    const show = async () => {
      const [mine, tokens] = [++turn, wordsOf(form.q.value)];
      history.replaceState(null, "", tokens.length ? `?q=${encodeURIComponent(form.q.value)}` : location.pathname);
      try {
        // What was replaced since the list was loaded is loaded anew.
        await ask(mine, tokens).catch(() => { site = null; return ask(mine, tokens); });
      } catch {
        site = null;
        if (mine === turn) status.textContent = lost;
      }
    };
    form.addEventListener("submit", async (event) => { event.preventDefault(); await show(); list.querySelector("a")?.focus(); });
    form.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 120); });
    show();
  };

  // What is wider than the screen is scrolled by the arrow keys, if it can have the focus. Not every browser sees to that itself.
  const letScroll = () => {
    for (const wide of document.querySelectorAll("pre, table, .math")) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0; else wide.removeAttribute("tabindex");
    }
  };

  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  const button = (text, name, press) => {
    const made = element("button", text, { type: "button", className: name });
    made.addEventListener("click", press);
    return made;
  };

  // What was copied is said where it was asked for, and to those who hear the page.
  const copies = (made, text, { copied }) => {
    const said = made.textContent;
    made.ariaLive = "polite";
    made.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      made.textContent = copied;
      setTimeout(() => { made.textContent = said; }, 2000);
    });
  };

  const frameCode = (words) => all(".body pre > code", (code) => {
    const pre = code.parentElement;
    const [frame, bar] = [element("div", "", { className: "code-frame" }), element("div", "", { className: "code-bar" })];
    const language = [...code.classList].find((name) => name.startsWith("language-"))?.slice(9).split(/[{:,;]/)[0] ?? "";
    bar.append(element("span", language));
    if (navigator.clipboard) {
      const copy = button(words.copy, "", () => {});
      copies(copy, () => code.textContent, words);
      bar.append(copy);
    }
    pre.replaceWith(frame);
    frame.append(bar, pre);
  });

  const linkHeadings = ({ heading }) => all(".body :is(h2, h3, h4)[id]", (title) => {
    // For those who point. The contents list has the same links for all others, and a heading is read as it is written.
    title.append(element("a", "", { className: "anchor", href: `#${encodeURIComponent(title.id)}`, title: heading, ariaHidden: "true", tabIndex: -1 }));
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
    dialog.addEventListener("click", shut);
    const open = (picture, alt) => {
      dialog.replaceChildren(element("img", "", { src: largest(picture) ?? picture.src, alt }), button(close, "", shut));
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
      links.forEach((link, id) => { if (id === target.id) link.ariaCurrent = "location"; else link.ariaCurrent = null; });
    }), { rootMargin: "0px 0px -70% 0px" });
    links.forEach((_, id) => { const title = document.getElementById(id); if (title) seen.observe(title); });
  });

  const share = (words) => {
    all("button[data-share]", (made) => {
      made.hidden = !navigator.share;
      made.addEventListener("click", () => navigator.share({ title: document.title, url: location.href }).catch(() => {}));
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
    all("form.search", search);
    followContents();
    // A layout of the site's own may have no words for these.
    if (words.copy) {
      frameCode(words);
      linkHeadings(words);
      enlargePictures(words);
      share(words);
    }
    showNotes();
    letScroll();
  });
})();
