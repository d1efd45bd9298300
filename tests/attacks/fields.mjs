// Every place for a text in a content file, found by walking along its JSON Schema: the places that
// an example has, and those that the schema would let it have.
import { readFileSync } from "node:fs";

/** Kinds that another widget shows than the one of their name. */
const SHOWN_BY = { quest: "board", debate: "board", "plan-map": "plan", study: "record" };
const schemaOf = (kind) =>
  JSON.parse(readFileSync(new URL(`../../widgets/${SHOWN_BY[kind] ?? kind}/${kind}.schema.json`, import.meta.url), "utf8"));

/** Fields of which a content may have one only, or that need another one: what it has not already is not added. */
const EITHER = {
  BlankFields: ["accepted", "answer", "options"],
  CheckpointFields: ["item", "reflection", "note"],
  SceneFields: ["results"],
};
/** Texts that are no words: what stands there has to be understood, or the lesson has no film. */
const UNDERSTOOD = /(^|\.)(lang|type|duration|at|start|end|src|\$schema|_status|if|hiddenIf|amount|currency|price|sum|share|word|answers\.\w+)$/;
const TEXTS = ["Rich", "Localized"];
/** Texts that are rules: a file with another one is refused. */
const RULES = ["Condition", "Changes", "Amount"];

/**
 * Writes into every place for a text: `write({ path, kind, marks, name })` answers with what stands
 * there, for `kind` "rich", "text" or "string"; `marks` have to stand somewhere in it, and `name` is
 * that of the field in the schema.
 */
export function fill(kind, content, write) {
  const schema = schemaOf(kind);
  const nameOf = (part) => part.$ref?.split("/").pop();
  const resolve = (part) => (part.$ref ? schema.$defs[nameOf(part)] : part);

  let field = "";

  /** A part that may be missing, made from nothing; undefined where that needs more than texts. */
  const create = (part, path) => {
    const inner = resolve(part);
    if (RULES.includes(nameOf(part))) return undefined;
    if (TEXTS.includes(nameOf(part))) return walk(part, undefined, path);
    if (inner.format === "uri-reference") return "x.svg";
    if (inner.type === "string") return isText(inner, path) ? walk(part, undefined, path) : undefined;
    if (inner.type === "array") {
      const one = create(inner.items, `${path}[0]`);
      return one === undefined ? undefined : [one];
    }
    if (inner.type === "number") return inner.minimum;
    if (inner.type !== "object") return undefined;
    const made = object(part, {}, path);
    return inner.required?.every((name) => made[name] !== undefined) ? made : undefined;
  };

  const object = (part, value, path) => {
    const inner = resolve(part);
    const either = EITHER[nameOf(part)] ?? [];
    const result = { ...value };
    // Where authors choose the names, all have the same fields.
    const open = () => Object.fromEntries(Object.keys(value).map((name) => [name, inner.additionalProperties]));
    for (const [name, inside] of Object.entries(inner.properties ?? open())) {
      const place = path ? `${path}.${name}` : name;
      const isThere = value[name] !== undefined;
      field = `${nameOf(part)}.${name}`;
      const next = isThere ? walk(inside, value[name], place, value) : either.includes(name) ? undefined : create(inside, place);
      if (next !== undefined) result[name] = next;
    }
    return result;
  };

  const isText = (inner, path) => !inner.pattern && !inner.format && !inner.enum && !UNDERSTOOD.test(path);

  const walk = (part, value, path, owner = {}) => {
    const inner = resolve(part);
    if (RULES.includes(nameOf(part))) return value;
    if (TEXTS.includes(nameOf(part))) {
      // The text around blanks has to name each of them.
      const marks = path.endsWith(".text") ? (owner.blanks ?? []).map((_, n) => `{${n + 1}}`) : [];
      return write({ path, kind: nameOf(part) === "Rich" ? "rich" : "text", marks, name: field });
    }
    if (inner.anyOf ?? inner.oneOf) return walk(choose(inner.anyOf ?? inner.oneOf, value), value, path, owner);
    if (inner.type === "string") return isText(inner, path) ? write({ path, kind: "string", marks: [], name: field }) : value;
    if (inner.type === "array") return value.map((one, n) => walk(inner.items, one, `${path}[${n}]`));
    return inner.type === "object" ? object(part, value, path) : value;
  };

  /** The variant that fits: by the type of an item, else by whether it is an object with fields. */
  const choose = (variants, value) => {
    const byType = variants.find((variant) => resolve(variant).properties?.type?.const === value?.type && value?.type);
    const typeOf = { integer: "number", boolean: "boolean", string: "string" };
    const byStart = variants.find((variant) => typeOf[resolve(variant).properties?.start?.type] === typeof value?.start);
    const isRecord = typeof value === "object" && value.text !== undefined;
    return byType ?? byStart ?? variants.find((variant) => !TEXTS.includes(nameOf(variant)) === isRecord) ?? {};
  };

  return object({ $ref: schema.$ref }, content, "");
}

/** The places themselves. */
export function fieldsOf(kind, content) {
  const found = [];
  fill(kind, content, (field) => {
    found.push(field);
    return "x";
  });
  return found;
}

/**
 * The names of all fields for a text that a kind of content has, such as `SceneFields.title`. An item
 * of a quiz inside it is the quiz's affair.
 */
export function fieldNames(kind) {
  const schema = schemaOf(kind);
  const found = new Set();
  const known = new Set();
  const walk = (part, field) => {
    const name = part.$ref?.split("/").pop();
    if (RULES.includes(name)) return;
    if (TEXTS.includes(name)) return void found.add(field);
    if (name && known.has(name)) return;
    if (name) known.add(name);
    const inner = name ? schema.$defs[name] : part;
    for (const one of inner.anyOf ?? inner.oneOf ?? []) walk(one, field);
    if (inner.items) walk(inner.items, field);
    if (inner.additionalProperties) walk(inner.additionalProperties, field);
    for (const [key, inside] of Object.entries(inner.properties ?? {})) if (key !== "item") walk(inside, `${name}.${key}`);
  };
  walk({ $ref: schema.$ref }, "");
  return [...found];
}

/** The places for an address, as paths, with the content that has another one there. */
export function* addresses(kind, content, address) {
  const schema = schemaOf(kind);
  const resolve = (part) => (part?.$ref ? schema.$defs[part.$ref.split("/").pop()] : (part ?? {}));
  function* walk(part, value, path, put) {
    const inner = resolve(part);
    if (inner.format === "uri-reference") yield { path, content: put(address) };
    else if (Array.isArray(value)) {
      for (const [n, one] of value.entries()) yield* walk(inner.items, one, `${path}[${n}]`, (next) => put(value.with(n, next)));
    } else if (inner.oneOf && value?.type) {
      const variant = inner.oneOf.find((variant) => resolve(variant).properties?.type?.const === value.type);
      yield* walk(variant, value, path, put);
    } else if (inner.properties && typeof value === "object") {
      for (const [name, field] of Object.entries(inner.properties)) {
        if (value[name] === undefined) continue;
        yield* walk(field, value[name], path ? `${path}.${name}` : name, (next) => put({ ...value, [name]: next }));
      }
    }
  }
  yield* walk({ $ref: schema.$ref }, content, "", (next) => next);
}
