// One person's phone: looks at the chat once, then follows its changes.
import * as api from "./api.js";
import { expect, focusField, offer, showComposer, startComposer } from "./composer.js";
import { element } from "./element.js";
import { startAuthenticator } from "./authenticator.js";
import { startHead } from "./head.js";
import { startCode, startLinks } from "./links.js";
import { draw, gist, redraw, settle, showReaction } from "./message.js";
import { alert, announce, toast } from "./notices.js";
import { choosePerson } from "./people.js";
import { words } from "./words.js";

const log = document.getElementById("log");
const state = document.getElementById("bot-state");
const blockButton = document.getElementById("block");
const instead = document.getElementById("instead");
const NEAR_BOTTOM = 40;
const RETRY_MILLISECONDS = 1000;
const TYPING_MILLISECONDS = 5000;
const waiting = new Map();
let person;
let seen = 0;
let botName = "";
let username = "";
let isBlocked = false;
let typing;
let tapping = Promise.resolve();

const file = (id) => api.file(person, id);
const acts = { say, tap, copy, file, follow: followLink, rest: () => log.focus() };

async function say(text) {
  return attempt(() => api.say(person, text));
}

// A deep link to this bot is taken here; any other opens as usual.
function followLink(event, link) {
  const code = startCode(link, username);
  if (!code) return;
  event.preventDefault();
  begin(code);
}

const begin = (code) => say(`/start ${code}`);

function tap(button, messageId, row, column) {
  button.setAttribute("aria-busy", "true");
  const tapped = attempt(() => api.tap(person, messageId, row, column)).then((query) => {
    if (query) waiting.set(query.callback_query_id, button);
    else button.removeAttribute("aria-busy");
  });
  tapping = Promise.all([tapping, tapped]);
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(words.copied);
}

async function attempt(act) {
  try {
    return await act();
  } catch {
    toast(words.notSent);
    return null;
  }
}

const follow = {
  message: ({ message }) => {
    log.querySelector(".welcome")?.remove();
    const article = draw(message, acts);
    log.prepend(article);
    settle(article);
    quiet();
    if (message.from.is_bot) expect(message.force_reply);
    toBottom();
    showFoot(true);
  },
  edited: ({ message }) => {
    const article = document.getElementById(`message-${message.message_id}`);
    if (!article) return;
    const wasAtBottom = isAtBottom();
    const position = log.scrollTop;
    redraw(article, message, acts);
    settle(article);
    log.scrollTop = wasAtBottom ? log.scrollHeight : position;
    announce(`${words.changed}: ${gist(message)}`);
  },
  reacted: ({ message_id, reaction }) => {
    const article = document.getElementById(`message-${message_id}`);
    if (article) showReaction(article, reaction);
  },
  deleted: ({ message_id }) => {
    const article = document.getElementById(`message-${message_id}`);
    if (article?.contains(document.activeElement)) focusField();
    article?.remove();
    announce(words.deleted);
  },
  answered: async ({ callback_query_id, text, show_alert }) => {
    // The bot may answer before the page has learnt the number of its tap.
    await tapping;
    waiting.get(callback_query_id)?.removeAttribute("aria-busy");
    const isMine = waiting.delete(callback_query_id);
    if (!isMine || !text) return;
    if (show_alert) alert(botName, text);
    else toast(text);
  },
  typing: () => {
    state.textContent = words.typing;
    clearTimeout(typing);
    typing = setTimeout(quiet, TYPING_MILLISECONDS);
  },
  blocked: ({ is_blocked }) => {
    isBlocked = is_blocked;
    showFoot(log.querySelector(".message") !== null);
  },
  profile: async () => showProfile(await api.look(person)),
};

function quiet() {
  clearTimeout(typing);
  state.textContent = words.nothingLeaves;
}

const isAtBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_BOTTOM;

// At once: a scroll on its way would be ended by the edit that takes the old card's buttons.
function toBottom() {
  log.scrollTop = log.scrollHeight;
}

// Below the chat: the composer, or the one button that makes sense instead.
function showFoot(isStarted) {
  const hadFocus = instead.contains(document.activeElement);
  blockButton.hidden = !isStarted || isBlocked;
  showComposer(isStarted && !isBlocked);
  instead.hidden = isStarted && !isBlocked;
  const button = instead.firstElementChild;
  button.textContent = isBlocked ? words.unblock : words.start;
  if (isStarted) button.removeAttribute("aria-describedby");
  else button.setAttribute("aria-describedby", "welcome");
  // Not the text field: on a phone that would cover the answer with a keyboard.
  if (hadFocus && instead.hidden) log.focus();
}

function showProfile({ bot, commands }) {
  botName = bot.first_name;
  username = bot.username;
  document.title = botName;
  document.getElementById("bot-name").textContent = botName;
  document.querySelector(".face").textContent = [...botName][0] || "";
  const welcome = log.querySelector(".welcome");
  if (welcome) welcome.textContent = bot.description || words.welcome;
  offer(commands);
}

function showChat(chat) {
  const drawn = chat.messages.map((message) => draw(message, acts));
  const empty = element("p", { className: "welcome", id: "welcome" });
  log.replaceChildren(...(drawn.length ? drawn.toReversed() : [empty]));
  drawn.forEach(settle);
  log.lang = chat.person.language_code;
  isBlocked = chat.is_blocked;
  seen = chat.last_change;
  showProfile(chat);
  showFoot(chat.is_started);
  quiet();
  toBottom();
}

async function watch() {
  for (;;) {
    try {
      showChat(await api.look(person));
      for (;;) {
        for (const change of await api.changes(person, seen)) {
          seen = change.number;
          await follow[change.kind](change);
        }
      }
    } catch (fault) {
      console.info(fault);
      state.textContent = words.connecting;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }
}

async function start() {
  person = await choosePerson();
  log.setAttribute("aria-label", words.chat);
  blockButton.textContent = words.block;
  blockButton.addEventListener("click", () => attempt(() => api.block(person, true)));
  instead.firstElementChild.addEventListener("click", async () => {
    if (isBlocked) await attempt(() => api.block(person, false));
    else await say("/start");
  });
  startComposer(say, () => attempt(() => api.sendPhoto(person)));
  startLinks(() => username, begin);
  startHead(log);
  startAuthenticator(() => api.code(person));
  await watch();
}

await start();
