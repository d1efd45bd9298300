// Values on their way between a test and a page, as text. Both sides use these functions: plain
// JSON would lose `undefined`, `NaN` and dates, and tests compare them.

/** A value as text. What `handleOf` knows stays in the page, and goes as its number. */
export function pack(value, handleOf = () => -1) {
  const tagged = (value) => {
    const type = typeof value;
    const at = handleOf(value);
    if (at >= 0) return { $: "handle", of: at };
    if (type === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { $: "number", of: Object.is(value, -0) ? "-0" : String(value) };
    }
    if (type === "bigint") return { $: "bigint", of: String(value) };
    if (value === null || ["string", "number", "boolean"].includes(type)) return value;
    if (type !== "object") return { $: "undefined" };
    if (Array.isArray(value)) return Array.from(value, tagged);
    const kind = Object.prototype.toString.call(value);
    if (kind === "[object Date]") return { $: "date", of: value.getTime() };
    if (kind === "[object RegExp]") return { $: "pattern", of: [value.source, value.flags] };
    if (kind === "[object Error]") return { $: "error", of: `${value}` };
    if (typeof value.toJSON === "function") return tagged(value.toJSON());
    // Of a node a test gets to know no more than its kind.
    if (value.nodeType && value.ownerDocument !== undefined) return kind;
    return { $: "object", of: Object.entries(value).map(([name, part]) => [name, tagged(part)]) };
  };
  return JSON.stringify(tagged(value));
}

/** The value that was packed, with these handles in their places. */
export function unpack(text, handles = []) {
  const untagged = (value) => {
    if (Array.isArray(value)) return value.map(untagged);
    if (value === null || typeof value !== "object") return value;
    const { $: tag, of } = value;
    const makers = {
      handle: () => handles[of],
      number: () => Number(of),
      bigint: () => BigInt(of),
      date: () => new Date(of),
      pattern: () => new RegExp(...of),
      error: () => new Error(of),
      object: () => Object.fromEntries(of.map(([name, part]) => [name, untagged(part)])),
      undefined: () => undefined,
    };
    return makers[tag]();
  };
  return untagged(JSON.parse(text));
}
