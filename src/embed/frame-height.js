// For a page with frames of frame.html: keeps each as high as what it shows. It hears only frames
// of the page that show the frame.html beside this script, and answers only to them. No module, so
// that a server without CORS headers can give it to pages of other sites.
{
  const FRAME = new URL("frame.html", document.currentScript.src);
  const HIGHEST = 20_000;

  addEventListener("message", ({ source, origin, data }) => {
    if (origin !== FRAME.origin || !source) return;
    const frames = [...document.querySelectorAll("iframe")];
    const frame = frames.find((one) => one.contentWindow === source);
    if (!frame) return;
    const { origin: site, pathname } = new URL(frame.src, document.baseURI);
    if (site !== FRAME.origin || pathname !== FRAME.pathname) return;
    if (data?.adil === "here") source.postMessage({ adil: "hello" }, FRAME.origin);
    if (data?.adil === "height" && Number.isFinite(data.height) && data.height > 0) {
      frame.style.height = `${Math.min(data.height, HIGHEST)}px`;
    }
  });
}
