// Deep links to this bot, t.me/<bot>?start=CODE: followed in a message, or pasted by a person.
import { fillField } from "./fields.js";
import { words } from "./words.js";

const CODE = /^[A-Za-z0-9_-]{1,64}$/;
const HOSTS = ["t.me", "telegram.me"];
const dialog = document.getElementById("link");

// The code in a link to the bot with this username; null for any other link.
export function startCode(link, username) {
  const address = /^\w+:\/\//.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname, searchParams } = new URL(address);
  const named = protocol === "tg:" && host === "resolve" ? searchParams.get("domain")
    : HOSTS.includes(host) ? pathname.slice(1) : "";
  const code = searchParams.get("start") || "";
  return named?.toLowerCase() === username.toLowerCase() && CODE.test(code) ? code : null;
}

// A button opens a field for a link, or for the code alone.
export function startLinks(username, follow) {
  const button = document.getElementById("open-link");
  button.setAttribute("aria-label", words.openLink);
  button.title = words.openLink;
  const open = fillField(dialog, words.noLink, (pasted) => {
    const code = CODE.test(pasted) ? pasted : startCode(pasted, username());
    if (code) follow(code);
    return code !== null;
  });
  button.addEventListener("click", open);
}
