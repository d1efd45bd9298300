// On a server there are no elements: tags are printed as they are, and start in the browser.
export {};
