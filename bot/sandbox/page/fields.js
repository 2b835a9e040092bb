// A dialog with one field: opens empty, and closes once what was typed is taken.
export function fillField(dialog, complaint, take) {
  const field = dialog.querySelector("input");
  const fault = dialog.querySelector(".fault");
  const form = dialog.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const isTaken = await take(field.value.trim(), new FormData(form));
    fault.textContent = isTaken ? "" : complaint;
    if (isTaken) dialog.close();
    else field.focus();
  });
  dialog.querySelector("[data-word=cancel]").addEventListener("click", () => dialog.close());
  return () => {
    field.value = "";
    fault.textContent = "";
    dialog.showModal();
    field.focus();
  };
}
