// What is wrong in any transcript, whatever the widget: known faults of widgets for those who hear them.

const SIGNS = /[\u2190-\u21ff▶◀►✓✔✗✘×⚑★☆•·›‹…]/u;
/** How many letters a stop may say that is no field and no heading. */
const LONGEST = 120;
const LATIN = /[A-Za-z]{3,}/;
const ARABIC = /[؀-ۿ]/;

const isButton = ({ role }) => ["button", "disclosure", "link"].includes(role);
const title = ({ role, name, words }) => `${role} “${name || words || ""}”`;

/** Records with what came before: the last key, and the screen that was read last. */
function withPlace(records) {
  let key = "at the start", screen = "the start", step = 0;
  return records.map((record) => {
    if (record.kind === "screen") screen = record.name;
    if (["key", "types", "meanwhile"].includes(record.kind)) {
      key = record.key ?? record.text ?? record.what;
      step += 1;
    }
    return { ...record, step, where: record.kind === "screen" ? `on “${screen}”` : `after “${screen}”, at ${key}` };
  });
}

/** A stop that says nothing of itself, or says it in signs. */
function stopFaults({ role, name, words, within, where }) {
  const found = [];
  if (!name && !words) found.push(`${where}: the stop ${role} has no name and no words`);
  else if (!name && !/generic|group|region|paragraph|Section/.test(role)) found.push(`${where}: the stop ${role} has no name: ${words}`);
  // A formula has signs of its own.
  if (SIGNS.test(name.replace(/\d · \d/g, ""))) found.push(`${where}: a sign in the name of ${title({ role, name })}`);
  if (role === "generic" && name.length > LONGEST) found.push(`${where}: a stop without a role reads a whole screen at once: “${name}”`);
  const named = within.some((one) => one.name && /group|region/.test(one.role));
  if (role === "radio" && !named) found.push(`${where}: no group says what the radio “${name}” answers`);
  return found;
}

/** What is said twice, with two full stops, or to nobody. */
function speechFaults(said, stops) {
  const found = said.filter(({ text }) => /[.!?؟…]\s?[.،]( |$)/.test(text)).map(({ where, text }) => `${where}: two full stops in “${text}”`);
  said.forEach((one, n) => {
    const again = said.find((other, m) => m < n && other.step === one.step && other.text === one.text);
    const stop = stops.find(({ step, name, stays }) => step === one.step && name === one.text && !stays);
    if (stop) found.push(`${one.where}: said twice, as the focus goes there: “${one.text}”`);
    if (again) found.push(`${one.where}: said twice: “${one.text}”`);
    if (one.fresh && one.step) found.push(`${one.where}: a live region comes together with its text, which some readers do not say: “${one.text}”`);
  });
  return found;
}

/** Lines of a screen that are faulty by themselves. */
function lineFaults({ lines, where }) {
  const found = [];
  for (const line of lines) {
    if (line.role === "picture" && !line.name) found.push(`${where}: a picture without a name`);
    if (line.role === "group" && !line.name) found.push(`${where}: a group without a name`);
    if (line.isField && !line.name) found.push(`${where}: ${line.role} without a name: ${line.words ?? ""}`);
    if (line.isField && SIGNS.test(line.name.replace(/\d · \d/g, ""))) found.push(`${where}: a sign in the name of ${title(line)}`);
  }
  const buttons = lines.filter(isButton).map((line) => `${title(line)} ${line.description ?? ""}`);
  for (const name of new Set(buttons.filter((one, n) => buttons.indexOf(one) < n))) found.push(`${where}: two of ${name}`);
  const headings = lines.filter(({ role }) => role === "heading");
  if (!headings.length) found.push(`${where}: no heading`);
  headings.reduce((before, { level, name }) => {
    if (level > before + 1) found.push(`${where}: heading “${name}” of level ${level} follows level ${before}`);
    return level;
  }, 1);
  return found;
}

/** Live regions that still have on a new screen what they said on an earlier one. */
function staleFaults(all) {
  const found = [];
  for (const [n, screen] of all.entries()) {
    if (screen.kind !== "screen" || screen.same) continue;
    const spoken = (isIt) => new Set(all.slice(0, n).filter((one) => one.kind === "says" && isIt(one)).map(({ text }) => text));
    const now = spoken(({ step }) => step === screen.step);
    const before = spoken(({ step }) => step < screen.step);
    for (const text of liveTexts(screen.lines)) {
      if (before.has(text) && !now.has(text)) found.push(`${screen.where}: a live region still has “${text}”`);
    }
  }
  return found;
}

/** Fields and buttons that stand between two stops of the Tab key, which went past them. */
function passedFaults(all) {
  const found = [];
  let lines = [], last;
  // A heading of a group is where the group begins.
  const placeOf = ({ id, within }) => {
    const at = lines.findIndex((line) => line.id === id);
    return at >= 0 ? at : lines.findIndex((line) => line.role === "group" && line.id === within.at(-1)?.id);
  };
  for (const [n, record] of all.entries()) {
    if (record.kind === "screen") lines = record.lines;
    if (record.kind !== "focus") continue;
    const [from, to] = [last ? placeOf(last) : -1, placeOf(record)];
    if (all[n - 1].key === "Tab" && from >= 0 && to > from) {
      // Of radio buttons that belong together one is a stop.
      const isPassed = ({ isField, role, states }) => isField && !states.includes("disabled")
        && (role !== "radio" || (record.role !== "radio" && lines[from].role !== "radio"));
      const past = lines.slice(from + 1, to).filter(isPassed);
      if (past.length) found.push(`${record.where}: passed over by the Tab key: ${past.map(title).join(", ")}`);
    }
    last = record;
  }
  return found;
}

/** The texts of live regions among the lines of a screen. */
function liveTexts(lines) {
  const found = [];
  lines.forEach((line, n) => {
    if (!["status", "alert", "log"].includes(line.role) || line.isCount) return;
    const end = lines.findIndex((other, m) => m > n && other.depth <= line.depth);
    const inner = lines.slice(n + 1, end < 0 ? undefined : end).map(({ name }) => name).join(" ");
    found.push(inner || line.name);
  });
  return found.filter(Boolean);
}

/** Every text of a transcript with its language. */
function textsOf(all, lang) {
  // What a video without a film is called is the browser's own word.
  // A description is of something else: it has the language of that, which no tree tells.
  const of = ({ role, name, words, lang: own }) => role === "video" ? [] : [name, words].filter(Boolean).map((text) => [text, own || lang]);
  return all.flatMap((record) => {
    const pairs = record.kind === "screen" ? record.lines.flatMap(of)
      : record.kind === "says" ? record.runs.map(({ words, lang: own }) => [words, own || lang])
        : record.kind === "focus" ? of(record) : [];
    return pairs.map(([text, own]) => ({ text, lang: own, where: record.where }));
  });
}

/** Words that fit no keyboard, words in a wrong language, and what no text should have. */
function wordFaults(texts) {
  const found = [];
  for (const { text, lang, where } of texts) {
    if (lang.startsWith("en") && /\b(tap|click)(s|ed|ping|ing)?\b/i.test(text)) found.push(`${where}: a word for a mouse or a finger in “${text}”`);
    if (/undefined|NaN|\{\w+\}|\*\*/.test(text)) found.push(`${where}: not a text: “${text}”`);
  }
  return found;
}

/** Words that are read by a voice of another language, as the element has no `lang` of its own. */
function voiceFaults(texts) {
  const isLatin = ({ text, lang }) => lang.startsWith("ar") && LATIN.test(text) && !ARABIC.test(text);
  // A name that is put together has one language, also where an author's text and ours meet in it.
  const isArabic = ({ text, lang }) => lang.startsWith("en") && ARABIC.test(text) && !LATIN.test(text);
  const told = (voice, found) => {
    const all = [...new Set(found.map(({ text }) => text))];
    if (!all.length) return [];
    const more = all.length > 3 ? `, and ${all.length - 3} more` : "";
    return [`${found[0].where}: read by ${voice} voice: ${all.slice(0, 3).map((text) => `“${text}”`).join(", ")}${more}`];
  };
  return [...told("an Arabic", texts.filter(isLatin)), ...told("an English", texts.filter(isArabic))];
}

/** All that is wrong in a transcript, as sentences; each fault once, where it is first met. */
export function faultsOf(records, lang) {
  const all = withPlace(records);
  const texts = textsOf(all, lang);
  const of = (kind, faults) => all.filter((record) => record.kind === kind).flatMap(faults);
  const lost = all.filter(({ kind, elsewhere }) => kind === "lost" && !elsewhere).map(({ where }) => `${where}: the focus is nowhere`);
  const found = [
    ...lost, ...of("focus", stopFaults), ...speechFaults(all.filter(({ kind }) => kind === "says"), all.filter(({ kind }) => kind === "focus")),
    ...of("screen", lineFaults), ...staleFaults(all), ...passedFaults(all), ...wordFaults(texts), ...voiceFaults(texts),
  ];
  const kinds = new Map(found.toReversed().map((what) => [what.replace(/^.*?: /, ""), what]));
  return [...kinds.values()].toReversed();
}
