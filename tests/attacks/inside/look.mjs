// Runs in the page, on each screen: what should not be there, whoever wrote it.

const words = (text) => new Set(text.trim().split(/\s+/));

/** What texts of authors may be made of. */
const ELEMENTS = words(`p br strong em b i u s mark small abbr kbd code pre sup sub bdi span div ul ol li dl dt dd a
  img figure figcaption blockquote table caption thead tbody tfoot tr th td h3 h4 h5 h6 hr ruby rb rt rp rtc math mi mn mo
  ms mtext mspace mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded mphantom
  menclose`);
const ATTRIBUTES = words(`href src alt title lang dir colspan rowspan scope start reversed mathvariant display
  displaystyle stretchy linethickness target rel loading decoding`);
/** What stands nowhere in a widget. */
const NEVER = `script, style, link, meta, base, iframe, frame, object, embed, applet, template, picture, animate, set,
  portal, dialog, form, marquee, area, source:not(video.media > source)`;
const HANDLES = /^(on.*|action|formaction|srcset|srcdoc|ping|poster|background|data|xlink:href|autofocus|contenteditable|is)$/i;
/** What a widget itself plays, and the quizzes and certificates that it shows inside. */
const PLAYS = "video.media, audio.sound-of-slide, track";
const INNER = "adil-quiz[part=question], adil-pledge[mode=certificate]";
const SCHEMES = { href: ["http:", "https:", "mailto:"], src: ["http:", "https:"] };

/** Addresses of pictures, which an author may name wherever they lie. */
export const pictures = new Set();

/** Notes the pictures within a root, and within the widgets inside it. */
export function notePictures(root) {
  for (const { src } of root.querySelectorAll("img")) pictures.add(src);
  for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) notePictures(shadowRoot);
}

/** What is wrong within a root, and within the widgets inside it. */
export function wrongIn(root) {
  const wrong = [];
  for (const element of root.querySelectorAll("*")) {
    const say = (what) => wrong.push(`${what} in ${element.outerHTML.slice(0, 200)}`);
    // What stands in a blank is the quiz's own, within a text of the author.
    const blank = ".fill :is(.blank-group, i)";
    const nearest = !element.matches(blank) && element.parentElement?.closest(`[dir][lang]:not(.base, .caption), ${blank}`);
    const byAuthor = nearest && !nearest.matches(blank);
    if (element.matches(NEVER)) say("an element that may never be there");
    if (byAuthor && !ELEMENTS.has(element.localName)) say("an element that no author may use");
    if (element.matches(INNER)) wrong.push(...wrongIn(element.shadowRoot));
    else if (element.shadowRoot) say("a shadow root");
    // A field named "attributes" would stand in the way of the property.
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name);
      if (HANDLES.test(name)) say(`the attribute ${name}`);
      // The sentence around a blank has an id of ours.
      const isOurs = name === "id" && /^around-\d+$/.test(value);
      if (byAuthor && !isOurs && !ATTRIBUTES.has(name)) say(`an attribute ${name} that no author may use`);
      if (SCHEMES[name]) for (const what of wrongAddress(element, name, value)) say(what);
    }
  }
  return wrong;
}

function* wrongAddress(element, name, value) {
  const { protocol, hostname } = new URL(value, document.baseURI);
  if (!SCHEMES[name].includes(protocol)) yield `the address ${value}`;
  // A browser shows an address before it is followed: foreign letters have to be told from ours.
  if (/[^ -~]/.test(hostname + value)) yield `letters in the address ${value}`;
  if (name === "href" && (element.localName !== "a" || element.target !== "_blank")) yield "a link of another kind";
  if (name === "href" && element.rel !== "noopener noreferrer") yield `the relation ${element.rel}`;
  if (name === "src" && element.localName === "img") pictures.add(element.src);
  else if (name === "src" && !element.matches(`${PLAYS}, ${INNER}`)) yield "a source of another kind";
}

/** A text that turns all that follows it in its line, made of one letter that no interface has. */
export const TURNING = "\u202e\u0436\u0436\u0436";

/** Words of the interface that come after such a text in the same line, and would be read backwards. */
export function turnedIn(root) {
  const turned = [];
  for (const text of textsIn(root)) {
    if (!text.data.includes(TURNING)) continue;
    const line = lineOf(text.parentElement);
    const all = textsIn(line);
    // What the author wrote behind it is their own.
    const after = all.slice(all.indexOf(text)).map(({ data }) => data).join(" ").replace(/^[^\u202e]*/, "").replaceAll("\u0436", "");
    if (/\p{L}/u.test(after)) turned.push(`turned words in ${line.outerHTML.slice(0, 200)}`);
  }
  for (const inner of root.querySelectorAll(INNER)) turned.push(...turnedIn(inner.shadowRoot));
  return turned;
}

/** Texts that are seen. */
function textsIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found.filter((text) => !text.parentElement.closest(".visually-hidden, style"));
}

/** The nearest element around that turns no other than its own words. */
function lineOf(element) {
  const { display, unicodeBidi } = getComputedStyle(element);
  // Each text of a drawing is a line, whatever an engine calls its display.
  const keepsIn = unicodeBidi !== "normal" || !/^(inline|contents)$/.test(display) || element.localName === "text";
  return keepsIn || !element.parentElement ? element : lineOf(element.parentElement);
}
