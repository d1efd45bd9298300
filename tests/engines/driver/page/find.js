// Runs in the page: which elements the steps of a locator mean, through open shadow roots.

/** The tree of a node and the open shadow trees within it. */
const treesIn = (root) => {
  const trees = [root];
  if (root.shadowRoot) trees.push(...treesIn(root.shadowRoot));
  for (const element of root.querySelectorAll("*")) {
    if (element.shadowRoot) trees.push(...treesIn(element.shadowRoot));
  }
  return trees;
};

/** Elements below a node, tree by tree. */
const select = (root, selector) => treesIn(root).flatMap((tree) => [...tree.querySelectorAll(selector)]);
const elementsIn = (root) => select(root, "*");

const childrenOf = (root) => [...root.children, ...(root.shadowRoot?.children ?? [])];
const parentOf = (node) => node.parentElement ?? node.getRootNode().host;

const isVisible = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};

/** Elements by a selector; it may begin with `>`, and end in `:visible`. */
const bySelector = (root, selector) => {
  const [, child, rest] = /^>\s*([^\s>+~]+)\s*(.*)$/.exec(selector) ?? [];
  if (child) {
    const found = childrenOf(root).filter((element) => element.matches(child));
    return rest ? found.flatMap((element) => bySelector(element, rest)) : found;
  }
  const plain = selector.replaceAll(":visible", "");
  const found = select(root, plain);
  return plain === selector ? found : found.filter(isVisible);
};

// Words

const squeeze = (words) => words.replace(/[\u200b\u00ad]/g, "").trim().replace(/\s+/g, " ");

/** All words in an element, its open shadow trees included. */
const wordsOf = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (["SCRIPT", "STYLE", "NOSCRIPT"].includes(node.nodeName)) return "";
  const parts = [...node.childNodes].map(wordsOf);
  return parts.join("") + (node.shadowRoot ? wordsOf(node.shadowRoot) : "");
};

/** Whether words are those that a test named: a pattern, exactly these, or among others. */
const fits = (words, { wanted, exact }) => {
  if (wanted instanceof RegExp) return wanted.test(words);
  const [found, asked] = [squeeze(words), squeeze(wanted)];
  return exact ? found === asked : found.toLowerCase().includes(asked.toLowerCase());
};

/** The innermost elements that have these words. */
const byWords = (root, wanted) => {
  const has = (element) => !["HEAD", "SCRIPT", "STYLE", "NOSCRIPT"].includes(element.nodeName) && fits(wordsOf(element), wanted);
  return elementsIn(root).filter((element) => has(element) && !childrenOf(element).some(has));
};

const byRole = (root, { role, ...name }) => elementsIn(root).filter((element) =>
  roleOf(element) === role && !isUnheard(element) && (name.wanted === undefined || fits(nameOf(element), name)));

const byLabel = (root, wanted) => elementsIn(root).filter((element) =>
  [...(element.labels ?? [])].some((label) => fits(wordsOf(label), wanted)) || fits(element.ariaLabel ?? "\0", wanted));

const FILTERS = {
  words: (wanted) => (element) => fits(wordsOf(element), wanted),
  visible: (wanted) => (element) => isVisible(element) === wanted,
};

/** Elements by all steps of a locator, each within what the last one found. */
const find = (steps) => steps.reduce((found, [kind, value]) => {
  if (kind === "nth") return found.slice(value, value + 1 || undefined);
  if (FILTERS[kind]) return found.filter(FILTERS[kind](value));
  const by = { css: bySelector, text: byWords, role: byRole, label: byLabel }[kind];
  return [...new Set(found.flatMap((root) => by(root, value)))];
}, [document]);

/** The element of a locator that means one; undefined while it is not there. */
const findOne = (steps) => {
  const found = find(steps);
  if (found.length > 1) {
    const names = found.slice(0, 5).map((element) => element.outerHTML.slice(0, 80));
    throw new Error(`strict mode: ${found.length} elements where one is meant: ${names.join(", ")}`);
  }
  return found[0];
};
