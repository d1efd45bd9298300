// The records of a transcript as lines that a person can read from top to bottom.

const quoted = (name) => `“${name}”`;

/** A stop or a line of a screen: its role, its name, its states. */
function phrase({ role, name, words, states, lang, count }, page) {
  const foreign = lang && lang !== page ? ` [${lang}]` : "";
  const called = name ? ` ${quoted(name)}` : "";
  const unnamed = !name && words ? ` without a name, in it ${quoted(words)}` : "";
  const size = count ? ` of ${count}` : "";
  return [`${role}${size}${called}${unnamed}${foreign}`, ...states].join(", ");
}

const inGroup = ({ role, name, description, count }) =>
  `    in ${role}${count ? ` of ${count}` : ""}${name ? ` ${quoted(name)}` : ""}${description ? `, described as ${quoted(description)}` : ""}`;

/** An announcement, with the languages that differ from the one around it. */
function said({ runs, fresh, rude }, page) {
  const words = runs.map(({ lang, words }) => (lang && lang !== page ? `[${lang}] ${words}` : words)).join(" ");
  const how = fresh ? "comes with" : rude ? "says at once" : "says";
  return `  ${how} ${quoted(words)}`;
}

function linesOf(record, page) {
  switch (record.kind) {
    case "key": return [`> ${record.key}`];
    case "types": return [`> types ${quoted(record.text)}`];
    case "meanwhile": return [`(${record.what})`];
    case "focus": return [`  ${record.stays ? "still at " : ""}${phrase(record, page)}`, ...record.entered.map(inGroup)];
    case "lost": return [record.elsewhere ? `  outside the widget: ${phrase(record.elsewhere, page)}` : "  outside the widget"];
    case "says": return [said(record, page)];
    case "screen": return [
      "", `=== ${record.name} ===`,
      ...record.lines.map((line) => `${"  ".repeat(line.depth)}| ${phrase(line, page)}`), "",
    ];
    default: throw new Error(record.kind);
  }
}

const bare = (text) => text.replace(/\s+/g, "");

/** The lines of a screen without what was just said: whether that stands there still is a matter of moments. */
function settledLines(lines, told) {
  const ends = (at) => lines.findIndex((other, n) => n > at && other.depth <= lines[at].depth);
  return lines.filter((line, n) => {
    const region = lines.findLastIndex((other, at) => at <= n && other.role === "status" && (at === n || ends(at) < 0 || ends(at) > n));
    if (region < 0) return true;
    const end = ends(region) < 0 ? lines.length : ends(region);
    const words = lines.slice(region, end).map(({ name }) => name ?? "").join("");
    return !told.has(bare(words));
  });
}

/** The whole transcript as a text. */
export function written(records, page) {
  const told = new Set();
  const lines = records.flatMap((record) => {
    if (record.kind === "says") told.add(bare(record.runs.map(({ words }) => words).join("")));
    if (record.kind !== "screen") return linesOf(record, page);
    return linesOf({ ...record, lines: settledLines(record.lines, told) }, page);
  });
  return `${lines.join("\n").trim()}\n`;
}
