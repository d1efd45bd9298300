// Modules as a test needs them: one that may not grow, made of the bytes that ship.

const MEMORY = 5;

/** A number in LEB128 at a place, and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** The same module, whose memory stays as small as it is at its start. */
export function withoutGrowth(bytes) {
  // Behind the eight bytes of magic number and version come sections: a kind, a length, a body.
  for (let at = 8; at < bytes.length;) {
    const kind = bytes[at];
    const [length, body] = number(bytes, at + 1);
    if (kind === MEMORY) {
      const [count, flagsAt] = number(bytes, body);
      const [least] = number(bytes, flagsAt + 1);
      if (count !== 1) throw Error(`a module with ${count} memories`);
      const limits = [1, 1, ...leb(least), ...leb(least)];
      const section = Buffer.from([MEMORY, ...leb(limits.length), ...limits]);
      return Buffer.concat([bytes.subarray(0, at), section, bytes.subarray(body + length)]);
    }
    at = body + length;
  }
  throw Error("a module without a memory of its own");
}
