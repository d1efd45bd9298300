// What every page of the site does: code can be copied, a guide can be printed. Without it the pages
// say the same.
{
  const said = document.querySelector(".said");

  // Browsers offer the clipboard on https and localhost; where a page lies in a folder, the text is
  // chosen, so that the reader's own keys copy it.
  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      return;
    }
    said.textContent = "";
    said.textContent = said.dataset.copied;
  };

  for (const figure of document.querySelectorAll("figure.code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.lang = document.documentElement.lang;
    button.dir = document.documentElement.dir;
    button.textContent = said.dataset.copy;
    button.addEventListener("click", async () => {
      await copy(figure.querySelector("code"));
      if (!said.textContent) return;
      button.textContent = said.dataset.copied;
      setTimeout(() => {
        button.textContent = said.dataset.copy;
        said.textContent = "";
      }, 2_000);
    });
    figure.append(button);
  }

  for (const button of document.querySelectorAll("button.print")) button.addEventListener("click", () => print());
}
