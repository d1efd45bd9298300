// One server that treats every page alike: brotli at its best, made once and kept in memory, no
// caching, over HTTP/1.1 and over HTTP/2.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".mp4": "video/mp4", ".svg": "image/svg+xml", ".vtt": "text/vtt", ".wasm": "application/wasm",
};
/** What is compressed already. */
const isPacked = (path) => path.endsWith(".mp4");

const brotli = (body) => brotliCompressSync(body, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  },
});

const sizesWith = (body, packed) =>
  ({ raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: packed.length });

/** How large something is on its way, in bytes. */
export const sizesOf = (body) => sizesWith(body, brotli(body));

/**
 * The files of a site by path: `bodies` in memory, as `{ "/page.html": text }`, and `folders` under
 * prefixes, as `{ "/npm/": folder }`. Each is read and compressed when it is first asked for.
 */
export function makeFiles({ bodies, folders }) {
  const kept = new Map();
  const read = (path) => {
    if (bodies[path] !== undefined) return Buffer.from(bodies[path]);
    const prefix = Object.keys(folders).find((prefix) => path.startsWith(prefix));
    if (!prefix) return undefined;
    const rest = normalize(decodeURIComponent(path.slice(prefix.length))).replace(/^(\.\.[/\\])+/, "");
    const file = join(folders[prefix], rest);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  };
  const make = (path) => {
    const body = read(path);
    if (!body) return undefined;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    if (isPacked(path)) return { body, type };
    const packed = brotli(body);
    return { body, type, packed, sizes: sizesWith(body, packed) };
  };
  return (path) => {
    if (!kept.has(path)) kept.set(path, make(path));
    return kept.get(path);
  };
}

/** Answers one request, the same way for both protocols. */
const answer = (files) => (request, response) => {
  const { pathname } = new URL(request.url, "http://school.test");
  const file = files(pathname);
  if (!file) {
    response.writeHead(pathname === "/favicon.ico" ? 204 : 404);
    return response.end();
  }
  const headers = { "content-type": file.type, "cache-control": "no-store" };
  if (file.packed) {
    response.writeHead(200, { ...headers, "content-encoding": "br", "content-length": file.packed.length });
    return response.end(file.packed);
  }
  headers["accept-ranges"] = "bytes";
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  const part = from === undefined ? file.body : file.body.subarray(+from, to ? +to + 1 : undefined);
  headers["content-length"] = part.length;
  if (from !== undefined) headers["content-range"] = `bytes ${from}-${+from + part.length - 1}/${file.body.length}`;
  response.writeHead(from === undefined ? 200 : 206, headers);
  response.end(part);
};

/** A certificate for this machine that lives as long as the run. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "adil-certificate-"));
  try {
    const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
    execFileSync("openssl", [
      "req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
      "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert,
    ], { stdio: "pipe" });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Starts a server for these files; `protocol` is "HTTP/1.1" or "HTTP/2". */
export async function start(files, protocol) {
  const secure = protocol === "HTTP/2";
  const server = secure ? createSecureServer(certificate(), answer(files)) : createServer(answer(files));
  const open = new Set();
  server.on(secure ? "session" : "connection", (one) => {
    open.add(one);
    one.on("close", () => open.delete(one));
    // A browser that goes away in the middle of an answer is no fault of the page.
    one.on("error", () => {});
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    protocol,
    /** What the browser calls the protocol. */
    spoken: secure ? "h2" : "http/1.1",
    origin: `http${secure ? "s" : ""}://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      for (const one of open) one.destroy();
    }),
  };
}
