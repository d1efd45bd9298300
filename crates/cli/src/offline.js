// Runs the widgets of this folder from a file: address, where browsers refuse fetch and modules:
// all that adil.js asks for is in this file. FILES and MODULES are written by `adil embed`.
const HERE = new URL(".", document.currentScript.src).href;

/** The name of a file of this folder; nothing for all other addresses. */
const nameOf = (address) => {
  const [bare] = new URL(address, HERE).href.split(/[?#]/);
  return bare.startsWith(HERE) ? decodeURI(bare.slice(HERE.length)) : undefined;
};

const network = self.fetch.bind(self);
self.fetch = async (what, init) => {
  const name = nameOf(what.url ?? what);
  if (!Object.hasOwn(FILES, name)) return network(what, init);
  const [type, body] = FILES[name];
  const isText = type !== "application/wasm";
  const bytes = isText ? body : Uint8Array.from(atob(body), (sign) => sign.charCodeAt());
  return new Response(bytes, { headers: { "content-type": type } });
};

// Each address has an instance of its own, as modules have: after a trap adil.js asks for another.
const loaded = {};
const load = async (address) => {
  const name = nameOf(address);
  if (!Object.hasOwn(MODULES, name)) throw Error(`${name} is not in this folder`);
  return loaded[address] ??= MODULES[name]({ url: address }, load);
};

load(`${HERE}adil.js`);
