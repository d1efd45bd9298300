// Texts in a language that a page adds: a file beside those that ship, or one that an element
// names. Its mistakes go to the console by name, and what it lacks comes from the nearest language
// that ships, key by key. `adil.js` loads this only where a page has such a file.

// What a language may say beside the texts, where browsers do not know it: how its dates are
// written, and whose numbers it has. Each gives what is wrong with a value.
const MANNERS = {
  date: (value) => problem(value, "{day} {month} {year}", []),
  months: (value) => Array.isArray(value) && value.length === 12 && value.every(isWords)
    ? undefined
    : "expected the names of twelve months",
  numbers: (value) => isTag(value) ? undefined : "expected the language whose numbers are written alike",
};

const files = new Map();

/**
 * The texts of a widget as JSON: the file at `url`, else `locales/WIDGET.LANG.json`, over those of
 * a language that ships. `shipped` are its tags, `load` gives the text of one. A file is read once.
 */
export function texts(widget, lang, url, shipped, load) {
  const address = url ?? new URL(`locales/${widget}.${lang}.json`, import.meta.url).href;
  const key = `${widget} ${address}`;
  if (!files.has(key)) {
    const made = read(widget, lang, address, shipped.split(" "), load);
    // A failed request is asked for again by whoever tries again.
    made.then((whole) => whole ?? files.delete(key), () => files.delete(key));
    files.set(key, made);
  }
  return files.get(key).then((whole) => whole ?? load(nearest(lang, shipped.split(" "))));
}

async function read(widget, lang, address, shipped, load) {
  const name = address.split("/").pop();
  const fail = (message) => console.error(`${name}: ${message} (${address})`);
  let own;
  try {
    // Without the stamp of a release: a school changes its file when it likes.
    const response = await fetch(address);
    if (!response.ok) throw Error(`could not be loaded: ${response.status}`);
    own = JSON.parse(await response.text());
    if (!isObject(own)) throw Error("expected an object of texts");
  } catch ({ message }) {
    fail(message);
    return undefined;
  }
  if (!isTag(own.lang)) {
    if (own.lang !== undefined) fail(`lang: expected a language tag such as ${lang}, found ${JSON.stringify(own.lang)}`);
    own.lang = lang;
  }
  // A file in the place of one that ships cannot be filled from itself.
  const others = shipped.filter((tag) => !address.endsWith(`/locales/${widget}.${tag}.json`));
  const base = JSON.parse(await load(nearest(own.lang, others)));
  const { table, errors, notes } = merge(own, base);
  errors.forEach(fail);
  notes.forEach((note) => console.warn(`${name}: ${note}`));
  return JSON.stringify(table);
}

/** The longest beginning of a tag among others (RFC 4647); English where there is none. */
export function nearest(lang, tags) {
  for (let tag = lang.toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, "")) {
    const found = tags.find((one) => one.toLowerCase() === tag);
    if (found) return found;
  }
  return "en";
}

/** One table over another, with what is wrong in it and what is worth knowing. */
export function merge(own, base) {
  const errors = [];
  const notes = [];
  const table = { ...base, lang: own.lang };
  const categories = pluralsOf(own.lang);
  const take = (into, key, value, path) => {
    const wrong = MANNERS[key]?.(value) ?? (key in MANNERS ? undefined : problem(value, base[key], categories));
    if (wrong) errors.push(`${path}: ${wrong}`);
    else into[key] = value;
    return !wrong;
  };
  // The forms for children are those of the language that says the rest.
  const informal = { ...base.informal };
  for (const [key, value] of Object.entries(own)) {
    if (key === "lang" || key === "informal" || key.startsWith("_")) continue;
    if (!(key in base) && !(key in MANNERS)) notes.push(`${key}: no widget shows a text of this name`);
    else if (take(table, key, value, key)) delete informal[key];
  }
  if (own.informal !== undefined && !isObject(own.informal)) errors.push("informal: expected an object of texts");
  for (const [key, value] of Object.entries(isObject(own.informal) ? own.informal : {})) {
    if (key in base) take(informal, key, value, `informal.${key}`);
    else notes.push(`informal.${key}: no widget shows a text of this name`);
  }
  table.informal = informal;
  const missing = Object.keys(base).filter((key) => isText(key) && own[key] === undefined);
  if (missing.length) notes.push(`${missing.length} texts are missing and stay in ${base.lang}: ${missing.join(", ")}`);
  return { table, errors, notes };
}

/** What is wrong with a text beside that of another language; nothing where it is right. */
function problem(value, other, categories) {
  if (isObject(other)) {
    if (!isObject(value)) return `expected plural forms (${categories.join(", ")}), found ${kindOf(value)}`;
    if (!isWords(value.other)) return 'expected a form "other"';
    const places = placesOf(other.other);
    for (const [form, words] of Object.entries(value)) {
      if (!isWords(words)) return `${form}: expected a text, found ${kindOf(words)}`;
      // “One minute” needs no {n}.
      const unknown = placesOf(words).find((place) => !places.includes(place));
      if (unknown) return `${form}: expected the places ${places.join(" ")}, found ${unknown}`;
    }
    return undefined;
  }
  if (!isWords(value)) return `expected a text, found ${kindOf(value)}`;
  const [found, expected] = [placesOf(value), placesOf(other)];
  if (found.join() === expected.join()) return undefined;
  return `expected ${expected.length ? `the places ${expected.join(" ")}` : "no places"}, found ${found.join(" ") || "none"}`;
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isWords = (value) => typeof value === "string" && value.trim() !== "";
const isText = (key) => key !== "lang" && key !== "informal" && !key.startsWith("_") && !(key in MANNERS);
const placesOf = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();

const kindOf = (value) => {
  if (typeof value === "string") return value.trim() ? "a text" : "an empty text";
  if (Array.isArray(value)) return "a list";
  return value === null ? "null" : isObject(value) ? "an object" : `${value}`;
};

const isTag = (value) => {
  try {
    return typeof value === "string" && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
};

/** The plural forms of a language by Unicode; those of English where the browser does not know it. */
const pluralsOf = (lang) => new Intl.PluralRules([lang, "en"]).resolvedOptions().pluralCategories;
