// What Chromium tells a screen reader: its accessibility tree, which enters shadow roots, joined
// with what only the document knows: languages, and which words run on in one line.

const TRANSPARENT = new Set([
  "generic", "none", "paragraph", "strong", "emphasis", "superscript", "subscript", "code", "mark", "LabelText",
  "sectionheader", "sectionfooter", "Section", "Details", "DescriptionList", "Legend", "RootWebArea", "rowgroup",
  "DocumentFragment", "insertion", "deletion", "Abbr", "time", "figure caption", "Ruby",
]);
const FIELDS = new Set([
  "button", "radio", "checkbox", "textbox", "searchbox", "combobox", "listbox", "slider", "spinbutton", "link",
  "DisclosureTriangle", "ToggleButton", "switch", "menuitem", "tab", "Date", "file",
]);
const ROLES = { DisclosureTriangle: "disclosure", image: "picture", Video: "video", Audio: "audio", MathMLMath: "formula" };
const WHOLE = new Set(["heading", "image", "math", "MathMLMath", "progressbar", "timer", "meter", "separator", "Video", "Audio", "Canvas"]);
const squeeze = (text) => text.replace(/\s+/g, " ").trim();

/** The document by the numbers that both trees have. */
function documentOf({ documents: [{ nodes, layout }], strings }) {
  const all = nodes.backendNodeId.map((id, n) => {
    const list = (nodes.attributes[n] ?? []).map((at) => strings[at]);
    const attributes = Object.fromEntries(list.flatMap((name, at) => (at % 2 ? [] : [[name, list[at + 1]]])));
    return { id, tag: strings[nodes.nodeName[n]], attributes };
  });
  nodes.parentIndex.forEach((parent, n) => (all[n].parent = all[parent]));
  layout.nodeIndex.forEach((n, at) => (all[n].display = strings[layout.styles[at][0]]));
  return new Map(all.map((node) => [node.id, node]));
}

/** The first of a node and those around it for which this is true. */
export function around(node, isIt) {
  while (node && !isIt(node)) node = node.parent;
  return node;
}
const langOf = (dom) => around(dom, ({ attributes }) => attributes?.lang)?.attributes.lang ?? "";
/** The box in whose lines a text runs; the document gives texts the display of what they are in. */
const blockOf = (dom) => around(dom?.parent, ({ display }) => display && !display.startsWith("inline"));

/** How many choices of one name stand together, and which of them it is. */
function placeOf(dom, all) {
  const rootOf = (one) => around(one, ({ tag }) => tag.startsWith("#document"));
  const name = dom.attributes.name;
  const alike = [...all.values()].filter(({ tag, attributes }) =>
    tag === "INPUT" && attributes.type === "radio" && attributes.name === name);
  const own = alike.filter((one) => rootOf(one) === rootOf(dom));
  return name && own.length ? { n: own.indexOf(dom) + 1, total: own.length } : undefined;
}

/** A node of the tree as one that can be read: role, name and states, with the document's node. */
function readable(node, all) {
  const dom = all.get(node.backendDOMNodeId);
  const more = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const role = node.role?.value ?? "none";
  const made = {
    id: node.nodeId, dom, ignored: node.ignored, role, more, name: squeeze(node.name?.value ?? ""),
    raw: node.name?.value ?? "", description: squeeze(node.description?.value ?? ""), value: node.value?.value, lang: langOf(dom),
  };
  if (role === "radio" && dom) made.place = placeOf(dom, all);
  return made;
}

/** The whole page as it is now. */
export async function readTree(session) {
  const [{ nodes }, snapshot] = await Promise.all([
    session.send("Accessibility.getFullAXTree"),
    session.send("DOMSnapshot.captureSnapshot", { computedStyles: ["display"] }),
  ]);
  const dom = documentOf(snapshot);
  const all = new Map(nodes.map((node) => [node.nodeId, readable(node, dom)]));
  for (const { nodeId, childIds = [] } of nodes) {
    const node = all.get(nodeId);
    node.children = childIds.map((id) => all.get(id)).filter(Boolean);
    node.children.forEach((child) => (child.parent = node));
  }
  const focused = [...all.values()].findLast(({ more, role }) => more.focused === true && role !== "RootWebArea");
  return { root: all.get(nodes[0].nodeId), focused };
}

/** All words below a node. */
export function wordsIn(node) {
  if (node.role === "StaticText") return node.raw;
  if (node.role === "InlineTextBox" || node.role === "ListMarker") return "";
  const own = node.children.map(wordsIn).join("");
  return own || (node.role === "image" ? node.name : "");
}

/** States in the words of a transcript. */
function statesOf({ role, more, dom, place, value, description }) {
  const isText = ["textbox", "searchbox", "combobox", "spinbutton", "slider"].includes(role);
  const says = (name, yes, no) => (more[name] === undefined ? undefined : `${more[name]}` === "false" ? no : yes);
  const current = dom?.attributes["aria-current"];
  return [
    role === "heading" && `level ${more.level}`,
    place && `${place.n} of ${place.total}`,
    isText && `value “${dom?.attributes["aria-valuetext"] || squeeze(`${value ?? ""}`)}”`,
    more.checked === "mixed" ? "partly checked" : says("checked", "checked", "not checked"),
    says("pressed", "pressed", "not pressed"), says("expanded", "expanded", "collapsed"), says("selected", "selected"),
    says("disabled", "disabled"), says("required", "required"), says("readonly", "read only"),
    more.invalid && more.invalid !== "false" && "invalid", more.modal && "modal",
    current && current !== "false" && `current ${current}`.replace(" true", ""),
    description && `described as “${description}”`,
  ].filter(Boolean);
}

/** A node as a record of a transcript. */
export function recordOf(node) {
  const { role, name, description, dom, lang } = node;
  // The time that is left differs from run to run.
  const own = role === "timer" ? `${name.replaceAll(/\d+:\d\d/g, "m:ss")}, m:ss` : name;
  return {
    role: ROLES[role] ?? role, name: own, description, lang, id: dom?.id, states: statesOf(node),
    words: name ? undefined : squeeze(wordsIn(node)), isField: FIELDS.has(role), level: node.more.level, isCount: dom?.tag === "OUTPUT",
  };
}

/** Groups, regions and lists that a node is in, from outside to inside. */
export function contextOf(node, host) {
  const found = [];
  for (let at = node?.parent; at; at = at.parent) {
    if (at.ignored || TRANSPARENT.has(at.role) || !isWithin(at, host)) continue;
    if (at.role === "listitem" || FIELDS.has(at.role)) continue;
    const count = at.role === "list" ? at.children.filter(({ role }) => role === "listitem").length : 0;
    found.unshift({ role: at.role, name: at.name, description: at.description, id: at.dom?.id, count });
  }
  return found;
}

/** Whether a node stands in the widget. */
export const isWithin = (node, tag) => Boolean(around(node.dom, (dom) => dom.tag.toLowerCase() === tag));

/**
 * The widget from its start to its end, as someone hears it who goes from line to line: records with
 * the depth at which they stand.
 */
export function browse(root, tag) {
  const lines = [];
  let run;
  const add = (record, depth) => {
    run = undefined;
    lines.push({ ...record, depth });
  };
  const text = (node, depth) => {
    const block = blockOf(node.dom);
    if (run?.block === block && run.lang === node.lang) run.line.name += node.raw;
    else {
      const line = { role: "text", name: node.raw, lang: node.lang, states: [], depth };
      lines.push(line);
      run = { block, line, lang: node.lang };
    }
  };
  const walk = (node, depth) => {
    if (node.role === "InlineTextBox" || node.role === "ListMarker") return;
    const inner = (more = 0) => node.children.forEach((child) => walk(child, depth + more));
    if (node.ignored || !isWithin(node, tag)) return inner();
    if (node.role === "StaticText") return text(node, depth);
    if (node.role === "LineBreak") return void (run && (run.line.name += " "));
    if (node.role === "Legend" && squeeze(wordsIn(node)) === node.parent?.name) return;
    if (node.role === "LabelText" && hasField(node)) return fieldsIn(node).forEach((field) => walk(field, depth));
    if (FIELDS.has(node.role) || WHOLE.has(node.role)) return add(recordOf(node), depth);
    if (TRANSPARENT.has(node.role)) return inner();
    if (node.role === "listitem" || node.dom?.tag === "DETAILS") {
      run = undefined;
      return inner();
    }
    const at = lines.length;
    const count = node.role === "list" ? node.children.filter(({ role }) => role === "listitem").length : undefined;
    add({ ...recordOf(node), count, words: undefined }, depth);
    inner(1);
    run = undefined;
    // A box in which nothing stands is passed over.
    if (lines.length === at + 1 && !node.name) lines.length = at;
  };
  walk(root, 0);
  return lines.map((line) => ({ ...line, name: squeeze(line.name) })).filter(({ role, name }) => role !== "text" || name);
}

const fieldsIn = (node) => (FIELDS.has(node.role) ? [node] : node.children.flatMap(fieldsIn));
const hasField = (node) => fieldsIn(node).length > 0;
