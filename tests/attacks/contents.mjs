// The real examples with hostile texts in every place for a text: in each place another one, and in
// the next content each of them one place further, so that as many contents as there are texts bring
// every text to every place.
import { createHash } from "node:crypto";
import { example } from "../e2e/page.mjs";
import { fieldsOf, fill } from "./fields.mjs";

const quiz = example("item-types");
quiz.settings = { ...quiz.settings, tries: 1 };
const video = example("scholarship-list");
// A walk that answers at random has to pass; and a note is a kind of checkpoint, too.
video.checkpoints = video.checkpoints.map((one) => ({ ...one, required: false, rewinds: false }));
video.checkpoints.push({ id: "a-note", at: 150, note: "Look at the folder." });

const EXAMPLES = { quiz, pledge: example("my-pledge"), video };
const kindOf = (place) => place.split(",")[0];
export const exampleOf = (place) => EXAMPLES[kindOf(place)];

/** How a text is written in a content file: as it is, or as HTML, where a place takes that. */
export const FORMS = {
  text: { takes: () => true, write: (text, n) => (n % 2 ? { en: text } : text) },
  html: { takes: ({ kind }) => kind === "rich", write: (text, n) => ({ html: n % 2 ? { en: marked(text) } : marked(text) }) },
};
/** The word by which a walk knows that a text went through a sanitizer, and was not shown raw. */
const marked = (text) => `<b>kept</b>${text}`;

/** How many places there are for a text in a form. */
export const placesFor = (place, form) => fieldsOf(kindOf(place), exampleOf(place)).filter(FORMS[form].takes).length;

/** The n-th content, and what is typed while it is walked through. */
export function contentAt(place, form, texts, n) {
  const { takes, write } = FORMS[form];
  let at = n;
  const content = fill(kindOf(place), exampleOf(place), (field) => {
    if (!takes(field)) return ["x", ...field.marks].join(" ");
    const text = [texts[at++ % texts.length], ...field.marks].join(" ");
    return field.kind === "string" ? text : write(text, at + n);
  });
  // A run that was kept of the content before would be shown at its end.
  if (place !== "pledge") content.id += `-${n}`;
  const typed = place === "pledge, verify" ? receiptOf(texts, n) : texts[n % texts.length];
  return { content, typed };
}

/** What only captions can have: classes, voices, languages, times, and styles for all of a page. */
const IN_CAPTIONS = [
  "<c.base.go.poster.visually-hidden>x</c>", "<v onclick=xss(1)>x</v>", "<v.go \" onmouseover=xss(1)>x</v>",
  "<lang en\" onclick=xss(1)>x</lang>", "<b.go><i.go><u.go>x</u></i></b>",
  "<ruby.go>x<rt.go>y</rt></ruby>", "<00:00:00.500>x<c.checkpoint-panel>y</c>", "<c.__proto__.constructor>x</c>",
  "<v constructor>x</v>", `${"<b>".repeat(500)}x`, "<>&lt;img src=x onerror=xss(1)&gt;", "</c></v>x<c",
];

/** A file of captions with every text in a line of its own: those of captions over the film, all beside it. */
export function captionsOf(texts, stranger) {
  const clean = (text) => text.replace(/\s*[\r\n]\s*/g, " ").replaceAll("-->", "--&gt;").replaceAll("\0", "") || "x";
  const head = `WEBVTT\n\nSTYLE\n::cue { background: url(${stranger}/cue.x); }\n@import "${stranger}/style.x";\n\nREGION\nid:x onclick=xss(1)\n\nNOTE <img src=x onerror=xss(1)>\n`;
  const cue = (text, n) => `__proto__\n00:${String(n % 60).padStart(2, "0")}.000 --> 00:${String(n % 60).padStart(2, "0")}.990 region:x align:start\n${clean(text)}\n`;
  // The last few of those that come at once are shown.
  const shown = Array.from({ length: 60 }, (_, n) => IN_CAPTIONS[n % IN_CAPTIONS.length]);
  return [head, ...[...texts, ...shown].map((text, n) => [text, n < texts.length ? n : n - texts.length]).map(([text, n]) => cue(text, n))].join("\n");
}

/** JSON with its fields in the order of RFC 8785; a receipt has only texts and lists of them. */
const canonical = (json) => JSON.stringify(json, (_, value) => {
  if (Array.isArray(value) || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
});

/** A whole receipt without a signature whose every word is hostile. */
function receiptOf(texts, n) {
  // Half a character is refused before anybody reads the rest; and receipts are short.
  const word = (at) => Buffer.from(texts[(n + at) % texts.length]).toString().replaceAll("\ufffd", "?").slice(0, 7_000);
  const receipt = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/undefined-terms/v2"],
    id: word(0), name: word(1), type: ["VerifiableCredential", "PledgeReceipt"], validFrom: "2026-03-02T08:15:30Z",
    credentialSubject: {
      type: "Pledge", contentId: word(2), contentVersion: word(3), clauseIds: [word(4), word(5)], language: word(6),
      day: "2026-03-02", textHash: word(7),
    },
  };
  const hash = createHash("sha256").update(canonical(receipt)).digest("hex");
  return JSON.stringify({ ...receipt, receiptHash: `sha256:${hash}` });
}
