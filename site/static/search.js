// The search over all pages: words of the reader against the index that the build wrote, in the
// language of the page and then in English. Nothing is asked of a server but the index itself.
{
  const { language, home } = document.currentScript.dataset;
  const folder = document.currentScript.src.replace(/[^/]*$/, "");
  const input = document.querySelector("#query");
  const count = document.querySelector(".count");
  const found = document.querySelector(".found");
  const everything = document.querySelector(".everything");

  // What readers may write in more than one way is one: letters with and without marks, ё and е, the
  // forms of alef, ya and ta marbuta. Letters of Kazakh stay what they are.
  const ALIKE = { ё: "е", أ: "ا", إ: "ا", آ: "ا", ى: "ي", ة: "ه", "’": "'" };
  const fold = (text) => text.toLowerCase().replace(/[ёأإآىة’]/g, (sign) => ALIKE[sign])
    .replace(/[\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[à-öø-ÿ]/g, (sign) => sign.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'-]*/gu;
  const wordsOf = (text) => fold(text).match(WORD) ?? [];

  /** What a term is worth among words: whole, as a beginning, or not at all. */
  const worth = (words, term) => {
    let best = 0;
    for (const word of words) {
      if (word === term) return 2;
      if (word.startsWith(term)) best = 1;
    }
    return best;
  };

  const read = (entries) => entries.map(({ p: path, t: title, s: sections }) => ({
    path, title, titleWords: wordsOf(title),
    sections: sections.map(([id, heading, text]) => ({ id, heading, text, headingWords: wordsOf(heading), textWords: wordsOf(text) })),
  }));

  /** A page's worth for all terms, and the section that says most; nothing where a term is missing. */
  const rank = (page, terms) => {
    let sum = 0;
    const bySection = page.sections.map(() => 0);
    for (const term of terms) {
      let best = 8 * worth(page.titleWords, term);
      page.sections.forEach((section, n) => {
        const value = 4 * worth(section.headingWords, term) + worth(section.textWords, term);
        bySection[n] += value;
        best = Math.max(best, value);
      });
      if (!best) return undefined;
      sum += best;
    }
    const at = bySection.indexOf(Math.max(0, ...bySection));
    return { page, section: page.sections[Math.max(at, 0)], sum };
  };

  const indexes = {};
  const load = (name) => indexes[name] ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `${folder}search-${name}.js`;
    script.onload = () => done(read(self.adilSearch[name]));
    script.onerror = () => fail(Error(script.src));
    document.head.append(script);
  });

  /** Text with the terms marked. */
  const marked = (text, terms) => {
    const parts = [];
    let last = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!terms.some((term) => fold(word).startsWith(term))) continue;
      const mark = document.createElement("mark");
      mark.textContent = word;
      parts.push(text.slice(last, index), mark);
      last = index + word.length;
    }
    return [...parts, text.slice(last)];
  };

  /** The part of a text around the first term. */
  const excerpt = (text, terms) => {
    const hit = [...text.matchAll(WORD)].find(([word]) => terms.some((term) => fold(word).startsWith(term)));
    const from = Math.max(0, (hit?.index ?? 0) - 60);
    const start = from && text.indexOf(" ", from) + 1;
    const end = text.length > start + 200 ? text.lastIndexOf(" ", start + 200) : text.length;
    return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  };

  const line = ({ page, section }, terms, isForeign) => {
    const item = document.createElement("li");
    if (isForeign) {
      item.lang = "en";
      item.dir = "ltr";
    }
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    link.href = `${home}${page.path}${section?.id ? `#${section.id}` : ""}`;
    link.append(...marked(section?.heading && section.heading !== page.title ? `${page.title}: ${section.heading}` : page.title, terms));
    heading.append(link);
    const text = document.createElement("p");
    text.append(...marked(excerpt(section?.text ?? "", terms), terms));
    item.append(heading, text);
    return item;
  };

  const best = (pages, terms) => pages.map((page) => rank(page, terms)).filter(Boolean)
    .sort((a, b) => b.sum - a.sum).slice(0, 30);

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const terms = [...new Set(wordsOf(input.value))];
    everything.hidden = terms.length > 0;
    if (!terms.length) {
      found.replaceChildren();
      count.textContent = "";
      return;
    }
    let lists;
    try {
      lists = await Promise.all((language === "en" ? ["en"] : [language, "en"]).map(load));
    } catch {
      if (mine !== turn) return;
      everything.hidden = false;
      count.textContent = count.dataset.failed;
      return;
    }
    if (mine !== turn) return;
    const own = best(lists[0], terms);
    const paths = new Set(own.map(({ page }) => page.path));
    const english = best(lists[1] ?? [], terms).filter(({ page }) => !paths.has(page.path));
    found.replaceChildren(...own.map((one) => line(one, terms)));
    if (english.length) {
      const title = document.createElement("li");
      title.className = "tag";
      title.textContent = found.dataset.english;
      found.append(title, ...english.map((one) => line(one, terms, true)));
    }
    const total = own.length + english.length;
    const said = total === 1 ? count.dataset.one : count.dataset.many.replace("{n}", new Intl.NumberFormat(language).format(total));
    count.textContent = total ? said : count.dataset.none;
  };

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", search);
  document.querySelector("form.search").addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", input.value);
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page that was opened from a folder keeps its address.
    }
    search();
  });
  if (input.value) search();
  else input.focus({ preventScroll: true });
}
