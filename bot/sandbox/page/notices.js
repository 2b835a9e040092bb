// Short notices: toasts, alerts that want an OK, and announcements for screen readers.
const toastBox = document.getElementById("toast");
const alertBox = document.getElementById("alert");
const announcer = document.getElementById("announcer");
const TOAST_MILLISECONDS = 4000;
let hiding;

// The button that opened the alert may have been drawn anew meanwhile.
alertBox.addEventListener("close", () => {
  if (document.activeElement === document.body) document.getElementById("log").focus();
});

export function toast(text) {
  clearTimeout(hiding);
  toastBox.textContent = text;
  toastBox.classList.add("is-shown");
  hiding = setTimeout(() => toastBox.classList.remove("is-shown"), TOAST_MILLISECONDS);
}

export function alert(name, text) {
  document.getElementById("alert-name").textContent = name;
  document.getElementById("alert-text").textContent = text;
  if (!alertBox.open) alertBox.showModal();
}

export function announce(text) {
  announcer.textContent = text;
}
