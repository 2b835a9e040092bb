// Draws the photo or document of a message.
import { element, icon } from "./element.js";
import { language, words } from "./words.js";

const PAPER = "M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6";
const LONGEST_SIDE = 300;
const KILO = 1024;

export function media(message, acts) {
  if (message.document) return [paper(message.document, acts)];
  // What a person sends has no content here.
  if (message.photo && message.from.is_bot) return [photo(message.photo.at(-1), acts)];
  return [];
}

// The size is known before the picture is there, so that nothing moves when it comes.
function photo({ file_id, width, height }, acts) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  return element("img", { className: "photo", src: acts.file(file_id), alt: words.photo, ...size });
}

function paper({ file_id, file_name, file_size }, acts) {
  const link = { className: "paper", href: acts.file(file_id), download: file_name };
  const told = element("span", {}, element("b", {}, file_name), element("small", {}, size(file_size)));
  return element("a", link, icon(PAPER), told);
}

function size(bytes) {
  const [count, unit] = bytes < KILO * KILO ? [bytes / KILO, "kilobyte"] : [bytes / KILO / KILO, "megabyte"];
  const form = { style: "unit", unit, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language, form).format(Math.max(count, 0.1));
}
