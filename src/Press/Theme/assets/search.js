// The search: it reads the pieces of the index in which the words stand, and nothing else.
(() => {
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
    const same = folded.length === found.length;
    return tokens.filter((some) => begins.test(some) ? folded.includes(some) : some.length > 1 ? folded.startsWith(some) : folded === some)
      .map((token) => ({ token, from: same ? index + folded.indexOf(token) : index, length: (same ? token : found).length }));
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
    const near = ({ from }) => new Set(spots.flatMap((spot) => spot.from >= from && spot.from < from + 140 ? spot.token : [])).size;
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
        const own = document.documentElement.lang;
        const names = new Intl.DisplayNames(own, { type: "language" });
        choice.append(...languages.map(({ lang }) => new Option(names.of(lang), lang, false, lang === own)));
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
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      // Nothing may come in the place of what has the focus.
      clearTimeout(pause);
      await show();
      list.querySelector("a")?.focus();
    });
    form.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 120); });
    show();
  };

  search(document.querySelector("form.search"));
})();
