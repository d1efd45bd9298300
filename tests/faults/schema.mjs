// Every way to break a content file at one place, walked along the schema of its widget: each with
// the place that its author has to be told.
import { readFileSync } from "node:fs";

const schemaOf = (kind) =>
  JSON.parse(readFileSync(new URL(`../../widgets/${kind}/${kind}.schema.json`, import.meta.url), "utf8"));

// Fields for catalogues and reviewers, of which a widget knows no more than the name; the checker on
// the author's machine reads them. A lesson hands its items on to the quiz that shows them.
const UNREAD = {
  every: ["summary", "licence", "authors", "sources", "reviewedOn", "reviewedBy", "outcomes", "values", "skills"],
  quiz: ["items[0].outcome", "items[0].value", "items[0].skill"],
  pledge: [],
  video: ["checkpoints[0].item"],
};

/** Values of another type than a schema wants. */
const OTHERS = {
  string: { "no text": 7, "a list for a text": ["a"] },
  number: { "no number": "many", "a list for a number": [1] },
  integer: { "no number": "many", "half a number": 1.5 },
  boolean: { "neither true nor false": "yes", "one for true": 1 },
  array: { "no list": "none", "an object for a list": { a: 1 } },
  object: { "no object": "none", "a list for an object": [] },
};

/** Values that a schema without alternatives refuses, by what is wrong with them. */
function wrongsOf({ const: word, enum: words, type, ...limits }) {
  if (word !== undefined) return { "another word": typeof word === "number" ? word + 1 : "other", "no word": false };
  if (words) return { "an unknown word": "somewhere", "no word": 3 };
  const wrongs = { ...OTHERS[type] };
  if (limits.pattern) wrongs["no name"] = "not a name";
  if (limits.format === "date") wrongs["no day"] = "2026-13-01";
  if (limits.format === "uri-reference") wrongs["an address that runs"] = "javascript:alert(1)";
  if (limits.minimum !== undefined) wrongs["too little"] = limits.minimum - 1;
  if (limits.maximum !== undefined) wrongs["too much"] = limits.maximum + 1;
  if (limits.exclusiveMaximum !== undefined) wrongs["too much"] = limits.exclusiveMaximum;
  if (limits.minItems) wrongs["too few"] = [];
  if (limits.minProperties) wrongs["in no language"] = {};
  return wrongs;
}

/** Whether a value has the type of a schema. */
const isOf = ({ type }, value) => {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && !Array.isArray(value);
  return typeof value === (type === "integer" ? "number" : type);
};

/**
 * The breaks of a kind of content, each as `{ path, what, content }`; of lists the first `most`
 * parts are broken.
 */
export function* breaks(kind, content, most = 1) {
  const root = schemaOf(kind);
  const unread = [...UNREAD.every, ...UNREAD[kind]];
  const resolve = (schema) => (schema.$ref ? resolve(root.$defs[schema.$ref.split("/").pop()]) : schema);

  /** A schema's alternatives, however deep they stand. */
  const alternatives = (schema) => {
    const { oneOf, anyOf, ...own } = resolve(schema);
    return oneOf || anyOf ? (oneOf ?? anyOf).flatMap(alternatives) : [own];
  };

  /** Values that none of these schemas takes. */
  const wrongsFor = (schemas) => {
    if (schemas.length === 1) return wrongsOf(schemas[0]);
    const none = { "no word of a kind": true, "a number": 7, "a list": [], "a text": "no time" };
    const typed = Object.entries(none).filter(([, value]) => !schemas.some((schema) => isOf(schema, value)));
    const limited = schemas.flatMap((schema) => Object.entries(wrongsOf(schema)).filter(([, value]) => {
      const alike = schemas.filter((one) => isOf(one, value));
      // Only where one schema alone speaks about values of this type, its limits are the limits.
      return alike.length === 1 && alike[0] === schema;
    }));
    return Object.fromEntries([...typed, ...limited]);
  };

  function* walk(schema, value, path, put) {
    let schemas = alternatives(schema);
    // Kinds of items are told apart by their type.
    const typed = schemas.filter((one) => one.properties?.type?.const !== undefined);
    if (typed.length > 1) schemas = [typed.find((one) => one.properties.type.const === value?.type) ?? typed[0]];
    for (const [what, wrong] of Object.entries(wrongsFor(schemas))) yield { path, what, content: put(wrong) };
    if (schemas.length > 1) return;
    const [{ type, items, properties = {}, required = [] }] = schemas;
    for (const [n, part] of type === "array" && Array.isArray(value) ? value.slice(0, most).entries() : []) {
      yield* walk(items, part, `${path}[${n}]`, (broken) => put(value.with(n, broken)));
    }
    for (const [name, inner] of Object.entries(properties)) {
      const place = path ? `${path}.${name}` : name;
      if (unread.includes(place.replace(/\[\d+\]/g, "[0]")) || (required.length && !value)) continue;
      const { [name]: gone, ...others } = value ?? {};
      if (required.includes(name)) yield { path: place, what: "missing", content: put(others) };
      yield* walk(inner, gone, place, (broken) => put({ ...value, [name]: broken }));
    }
  }

  for (const broken of walk(root, content, "", (content) => content)) if (broken.path) yield broken;
}
