// The page for translators: the live widget in a language, and each of its texts beside the English
// one. What is written goes into the widget at once, by a file that the page makes (`texts`), and is
// taken away as a file of the same kind. Nothing is sent; nothing is kept unless asked.
{
  const { root, shipped } = document.currentScript.dataset;
  const words = JSON.parse(document.querySelector("#words").textContent);
  const one = (selector) => document.querySelector(selector);
  const address = (path) => new URL(`${root}${path}`, location.href).href;
  const choices = one("#choices").elements;
  const narrow = one("#narrow").elements;
  const stage = one(".place .stage");
  const rows = one(".rows");
  const news = one(".news");
  const page = document.documentElement.lang;

  // What shows the texts of each widget: a file of the examples for each mode.
  const SCREENS = {
    quiz: { learn: "small-choices", test: "item-types", class: "small-choices", print: "small-choices" },
    pledge: { pledge: "my-pledge", class: "my-pledge", certificate: "my-pledge", reminder: "my-pledge", verify: "my-pledge" },
    video: { learn: "scholarship-list", teacher: "scholarship-list" },
    story: { learn: "cash-box", pictures: "lost-mitten", class: "cash-box", group: "cash-box", print: "cash-box" },
    board: { play: "climb-together", projector: "climb-together", quest: "six-stations", debate: "open-grades" },
    plan: { plan: "integrity-hour-1", screen: "integrity-hour-1", print: "integrity-hour-1", campaign: "integrity-hour-1", map: "integrity-curriculum" },
    check: { check: "coi-check", readiness: "iso-37001-ready", register: "coi-check" },
    record: { record: "honesty-shop", study: "pilot-study", collect: "pilot-study", setup: "pilot-study", merge: "our-club" },
  };
  // These are kinds of content, no modes.
  const KINDS = ["pictures", "quest", "debate"];
  // Some modes show nothing without these.
  const MORE = { campaign: { dates: "2026-10-15 2026-12-09 2027-02-11 2027-05-06" } };
  const MANNERS = ["months", "date", "numbers"];
  const RTL = /^(ar|fa|ur|ug|ps|he|dv|sd|ckb|yi)\b|-(Arab|Hebr|Thaa)\b/i;

  let english = {};
  let base = {}; // the file that ships, else nothing
  let own = {}; // what was written here: texts by key, and those for children under `informal`
  let tools; // what checks a file, as the widget does it

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const tell = (key, values = {}) => {
    news.textContent = fill(words[key], values);
  };
  const lang = () => (choices.lang.value || choices.tag.value.trim() || "und");
  const isSmall = () => choices.readers.value !== "";
  const isText = (key) => key !== "lang" && key !== "informal" && !key.startsWith("_") && !MANNERS.includes(key);
  const keys = () => Object.keys(english).filter(isText);
  const place = (key) => `adil-translate/${choices.widget.value}/${lang()}/${key}`;
  const device = (act) => {
    try {
      return act(localStorage);
    } catch {
      return undefined;
    }
  };

  /** What stands in the field of a text: what was written here, else what the file has. */
  const written = (key, small = isSmall()) =>
    (small ? own.informal?.[key] : own[key]) ?? (small ? base.informal?.[key] : base[key]);
  const isChanged = (key, small = isSmall()) => (small ? own.informal?.[key] : own[key]) !== undefined;

  /** Keeps what was written for a text; what is as in the file is no change. */
  const write = (key, value, small = isSmall()) => {
    const table = small ? (own.informal ??= {}) : own;
    const before = small ? base.informal?.[key] : base[key];
    if (JSON.stringify(value) === JSON.stringify(before) || isEmpty(value)) delete table[key];
    else table[key] = value;
    if (own.informal && !Object.keys(own.informal).length) delete own.informal;
  };
  const isEmpty = (value) => (typeof value === "string" ? !value.trim() : !Object.values(value ?? {}).some((text) => text.trim()));

  /** The whole file, its keys in the order of the English one. */
  const whole = () => {
    const table = { lang: lang() };
    for (const key of MANNERS) if ((own[key] ?? base[key]) !== undefined) table[key] = own[key] ?? base[key];
    table._status = one("[name=read]").checked ? "read by a native reader" : "draft";
    for (const key of keys()) if (written(key, false) !== undefined) table[key] = written(key, false);
    const informal = { ...base.informal, ...own.informal };
    if (Object.keys(informal).length) table.informal = informal;
    return table;
  };

  // The widget: it goes on with what was answered, since a change of `texts` mounts it anew.
  let blob = "";
  const feed = () => {
    const element = stage.firstElementChild;
    if (!element) return;
    const before = blob;
    blob = URL.createObjectURL(new Blob([JSON.stringify(whole())], { type: "application/json" }));
    element.setAttribute("texts", blob);
    // The view before may still be reading its own.
    if (before) setTimeout(() => URL.revokeObjectURL(before), 10_000);
  };

  const mount = () => {
    const widget = choices.widget.value;
    const screen = choices.screen.value;
    const made = document.createElement(`adil-${widget}`);
    const level = isSmall() ? choices.readers.value : "";
    const all = {
      src: address(`examples/${SCREENS[widget][screen]}.json`), lang: lang(), level, storage: "none", loading: "eager",
      "heading-level": "3", mode: KINDS.includes(screen) ? "" : screen, ...MORE[screen],
    };
    for (const [name, value] of Object.entries(all)) if (value) made.setAttribute(name, value);
    stage.replaceChildren(made);
    feed();
    made.addEventListener("adil-ready", () => narrow.show.value === "here" && sift());
  };

  // Where a text is seen: in the words of the widget, or in the names of its parts.
  const patternOf = (text) => {
    const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^\\s*${parts.join(".+?")}\\s*$`, "su");
  };
  function* elementsIn(node) {
    for (const element of node.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
    }
  }
  const wordsOf = (element) => [
    ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent),
    ...["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
  ].filter((text) => text.trim());
  const seenIn = (value) => {
    const texts = typeof value === "string" ? [value] : Object.values(value ?? {});
    const patterns = texts.filter((text) => text.replace(/\{\w+\}/g, "").trim()).map(patternOf);
    const found = [];
    if (!patterns.length) return found;
    for (const element of elementsIn(stage)) {
      if (element.getClientRects().length && wordsOf(element).some((text) => patterns.some((pattern) => pattern.test(text)))) {
        found.push(element);
      }
    }
    return found;
  };
  const shown = (key) => seenIn(written(key) ?? written(key, false) ?? english[key]);

  /** Outlines where a text stands in the widget. */
  const point = (key) => {
    const [first, ...rest] = shown(key);
    if (!first) return;
    first.scrollIntoView({ block: "nearest" });
    const outline = "3px dashed light-dark(#d6336c, #ff8fb8)";
    for (const element of [first, ...rest]) {
      element.animate([{ outline, outlineOffset: "2px" }, { outline, outlineOffset: "2px" }], { duration: 2_500 });
    }
  };

  // The rows: a field for a text, or one for each plural form of the language.
  const formsOf = () => {
    try {
      return new Intl.PluralRules(lang()).resolvedOptions().pluralCategories;
    } catch {
      return ["one", "other"];
    }
  };

  const fieldFor = (key, form, name) => {
    const field = document.createElement("textarea");
    field.rows = 1;
    field.lang = lang();
    field.dir = RTL.test(lang()) ? "rtl" : "ltr";
    field.setAttribute("aria-label", fill(words.field, { text: name, form: form ?? "" }).trim());
    const value = written(key);
    field.value = (form ? value?.[form] : value) ?? "";
    // Without words of their own, children read those of the others.
    const beside = isSmall() ? written(key, false) : undefined;
    field.placeholder = (form ? beside?.[form] : beside) ?? "";
    field.addEventListener("focus", () => point(key));
    return field;
  };

  const rowFor = (key) => {
    const row = one("#row").content.cloneNode(true).firstElementChild;
    row.dataset.key = key;
    const isPlural = typeof english[key] === "object";
    const text = isPlural ? Object.values(english[key]).join(" · ") : english[key];
    row.querySelector(".english span").textContent = text;
    row.querySelector("code").textContent = key;
    const forms = isPlural ? formsOf() : [undefined];
    const fields = forms.map((form) => fieldFor(key, form, text));
    const put = () => {
      const value = isPlural ? Object.fromEntries(forms.map((form, n) => [form, fields[n].value])) : fields[0].value;
      write(key, value);
      check(row, key);
      changed();
    };
    const holder = row.querySelector(".own");
    for (const [n, field] of fields.entries()) {
      field.addEventListener("input", put);
      if (!isPlural) holder.append(field);
      else {
        const label = document.createElement("label");
        label.append(forms[n], field);
        holder.append(label);
      }
    }
    const back = document.createElement("button");
    back.type = "button";
    back.className = "back";
    back.textContent = words.back;
    back.addEventListener("click", () => {
      const table = isSmall() ? own.informal : own;
      delete table?.[key];
      const fresh = rowFor(key);
      row.replaceWith(fresh);
      fresh.querySelector("textarea").focus();
      changed();
    });
    holder.append(back);
    check(row, key);
    return row;
  };

  /** Says what is wrong with a text, in the words in which the console says it. */
  const check = (row, key) => {
    const value = written(key);
    const [wrong] = value === undefined || !tools ? [] : tools.merge({ lang: lang(), [key]: value }, english).errors;
    const line = row.querySelector(".wrong");
    line.hidden = !wrong;
    line.textContent = wrong ?? "";
    line.lang = "en";
    line.dir = "ltr";
    line.id = `wrong-${key}`;
    for (const field of row.querySelectorAll("textarea")) {
      field.toggleAttribute("aria-invalid", Boolean(wrong));
      if (wrong) field.setAttribute("aria-invalid", "true");
      if (wrong) field.setAttribute("aria-describedby", line.id);
      else field.removeAttribute("aria-describedby");
    }
    row.querySelector(".back").hidden = !isChanged(key);
  };

  const draw = () => {
    rows.replaceChildren(...keys().map(rowFor));
    sift();
  };

  /** Shows the rows that are asked for. */
  const sift = () => {
    const find = narrow.find.value.trim().toLocaleLowerCase();
    const which = {
      all: () => true, here: (key) => shown(key).length > 0,
      missing: (key) => written(key, false) === undefined, changed: (key) => isChanged(key),
    }[narrow.show.value];
    let left = 0;
    for (const row of rows.children) {
      const { key } = row.dataset;
      const text = JSON.stringify([key, english[key], written(key) ?? ""]).toLocaleLowerCase();
      row.hidden = !(which(key) && text.includes(find));
      left += row.hidden ? 0 : 1;
    }
    one(".none").hidden = left > 0;
    count();
  };

  const count = () => {
    const changes = keys().filter((key) => isChanged(key, false)).length + Object.keys(own.informal ?? {}).length;
    const missing = keys().filter((key) => written(key, false) === undefined).length;
    one(".count").textContent = fill(words.count, { all: keys().length, changes, missing });
    one(".changes").disabled = one(".drop").disabled = changes === 0;
  };

  // What is written is seen in the widget once the typing rests, and kept where that was asked.
  let later;
  const changed = () => {
    count();
    clearTimeout(later);
    later = setTimeout(feed, 300);
    keep();
  };
  const keep = () => {
    if (!one("[name=keep]").checked) return;
    const done = device((store) => (store.setItem(place("own"), JSON.stringify(own)), true));
    if (!done) tell("not_kept");
  };

  const read = async (path) => {
    const response = await fetch(address(path));
    if (!response.ok) throw Error(`${path}: ${response.status}`);
    return response.json();
  };

  /** Another widget or language: its files, and what of it is kept here. */
  const open = async () => {
    const widget = choices.widget.value;
    const wanted = lang();
    news.textContent = "";
    try {
      tools ??= await import(address("adil-texts.js"));
      english = await read(`locales/${widget}.en.json`);
      base = shipped.split(" ").includes(wanted) ? await read(`locales/${widget}.${wanted}.json`) : {};
    } catch ({ message }) {
      tell(location.protocol === "file:" ? "folder" : "lost", { message });
      return;
    }
    const kept = device((store) => store.getItem(place("own")));
    one("[name=keep]").checked = Boolean(kept);
    try {
      own = JSON.parse(kept ?? "{}");
    } catch {
      own = {};
    }
    const names = Object.keys(SCREENS[widget]);
    const before = choices.screen.value;
    choices.screen.replaceChildren(...names.map((name) => new Option(words.screens[name] ?? name, name)));
    if (names.includes(before)) choices.screen.value = before;
    mount();
    draw();
  };

  const save = (name, table) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(table, undefined, 2)}\n`], { type: "application/json" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    tell("saved", { name });
  };
  const nameOf = (end) => `${choices.widget.value}.${lang()}${end}.json`;
  one(".whole").addEventListener("click", () => save(nameOf(""), whole()));
  one(".changes").addEventListener("click", () => save(nameOf(".changes"), { lang: lang(), ...own }));

  one(".drop").addEventListener("click", () => {
    own = {};
    device((store) => store.removeItem(place("own")));
    one("[name=keep]").checked = false;
    draw();
    feed();
    tell("dropped");
  });

  /** Takes a file in: its texts are changes, and what nobody shows is told. */
  const takeIn = async (file) => {
    let table;
    try {
      table = JSON.parse(await file.text());
      if (table === null || typeof table !== "object" || Array.isArray(table)) throw Error("{ … }");
    } catch ({ message }) {
      tell("refused", { name: file.name, message });
      return;
    }
    if (typeof table.lang === "string" && table.lang.toLowerCase() !== lang().toLowerCase()) {
      tell("other", { name: file.name, lang: table.lang });
      return;
    }
    const { errors, notes } = tools.merge({ lang: lang(), ...table }, english);
    const isKnown = (key, value) => key in english && isText(key) && typeof value === typeof english[key];
    let taken = 0;
    for (const small of [false, true]) {
      const texts = small ? table.informal : table;
      for (const [key, value] of Object.entries(texts ?? {})) {
        if (!isKnown(key, value)) continue;
        write(key, value, small);
        taken++;
      }
    }
    for (const key of MANNERS) if (table[key] !== undefined) own[key] = table[key];
    draw();
    changed();
    const odd = [...errors, ...notes.filter((note) => !/ are missing /.test(note))];
    tell("taken", { name: file.name, n: taken });
    if (odd.length) news.textContent += ` ${odd.join("; ")}`;
  };
  const picker = one(".file input");
  picker.addEventListener("change", async () => {
    if (picker.files[0]) await takeIn(picker.files[0]);
    picker.value = "";
  });

  one("[name=keep]").addEventListener("change", ({ target }) => {
    if (target.checked) keep();
    else device((store) => store.removeItem(place("own")));
    tell(target.checked ? "kept" : "forgotten");
  });

  // The languages by their own names, where the browser knows them; and another one, by its tag.
  const nameIn = (tag, inside) => {
    try {
      return new Intl.DisplayNames([inside], { type: "language" }).of(tag);
    } catch {
      return tag;
    }
  };
  const OWN = { kk: "Қазақша", "kk-Latn": "Qazaqşa", ky: "Кыргызча", uz: "Oʻzbekcha" };
  choices.lang.replaceChildren(
    ...shipped.split(" ").filter((tag) => tag !== "en").map((tag) => {
      const option = new Option(OWN[tag] ?? nameIn(tag, tag), tag);
      option.lang = tag;
      return option;
    }),
    new Option(words.another, ""),
  );
  const wanted = new URLSearchParams(location.search);
  const pick = (field, value) => {
    if ([...field.options].some((option) => option.value === value)) field.value = value;
  };
  pick(choices.widget, wanted.get("widget") ?? "quiz");
  pick(choices.lang, wanted.get("lang") ?? (page === "en" ? "de" : page));

  const another = () => {
    one(".other").hidden = choices.lang.value !== "";
    if (choices.lang.value || isTag(choices.tag.value.trim())) return open();
    return undefined;
  };
  const isTag = (tag) => {
    try {
      return tag !== "" && Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  };
  choices.widget.addEventListener("change", open);
  choices.lang.addEventListener("change", another);
  choices.tag.addEventListener("change", another);
  choices.screen.addEventListener("change", mount);
  choices.readers.addEventListener("change", () => {
    mount();
    draw();
  });
  narrow.find.addEventListener("input", sift);
  narrow.show.addEventListener("change", sift);
  for (const form of document.querySelectorAll("main form")) form.addEventListener("submit", (event) => event.preventDefault());
  open();
}
