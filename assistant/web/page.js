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

// What is new is brought into view: the newest answer, and in a table wider than its place the cell that answers.
let answers = 0;
const show = () => {
  const told = document.querySelectorAll("#conversation .said");
  if (told.length > answers) {
    const newest = told[told.length - 1];
    const room = Math.min(newest.closest(".bubble-wrap").clientHeight, window.innerHeight);
    // What is most urgent stands first: of an answer that is higher than its room, the beginning is shown.
    newest.scrollIntoView({ block: newest.offsetHeight > room ? "start" : "nearest" });
  }
  answers = told.length;
  for (const table of document.querySelectorAll("#passages .scroll:not([data-shown])")) {
    table.dataset.shown = "";
    const cell = table.querySelector("td:has(mark)");
    if (cell && table.scrollWidth > table.clientWidth) {
      table.scrollLeft = cell.offsetLeft - table.clientWidth / 2;
    }
  }
};
new MutationObserver(show).observe(document.documentElement, { subtree: true, childList: true });

// By keyboard, the button that was pressed may be another or gone with the answer: go on in the box.
document.addEventListener("click", (event) => {
  const button = event.target.closest("#asks button, #undo");
  if (button && (button.id === "undo" || event.detail === 0)) {
    document.querySelector("#question textarea").focus();
  }
});

// Whoever says that an answer is wrong goes on in the box for the reason, once it is there.
document.addEventListener("click", (event) => {
  if (event.target.closest("#wrong")) {
    const box = new MutationObserver(() => {
      const reason = document.querySelector("#reason textarea");
      if (reason && reason.checkVisibility()) {
        box.disconnect();
        reason.focus();
      }
    });
    box.observe(document.querySelector("#opinion"), { subtree: true, childList: true, attributes: true });
  }
});

// Gradio calls each refusal of this kind “busy”; where the server says why, that is told instead.
const fetched = window.fetch;
window.fetch = async (...asked) => {
  const answer = await fetched(...asked);
  const why = answer.status === 503 && answer.headers.has("x-says-why");
  return why ? new Response(answer.body, { status: 500, headers: answer.headers }) : answer;
};

// What went wrong is told below the box, and stays there. Gradio's own notes go by themselves, and hold a button in
// a button.
const told = (words) => {
  const place = document.querySelector("#kept [role=status]");
  place.textContent = words;
  place.scrollIntoView({ block: "nearest" });
};
const LOST = "The connection to the chat was lost. It begins anew as soon as it can. If you are in danger, call 999.";
new MutationObserver((changes) => {
  for (const added of changes.flatMap((change) => [...change.addedNodes])) {
    const note = added.nodeType === Node.ELEMENT_NODE && added.querySelector("[data-testid=toast-text]");
    if (note) {
      told(note.textContent.startsWith("Connection to the server was lost") ? LOST : note.textContent);
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true });

// An empty box asks nothing, and says so until something is asked.
const EMPTY = "Please type a question.";
const sending = (event) => {
  const enter = event.key === "Enter" && !event.shiftKey && event.target.closest("#question");
  if (!enter && !(event.type === "click" && event.target.closest("#send"))) {
    return;
  }
  if (document.querySelector("#question textarea").value.trim() === "") {
    event.stopPropagation();
    event.preventDefault();
    told(EMPTY);
  } else if (document.querySelector("#kept [role=status]").textContent === EMPTY) {
    told("");
  }
};
document.addEventListener("click", sending, true);
document.addEventListener("keydown", sending, true);

// A conversation to keep: the server makes it from the questions on this page, and stores nothing.
const questions = () => [...document.querySelectorAll("#conversation .user bdi")].map((asked) => asked.textContent);
const keep = async (form) => {
  const turns = questions();
  if (turns.length === 0) {
    told("There is nothing to keep yet. Ask a question first.");
    return;
  }
  const answer = await fetch(`/api/conversation?form=${form === "copy" ? "txt" : form}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ turns }),
  });
  if (!answer.ok) {
    const why = answer.headers.has("x-says-why") ? (await answer.json()).detail : "";
    told(why || "That did not work. Please try again.");
    return;
  }
  if (form === "copy") {
    await navigator.clipboard.writeText(await answer.text());
    told("Copied, with the sources.");
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `questions-and-answers.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  told("Saved, with the sources.");
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button.keep");
  if (button) {
    keep(button.id.replace("keep-", "")).catch(() => told("That did not work. Please try again."));
  }
});
