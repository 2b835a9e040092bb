// Draws one message: its bubble, its time, its keyboard.
import { element, icon } from "./element.js";
import { media } from "./media.js";
import { richText, unfold } from "./rich-text.js";
import { language, words } from "./words.js";

const COPY = "M9 9h11v11H9zM5 15H4V4h11v1";
const LEAVE = "M8 16 18 6M10 6h8v8";
const STYLES = ["primary", "success", "danger"];

// The newest comes first on the page, so for the keyboard; to the eye it stands at the bottom.
export function draw(message, acts) {
  const article = element("article", { className: "message", id: `message-${message.message_id}` });
  article.style.order = message.message_id;
  fill(article, message, acts);
  return article;
}

// Drawing again keeps what the person has opened and where the focus was.
export function redraw(article, message, acts) {
  const opened = [...article.querySelectorAll(".expandable")].map(isUnfolded);
  const focused = [...article.querySelectorAll(".key")].indexOf(document.activeElement);
  article.setAttribute("aria-live", "off");
  fill(article, message, acts);
  article.querySelectorAll(".expandable").forEach((quote, index) => {
    if (opened[index]) unfold(quote.firstChild, quote.lastChild, true);
  });
  const keys = article.querySelectorAll(".key");
  if (focused >= 0 && keys.length) keys[Math.min(focused, keys.length - 1)].focus();
  else if (focused >= 0) acts.rest();
}

const isUnfolded = (quote) => !quote.firstChild.classList.contains("folded");

function fill(article, message, acts) {
  const rows = message.reply_markup?.inline_keyboard || [];
  const isOwn = !message.from.is_bot;
  const speaker = element("span", { className: "unseen" }, `${isOwn ? words.you : message.from.first_name}: `);
  const [said, entities] = wordsOf(message);
  const text = element("div", { className: "words" }, ...richText(said, entities, acts));
  article.classList.toggle("is-own", isOwn);
  article.classList.toggle("has-keys", rows.length > 0);
  article.replaceChildren(element("div", { className: "bubble" }, speaker, ...media(message, acts), text, time(message)));
  if (rows.length) article.append(keyboard(message, rows, acts));
  showReaction(article, message.reaction || []);
}

function wordsOf(message) {
  if (message.photo || message.document) {
    const instead = message.from.is_bot ? "" : words.photo;
    return [message.caption || instead, message.caption_entities];
  }
  return [message.text, message.entities];
}

// What a screen reader is told when the message has changed.
export const gist = (message) => wordsOf(message)[0] || message.document?.file_name || words.photo;

// The bot's mark on a message of the person's.
export function showReaction(article, reaction) {
  const mark = reaction.map(({ emoji }) => emoji).join("");
  article.querySelector(".time").dataset.reaction = mark && `${mark} `;
}

function time(message) {
  const at = new Date(message.date * 1000);
  const clock = at.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hour12: false });
  const rings = message.from.is_bot && !message.is_silent ? "🔔 " : "";
  const shown = message.edit_date ? `${rings}${words.edited} ${clock}` : `${rings}${clock}`;
  return element("time", { className: "time", dateTime: at.toISOString() }, shown);
}

function keyboard(message, rows, acts) {
  const drawn = rows.map((row, rowNumber) =>
    element("div", {}, ...row.map((button, column) => key(button, message, rowNumber, column, acts))));
  return element("div", { className: "keys" }, ...drawn);
}

function key(button, message, row, column, acts) {
  const className = ["key", STYLES.find((style) => style === button.style)].filter(Boolean).join(" ");
  if (button.url) {
    const link = { className, href: button.url, target: "_blank", rel: "noopener noreferrer" };
    const made = element("a", link, button.text, icon(LEAVE), unseen(words.opens));
    made.addEventListener("click", (event) => acts.follow(event, button.url));
    return made;
  }
  const made = element("button", { type: "button", className }, button.text);
  if (button.copy_text) {
    made.append(icon(COPY), unseen(words.copy));
    made.addEventListener("click", () => acts.copy(button.copy_text.text));
  } else {
    made.addEventListener("click", () => acts.tap(made, message.message_id, row, column));
  }
  return made;
}

const unseen = (text) => element("span", { className: "unseen" }, ` (${text})`);

// A quote that already fits needs no button to unfold it; known only once it is laid out.
export function settle(article) {
  for (const quote of article.querySelectorAll(".expandable")) {
    const [body, button] = quote.children;
    button.hidden = body.classList.contains("folded") && body.scrollHeight <= body.clientHeight;
  }
}
