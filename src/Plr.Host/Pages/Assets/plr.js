// Adds a copy button to everything marked copyable. Without this script the text is there to select.
for (const place of document.querySelectorAll(".copyable")) {
  const text = place.querySelector("pre");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${text.getAttribute("aria-label") ?? "this"}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(text);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  place.append(button);
}
