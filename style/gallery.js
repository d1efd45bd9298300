// Switches the language of the gallery page; the widgets follow the page's `lang`.
const buttons = [...document.querySelectorAll("[data-language]")];

const speak = (language) => {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
};

for (const button of buttons) button.addEventListener("click", () => speak(button.dataset.language));
speak(new URLSearchParams(location.search).get("lang") ?? "en");
