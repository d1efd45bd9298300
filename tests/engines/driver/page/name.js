// Runs in the page: the role of an element and its name, as assistive technology hears them. Only
// as much of the specifications as tests ask for by role.

const INPUTS = {
  button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox",
  radio: "radio", range: "slider", number: "spinbutton", search: "searchbox",
};
const ROLES = {
  A: (element) => (element.hasAttribute("href") ? "link" : "generic"),
  BUTTON: () => "button",
  DETAILS: () => "group",
  DIALOG: () => "dialog",
  FIELDSET: () => "group",
  IMG: (element) => (element.getAttribute("alt") === "" ? "presentation" : "img"),
  INPUT: (element) => INPUTS[element.type] ?? (["text", "email", "tel", "url"].includes(element.type) ? "textbox" : "generic"),
  NAV: () => "navigation",
  OPTION: () => "option",
  OUTPUT: () => "status",
  SELECT: (element) => (element.multiple || element.size > 1 ? "listbox" : "combobox"),
  TEXTAREA: () => "textbox",
};

const roleOf = (element) => element.getAttribute("role")?.trim().split(/\s+/)[0] || ROLES[element.tagName]?.(element) || "generic";

/** Whether assistive technology does not hear of an element. */
const isUnheard = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return true;
  for (let at = element; at; at = parentOf(at)) if (at.ariaHidden === "true") return true;
  return false;
};

const written = (element, pseudo) => /^"(.*)"$/.exec(getComputedStyle(element, pseudo).content)?.[1] ?? "";

/** A name from what an element contains; what is hidden from assistive technology does not count. */
const nameFromContent = (element) => {
  const parts = [...(element.shadowRoot ?? element).childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (node.localName === "slot") return node.assignedNodes().map((one) => one.textContent).join("");
    if (node.ariaHidden === "true" || !node.checkVisibility({ visibilityProperty: true })) return "";
    const name = node.ariaLabel || node.getAttribute("alt") || nameFromContent(node) || node.getAttribute("title") || "";
    return getComputedStyle(node).display.startsWith("inline") ? name : ` ${name} `;
  });
  return `${written(element, "::before")}${parts.join("")}${written(element, "::after")}`;
};

const FROM_CONTENT = ["button", "checkbox", "heading", "link", "option", "radio", "tab", "menuitem", "switch"];

const nameOf = (element) => {
  const named = element.getAttribute("aria-labelledby")?.trim().split(/\s+/)
    .map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
  if (named?.length) return named.map((one) => one.ariaLabel || nameFromContent(one)).join(" ");
  if (element.ariaLabel?.trim()) return element.ariaLabel;
  if (element.labels?.length) return [...element.labels].map(nameFromContent).join(" ");
  const legend = element.localName === "fieldset" && element.querySelector(":scope > legend");
  const own = legend ? nameFromContent(legend)
    : element.localName === "img" ? element.alt
      : FROM_CONTENT.includes(roleOf(element)) ? nameFromContent(element) : "";
  return own.trim() || element.title || element.placeholder || "";
};
