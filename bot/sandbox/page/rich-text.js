// Turns a text and its entities into elements; offsets are UTF-16, as JavaScript counts too.
import { element } from "./element.js";
import { words } from "./words.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote",
};
// What a phone dials or writes to by itself
const SCHEMES = { phone_number: "tel:", email: "mailto:" };
const BLOCKS = ["pre", "blockquote", "expandable_blockquote"];

export function richText(text, entities, acts) {
  return pieces(text, entities || [], 0, text.length, acts);
}

function pieces(text, entities, start, end, acts) {
  const made = [];
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const stop = Math.min(entity.offset + entity.length, end);
    const inner = others.filter((each) => each.offset < stop);
    const isBlock = BLOCKS.includes(entity.type);
    made.push(text.slice(at, isBlock ? withoutBreakBefore(text, at, entity.offset) : entity.offset));
    const content = pieces(text, inner, entity.offset, stop, acts);
    made.push(wrapped(entity, text.slice(entity.offset, stop), content, acts));
    // A block starts and ends its own line: the line break next to it is not shown twice.
    at = isBlock && text[stop] === "\n" ? stop + 1 : stop;
    rest = others.filter((each) => each.offset >= stop);
  }
  made.push(text.slice(at, end));
  return made.filter((piece) => piece !== "");
}

function withoutBreakBefore(text, at, offset) {
  return offset > at && text[offset - 1] === "\n" ? offset - 1 : offset;
}

function wrapped(entity, covered, content, acts) {
  if (entity.type in TAGS) return element(TAGS[entity.type], {}, ...content);
  if (entity.type === "expandable_blockquote") return expandable(content);
  if (entity.type === "spoiler") return spoiler(content);
  if (entity.type === "bot_command") return command(covered, acts);
  if (entity.type in SCHEMES) return element("a", { href: SCHEMES[entity.type] + covered }, ...content);
  if (entity.type === "url" || entity.type === "text_link") {
    const href = entity.url || covered;
    const onclick = (event) => acts.follow(event, href);
    return element("a", { href, target: "_blank", rel: "noopener noreferrer", onclick }, ...content);
  }
  return element("span", {}, ...content);
}

function command(text, acts) {
  return element("button", { type: "button", className: "command", onclick: () => acts.say(text) }, text);
}

function spoiler(content) {
  const hidden = element("span", { "aria-hidden": "true" }, ...content);
  const made = element("button", { type: "button", className: "spoiler" }, hidden);
  made.setAttribute("aria-label", words.hidden);
  made.addEventListener("click", () => {
    made.classList.add("is-shown");
    made.removeAttribute("aria-label");
    hidden.removeAttribute("aria-hidden");
  });
  return made;
}

function expandable(content) {
  const body = element("div", { className: "folded" }, ...content);
  const button = element("button", { type: "button", className: "unfold" }, words.more);
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => unfold(body, button, body.classList.contains("folded")));
  return element("blockquote", { className: "expandable" }, body, button);
}

export function unfold(body, button, isOpen) {
  body.classList.toggle("folded", !isOpen);
  button.setAttribute("aria-expanded", String(isOpen));
  button.textContent = isOpen ? words.less : words.more;
}
