// The text field with its Send button and the menu of commands.
import { element } from "./element.js";
import { words } from "./words.js";

const form = document.getElementById("composer");
const field = document.getElementById("text");
const send = document.getElementById("send");
const photo = document.getElementById("photo");
const menuButton = document.getElementById("menu");
const menu = document.getElementById("commands");
let known = [];
let say;

export function startComposer(sayText, sendPhoto) {
  say = sayText;
  field.setAttribute("aria-label", words.message);
  send.setAttribute("aria-label", words.send);
  menuButton.setAttribute("aria-label", words.menu);
  menu.setAttribute("aria-label", words.menu);
  photo.setAttribute("aria-label", words.sendPhoto);
  photo.title = words.sendPhoto;
  photo.addEventListener("click", sendPhoto);
  form.addEventListener("submit", submit);
  field.addEventListener("input", changed);
  field.addEventListener("keydown", fieldKey);
  menuButton.addEventListener("click", () => (menu.hidden ? open(known, true) : close()));
  menu.addEventListener("keydown", menuKey);
  expect(null);
  changed();
}

export function offer(commands) {
  known = commands;
  menuButton.hidden = commands.length === 0;
  if (!menu.hidden) close();
}

// What a forced reply asks for stands in the empty field.
export function expect(forceReply) {
  field.placeholder = forceReply?.input_field_placeholder || words.message;
  if (forceReply) field.focus();
}

export function showComposer(isShown) {
  form.hidden = !isShown;
  if (!isShown) close();
}

export const focusField = () => field.focus();

async function submit(event) {
  event.preventDefault();
  const text = field.value;
  if (!text.trim()) return;
  if (!(await say(text))) return;
  field.value = "";
  changed();
}

function changed() {
  send.disabled = !field.value.trim();
  const typed = field.value;
  const matching = known.filter(({ command }) => `/${command}`.startsWith(typed));
  if (/^\/\w*$/.test(typed) && matching.length) open(matching, false);
  else close();
}

function fieldKey(event) {
  // During the composition of Chinese characters, Enter belongs to the input method.
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape") {
    close();
  } else if (event.key === "ArrowUp" && !menu.hidden) {
    event.preventDefault();
    menu.lastElementChild.focus();
  }
}

function open(commands, takesFocus) {
  menu.replaceChildren(...commands.map(item));
  menu.hidden = false;
  menuButton.setAttribute("aria-expanded", "true");
  if (takesFocus) menu.firstElementChild?.focus();
}

function close() {
  menu.hidden = true;
  menuButton.setAttribute("aria-expanded", "false");
}

function item({ command, description }) {
  const made = element("button", { type: "button", tabIndex: -1 },
    element("b", {}, `/${command}`), element("span", {}, description));
  made.setAttribute("role", "menuitem");
  made.addEventListener("click", async () => {
    close();
    field.focus();
    if (await say(`/${command}`)) field.value = "";
    changed();
  });
  return made;
}

function menuKey(event) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items.at(next % items.length).focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    close();
    field.focus();
    event.preventDefault();
  }
}
