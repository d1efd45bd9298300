// Addresses as tests name them for routes: `*` is any part of a name, `**` any part of an address.

/** Whether an address is one of these. */
export function isAsked(url, address) {
  const escaped = address.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("**", "\0").replaceAll("*", "[^/]*").replaceAll("\0", ".*")}$`).test(url);
}
