// Gradio labels each message with its source; a screen reader should read the message itself.
const plain = () => {
  for (const message of document.querySelectorAll("#conversation [data-testid][aria-label]")) {
    message.removeAttribute("aria-label");
  }
};
new MutationObserver(plain).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributeFilter: ["aria-label"],
});
document.documentElement.lang = "en-GB";
