// Keys and pointers as WebDriver has them, which all engines here understand: a test names a key
// as Playwright does.
const KEYS = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE006", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A",
  Escape: "\uE00C", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012",
  ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Delete: "\uE017", Meta: "\uE03D", Space: " ",
};

const keyOf = (name) => {
  const [, pad] = /^Numpad(\d)$/.exec(name) ?? [];
  if (pad) return String.fromCodePoint(0xe01a + Number(pad));
  const [, plain] = /^(?:Digit|Key)(.)$/.exec(name) ?? [];
  const key = KEYS[name] ?? plain?.toLowerCase() ?? name;
  if ([...key].length !== 1) throw new Error(`no key is called ${name}`);
  return key;
};

const strokes = (page, actions) => page.perform([{ type: "key", id: "keyboard", actions }]);
const stroke = (type, name) => ({ type, value: keyOf(name) });

/** Presses a key, or several at once as in `Shift+Tab`. */
export async function press(page, keys) {
  const names = keys.length > 1 ? keys.split("+") : [keys];
  const up = names.toReversed().map((name) => stroke("keyUp", name));
  await strokes(page, [...names.map((name) => stroke("keyDown", name)), ...up]);
}

/** Types words, letter by letter. */
export async function type(page, words) {
  for (const letter of words) {
    const key = letter === "\n" ? "Enter" : letter;
    await strokes(page, [stroke("keyDown", key), stroke("keyUp", key)]);
  }
}

export const keyboardOf = (page) => ({
  press: (keys) => press(page, keys),
  type: (words) => type(page, words),
  down: (name) => strokes(page, [stroke("keyDown", name)]),
  up: (name) => strokes(page, [stroke("keyUp", name)]),
});

/** A mouse; it stays where it is between two acts. */
export function mouseOf(page) {
  let at = { x: 0, y: 0 };
  const perform = (...actions) =>
    page.perform([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }]);
  const moves = (x, y, steps = 1) => {
    const from = at;
    at = { x, y };
    const part = (a, b, n) => Math.round(a + ((b - a) * n) / steps);
    return Array.from({ length: steps }, (_, n) =>
      ({ type: "pointerMove", x: part(from.x, x, n + 1), y: part(from.y, y, n + 1), duration: 0 }));
  };
  const down = { type: "pointerDown", button: 0 };
  const up = { type: "pointerUp", button: 0 };
  return {
    move: (x, y, { steps } = {}) => perform(...moves(x, y, steps)),
    down: () => perform(down),
    up: () => perform(up),
    click: (x, y) => perform(...moves(x, y), down, up),
  };
}

/** A finger. */
export function touchscreenOf(page) {
  const perform = (...actions) =>
    page.perform([{ type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions }]);
  const place = ([x, y]) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 });
  const drag = ([first, ...rest]) =>
    perform(place(first), { type: "pointerDown", button: 0 }, ...rest.map(place), { type: "pointerUp", button: 0 });
  return { tap: (x, y) => drag([[x, y]]), drag };
}
