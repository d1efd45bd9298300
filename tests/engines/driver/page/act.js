// Runs in the page: whether an element can be acted on and where, and the acts that need no
// pointer and no keys.

// Pages under test put clocks of their own in place of these.
const nextFrame = ((frame, later) => () => new Promise((done) => {
  frame(done);
  // No frame comes in a window that lies behind another one.
  later(done, 100);
}))(requestAnimationFrame.bind(window), setTimeout.bind(window));

const rectOf = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

/** The middle of what a window shows of an element's first box. */
const pointOf = (element) => {
  for (const box of element.getClientRects()) {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left >= 1 && bottom - top >= 1) return { x: Math.floor((left + right) / 2), y: Math.floor((top + bottom) / 2) };
  }
  return undefined;
};

/** What a pointer would meet there, in the innermost open tree. */
const elementAt = ({ x, y }, tree = document) => {
  const met = tree.elementFromPoint(x, y);
  return met?.shadowRoot && met !== tree.host ? elementAt({ x, y }, met.shadowRoot) ?? met : met;
};

const isWithin = (node, element) => {
  for (let at = node; at; at = parentOf(at)) if (at === element) return true;
  return false;
};

/** Why a pointer does not reach an element; undefined when it does. */
const coveredBy = (element, point) => {
  const met = elementAt(point);
  const reached = [element, ...(element.labels ?? [])].some((one) => isWithin(met, one));
  return reached ? undefined : `${met?.outerHTML.slice(0, 80) ?? "nothing"} is there instead`;
};

const isDisabled = (element) => element.matches(":disabled") || !!element.closest("[aria-disabled=true]");

const PLACES = ["center", "end", "start", "nearest"];

const PRESSES = ["pointerdown", "mousedown", "touchstart", "pointerup", "mouseup", "touchend", "click"];
let press;

/** Sees to it that the next press meets this element, as a page may scroll just before. */
const guard = (element) => {
  const seen = (event) => {
    const [met] = event.composedPath();
    press.meets ??= [element, ...(element.labels ?? [])].some((one) => isWithin(met, one));
    if (press.meets) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  press = { seen };
  for (const name of PRESSES) addEventListener(name, seen, { capture: true, passive: false });
};

/** Why the press that was guarded has to be done again. */
const pressed = async () => {
  // Where the press led to another page, this one knows of no press.
  if (!press) return undefined;
  for (let n = 0; n < 5 && press.meets === undefined; n++) await nextFrame();
  for (const name of PRESSES) removeEventListener(name, press.seen, { capture: true });
  if (press.meets) return undefined;
  return press.meets === false ? "went away under the pointer" : "was not met by the pointer";
};

/** Where to press an element; or `not`, why it cannot be pressed yet. */
const pressable = async (element, { force, turn }) => {
  if (!element) return { not: "is not there" };
  if (!force) {
    if (!isVisible(element)) return { not: "is not visible" };
    if (isDisabled(element)) return { not: "is disabled" };
    const before = rectOf(element);
    await nextFrame();
    if (JSON.stringify(before) !== JSON.stringify(rectOf(element))) return { not: "moves" };
  }
  let point = pointOf(element);
  if (!point || (!force && coveredBy(element, point))) {
    element.scrollIntoView({ block: PLACES[turn % PLACES.length], inline: "nearest", behavior: "instant" });
    await nextFrame();
    point = pointOf(element);
  }
  if (!point) return { not: "is outside of the window" };
  if (force) return point;
  const why = coveredBy(element, point);
  if (why) return { not: why };
  guard(element);
  return point;
};

const scrollTo = (element) => {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  if (top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth) return;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
};

/** Puts words into a field as an editor does: select all, and type over it. */
const fill = (element, words) => {
  if (!isVisible(element)) return "is not visible";
  if (isDisabled(element) || element.readOnly) return "cannot be edited";
  if (element.type === "number" && Number.isNaN(Number(words))) throw new Error("a field for numbers takes no other words");
  element.focus();
  if (element.value === words) return undefined;
  element.select();
  document.execCommand(words ? "insertText" : "delete", false, words);
  return element.value === words ? undefined : `has “${element.value}” instead`;
};

const tell = (element, ...names) => {
  for (const name of names) element.dispatchEvent(new Event(name, { bubbles: true, composed: name === "input" }));
};

const choose = (element, wanted) => {
  const option = [...element.options].find(({ value, label }) => value === wanted || squeeze(label) === squeeze(wanted));
  if (!option || isDisabled(element)) return "has no such option";
  element.focus();
  element.value = option.value;
  tell(element, "input", "change");
  return undefined;
};

const giveFiles = (element, files) => {
  const data = new DataTransfer();
  for (const { name, type, bytes } of files) {
    data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name, { type }));
  }
  element.files = data.files;
  tell(element, "input", "change");
};

const fire = (element, type, more) => {
  const Kind = /^(drag|drop)/.test(type) ? DragEvent : Event;
  element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, composed: true, ...more }));
};
