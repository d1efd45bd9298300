// A hand that uses a widget as a reader would, but finds things by their parts, which are the same in
// every language.

const PATIENCE = 15_000;

const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** All shown parts of this name in a widget and in those inside it. */
function shown(widget, part) {
  const roots = [widget.shadowRoot, ...[...widget.shadowRoot?.querySelectorAll("*") ?? []].map((inner) => inner.shadowRoot)];
  return roots.filter(Boolean).flatMap((root) => [...root.querySelectorAll(`[part~="${part}"]`)])
    .filter((element) => element.checkVisibility() && !element.closest("[aria-disabled=true]"));
}

/** The n-th part of this name, once it is there; of a negative n, counted from the last. */
async function found(widget, part, n) {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await later(20)) {
    const element = shown(widget, part).at(n);
    if (element) return element;
    if (!widget.isConnected) break;
  }
  throw new Error(`${widget.localName}: no part ${part}`);
}

/** What can be done to a widget. Each call waits for what it needs. */
export const handOf = (widget) => ({
  /** Presses a button, a card or a field. */
  async press(part, n = 0) {
    const element = await found(widget, part, n);
    // A label hands a press on to its field.
    (element.localName === "label" ? element.querySelector("input") ?? element : element).click();
    await later(40);
  },
  /** Writes into a field; of a list the second is chosen. */
  async write(part, text, n = 0) {
    const field = await found(widget, part, n);
    if (field.localName === "select") field.selectedIndex = 1;
    else field.value = text;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    await later(20);
  },
  /** Opens what is folded. */
  async unfold(part, n = 0) {
    (await found(widget, part, n)).closest("details").open = true;
    await later(40);
  },
  /** Waits for a part. */
  see: (part, n = 0) => found(widget, part, n),
  /** How many parts of this name are shown. */
  count: (part) => shown(widget, part).length,
});
