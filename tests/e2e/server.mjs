// A static server as a school has it, with the faults a test asks for.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".m3u8": "application/vnd.apple.mpegurl", ".m4s": "video/iso.segment", ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".svg": "image/svg+xml",
  ".ts": "video/mp2t", ".txt": "text/plain", ".vtt": "text/vtt", ".wasm": "application/wasm", ".webm": "video/webm",
};

/** The part of a file that is asked for; players of videos seek by it. */
const rangeOf = (request, size) => {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  return from === undefined ? undefined : { start: +from, end: Math.min(to ? +to : size, size - 1) };
};

/**
 * Serves folders under address prefixes, as `{ "/adil/": dist, "/": hosts }`.
 *
 * `fault(path)` may answer `{ status, type, headers, body, cut, drop, wait }` for a path: another
 * status, type or body, only the first `cut` bytes, a line that `breaks` after some bytes, no answer at all, or one after a promise; with
 * `whole` no part alone, as simple servers do. A test may set another `fault` while the server runs.
 */
export async function serve(folders, { headers = {}, fault = () => undefined } = {}) {
  const asked = [];
  const site = { asked, fault };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://school.test");
    asked.push(pathname);
    const bad = site.fault(pathname) ?? {};
    await bad.wait;
    if (bad.drop) return response.destroy();
    const prefix = Object.keys(folders).find((prefix) => pathname.startsWith(prefix));
    const rest = normalize(decodeURIComponent(pathname.slice(prefix?.length ?? 0))).replace(/^(\.\.[/\\])+/, "");
    const file = prefix && join(folders[prefix], rest.endsWith("/") || rest === "." ? join(rest, "index.html") : rest);
    const found = file && (await stat(file).catch(() => undefined));
    const status = bad.status ?? (bad.body !== undefined || found?.isFile() ? 200 : 404);
    const type = bad.type ?? TYPES[extname(pathname)] ?? (pathname.endsWith("/") ? "text/html" : "application/octet-stream");
    const all = { "content-type": type, ...headers, ...bad.headers };
    if (bad.breaks) {
      response.writeHead(200, { ...all, "accept-ranges": "bytes", "content-length": found.size });
      const part = createReadStream(file, { end: bad.breaks - 1 });
      part.on("end", () => response.destroy());
      return part.pipe(response, { end: false });
    }
    if (bad.body === undefined && status === 200 && !bad.whole) {
      all["accept-ranges"] = "bytes";
      const range = bad.cut ? undefined : rangeOf(request, found.size);
      if (range) {
        all["content-range"] = `bytes ${range.start}-${range.end}/${found.size}`;
        response.writeHead(206, { ...all, "content-length": range.end - range.start + 1 });
        return createReadStream(file, range).pipe(response);
      }
    }
    response.writeHead(status, all);
    if (bad.body !== undefined) return response.end(bad.body);
    if (status !== 200) return response.end("no such file");
    createReadStream(file, bad.cut ? { end: bad.cut - 1 } : {}).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  // A test that failed closes nothing, and the run has to end all the same.
  server.unref();
  return Object.assign(site, {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(closed);
    }),
  });
}
