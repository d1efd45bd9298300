// What of a widget on the screen can be read and seen: each text and each shape with the colours that
// the browser gave it, and the least contrast that WCAG 2.2 asks for.
import { hex, lightness, opacityOf, painted, ratio } from "./colour.js";

/** Text, and text that is large: 24 px, or 18.66 px and bold (WCAG 2.2, 1.4.3). Shapes: 1.4.11. */
const LEAST = { text: 4.5, large: 3, shape: 3 };

/** Parts whose edge, ground or filling has to be told from what lies around, where they are shown. */
const SHAPES = [
  "go", "key", "hold", "choice chosen", "option chosen", "option right", "option partly", "option wrong", "option pressed",
  "group", "blank", "point chosen", "pick pressed", "tick chosen", "keep chosen", "step done", "jump answered",
  "verdict", "listen", "filled", "bar last", "dot last", "way", "played", "gone", "star on", "token", "input", "field", "marker",
].map((names) => names.split(" ").map((name) => `[part~="${name}"]`).join("")).join(", ");

/** Elements of widgets by tags of ours; what stands in one stands for itself. */
const isWidget = (element) => element.localName.startsWith("adil-") && element.shadowRoot;

/**
 * All texts and shapes of a mounted widget, and of those inside it. One entry for each pair of colours in
 * each kind of place, with how often it is there.
 */
export function measure(widget) {
  const found = new Map();
  const add = (entry) => {
    const key = [entry.kind, entry.part, entry.front, entry.ground].join();
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { ...entry, times: 1 });
  };
  for (const root of rootsOf(widget)) {
    texts(root, widget).forEach(add);
    shapes(root, widget).forEach(add);
  }
  const ring = ringOf(widget);
  if (ring) add(ring);
  return [...found.values()];
}

/** Whether an entry has less than it needs. Figures are compared as they are, not rounded. */
export const fails = ({ ratio: has, least }) => has < least;

function rootsOf(widget) {
  if (!widget.shadowRoot) return [];
  const inner = [...widget.shadowRoot.querySelectorAll("*")].filter(isWidget);
  return [widget.shadowRoot, ...inner.flatMap(rootsOf)];
}

/* Texts */

function texts(root, widget) {
  const all = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    // What is only said, and options of a list, which the system draws, are not seen in colours of ours.
    if (!words || element.closest("option, style, script, title, desc") || !isSeen(element)) continue;
    all.push(textOf(element, words, widget));
  }
  for (const field of root.querySelectorAll("input, textarea")) {
    if (!isSeen(field) || /^(radio|checkbox|range|file|color)$/.test(field.type)) continue;
    if (field.value) all.push(textOf(field, field.value, widget));
    else if (field.placeholder) all.push(textOf(field, field.placeholder, widget, getComputedStyle(field, "::placeholder")));
  }
  return all.filter(Boolean);
}

function textOf(element, words, widget, style = getComputedStyle(element)) {
  if (isOff(element)) return undefined;
  const isDrawn = element instanceof SVGElement;
  const colour = isDrawn ? style.fill : style.webkitTextFillColor || style.color;
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  return entryOf("text", element, {
    words: words.replace(/\s+/g, " ").slice(0, 40),
    least: isLarge ? LEAST.large : LEAST.text,
    colours: [colour],
    grounds: isDrawn ? behind(element) : groundsOf(element),
  }, widget);
}

/* Shapes */

function shapes(root, widget) {
  const all = [];
  for (const element of root.querySelectorAll(SHAPES)) {
    if (isSeen(element) && !isOff(element)) all.push(shapeOf(element, widget));
  }
  for (const sign of root.querySelectorAll("svg.icon, [part~=icon]")) {
    if (!isSeen(sign) || isOff(sign)) continue;
    const { stroke, fill } = getComputedStyle(sign);
    all.push(entryOf("shape", sign, { colours: [stroke, fill], grounds: groundsOf(sign), least: LEAST.shape }, widget));
  }
  for (const box of root.querySelectorAll("input:checked")) {
    const { accentColor, opacity } = getComputedStyle(box);
    if (accentColor === "auto" || opacity === "0" || !isSeen(box) || isOff(box)) continue;
    all.push(entryOf("shape", box, { colours: [accentColor], grounds: groundsOf(box), least: LEAST.shape }, widget));
  }
  return all.filter(Boolean);
}

function shapeOf(element, widget) {
  const style = getComputedStyle(element);
  const isDrawn = element instanceof SVGElement;
  const inside = isDrawn && element.localName === "svg" ? getComputedStyle(element.querySelector("path, rect, circle") ?? element) : style;
  const edges = isDrawn ? [inside.fill, inside.stroke] : [
    style.backgroundColor,
    ...["Top", "Bottom", "Left"].map((side) => (style[`border${side}Style`] === "none" ? undefined : style[`border${side}Color`])),
    style.outlineStyle === "none" ? undefined : style.outlineColor,
  ];
  const around = element.getRootNode() === element.parentNode ? element.getRootNode().host : element.parentElement;
  const grounds = isDrawn ? behind(element) : groundsOf(around ?? element.getRootNode().host);
  // Something without an edge or a ground is told by its words alone.
  const colours = edges.filter((colour) => colour && colour !== "none" && opacityOf(colour) > 0);
  if (!colours.length) return undefined;
  return entryOf("shape", element, { colours, grounds, least: LEAST.shape }, widget);
}

/** The ring of what has the focus: read from a field that has it for a moment nowhere seen. */
function ringOf(widget) {
  const base = widget.shadowRoot?.querySelector("[part~=base]");
  if (!base) return undefined;
  const probe = document.createElement("i");
  probe.style.cssText = "outline: var(--_ring, none); position: absolute";
  base.append(probe);
  const { outlineColor, outlineStyle } = getComputedStyle(probe);
  const grounds = groundsOf(base);
  probe.remove();
  if (outlineStyle === "none") return undefined;
  return entryOf("shape", base, { part: "focus", colours: [outlineColor], grounds, least: LEAST.shape }, widget);
}

/* An entry: of several colours of a shape the one that is seen best, of several grounds the worst. */

function entryOf(kind, element, { colours, grounds, least, words = "", part = partOf(element) }, widget) {
  const faded = opacityOver(element);
  let best;
  for (const colour of colours.filter((one) => one && one !== "none")) {
    let worst;
    for (const layers of grounds) {
      const [ground, front] = [painted(layers), painted([...layers, { colour, opacity: faded }])];
      const has = ratio(front, ground);
      if (!worst || has < worst.ratio) worst = { ratio: has, lc: lightness(front, ground), front: hex(front), ground: hex(ground) };
    }
    if (worst && (!best || worst.ratio > best.ratio)) best = worst;
  }
  return best && { kind, part, words, least, tag: widget.localName, ...best };
}

/** The name by which a page can style what is shown: the nearest part, with its states. */
function partOf(element) {
  const named = element.closest("[part]");
  const own = named?.getAttribute("part") ?? "";
  const inner = element.getRootNode().host;
  const prefix = /(?:^|,)\s*\w[\w-]*:(\w+-)/.exec(inner?.getAttribute("exportparts") ?? "")?.[1] ?? "";
  return own && `${prefix}${own}`;
}

/* What lies behind */

/**
 * The layers behind what stands in an element, the lowest first. Where a ground is made of several
 * colours, as lines on paper, there is a list of layers for each of them.
 */
function groundsOf(element) {
  let lists = [[]];
  for (let at = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    const opacity = opacityOver(at);
    const drawn = coloursOf(style.backgroundImage).map((colour) => ({ colour, opacity }));
    const plain = { colour: style.backgroundColor, opacity };
    const here = opacityOf(plain.colour) > 0 ? [plain] : [];
    const ways = drawn.length ? [here, ...drawn.map((one) => [...here, one])] : [here];
    lists = ways.flatMap((way) => lists.map((list) => [...way, ...list])).slice(0, 16);
    if (opacity === 1 && opacityOf(plain.colour) === 1) break;
  }
  return lists;
}

/** The colours of gradients. Pictures are not looked into. */
function coloursOf(image) {
  if (image === "none") return [];
  const all = image.match(/(?:rgba?|hsla?|oklab|oklch|lab|lch|color)\([^()]*\)/g) ?? [];
  return [...new Set(all)].filter((colour) => opacityOf(colour) > 0).slice(0, 6);
}

/** Behind what is drawn: its own halo, else the last shape of the drawing that lies under its middle. */
function behind(element) {
  const style = getComputedStyle(element);
  const drawing = element.closest("svg").parentElement?.closest("svg") ?? element.closest("svg");
  const grounds = groundsOf(drawing);
  if (element.localName === "svg") return grounds;
  if (element.localName === "text" && style.stroke !== "none" && style.paintOrder.startsWith("stroke")) {
    return grounds.map((list) => [...list, { colour: style.stroke }]);
  }
  const box = element.getBoundingClientRect();
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const covers = (shape) => {
    const { left, right, top, bottom } = shape.getBoundingClientRect();
    return left <= x && x <= right && top <= y && y <= bottom;
  };
  const before = (shape) => shape !== element && shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  const under = [...drawing.querySelectorAll("rect, circle")].filter((shape) => before(shape) && covers(shape))
    .map((shape) => getComputedStyle(shape).fill).filter((fill) => fill !== "none").map((colour) => ({ colour }));
  return grounds.map((list) => [...list, ...under]);
}

const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

/** How much an element and all around it let through, up to the widget that stands in the page. */
function opacityOver(element) {
  let share = 1;
  for (let at = element; at; at = parentOf(at)) share *= Number(getComputedStyle(at).opacity);
  return share;
}

/** Whether an element is on the screen, and not only said. */
function isSeen(element) {
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && !element.closest(".visually-hidden");
}

/** What cannot be used now may be pale (WCAG 2.2, 1.4.3 and 1.4.11). */
const isOff = (element) => Boolean(element.closest("[disabled], [aria-disabled=true], [inert]"));
