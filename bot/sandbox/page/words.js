// The page's own few words, in two languages.
const WORDS = {
  en: {
    practice: "PRACTICE", nothingLeaves: "Nothing leaves this computer", typing: "typing…",
    connecting: "Connecting…", youAre: "You are", block: "Block", unblock: "Unblock the bot",
    start: "Start", blocked: "You have blocked this bot.", welcome: "No messages here yet.",
    message: "Message", send: "Send", menu: "Commands", chat: "Messages", ok: "OK",
    edited: "edited", changed: "Message changed", you: "You", says: "says", more: "Show more",
    less: "Show less", hidden: "Hidden text: show it", copied: "Copied", copy: "copies text",
    opens: "opens a page", notSent: "Not sent. Is the sandbox running?", deleted: "Message deleted",
    sendPhoto: "Send an empty photo", photo: "🖼 Photo",
    openLink: "Open an invitation", linkOrCode: "Link or code", open: "Open", cancel: "Cancel",
    noLink: "This is no link to this bot, and no code.", newPerson: "＋ New person…",
    addPerson: "A new person", name: "Name", language: "Language of the app", add: "Add",
    authenticator: "Authenticator (practice only)",
    appShows: "Only in practice: a real person reads this from the app on the own phone. It changes every 30 seconds.",
    noApp: "This person has no authenticator: only who may sign has one.", noName: "A name, please.", names: {},
  },
  zh: {
    practice: "练习", nothingLeaves: "数据不会离开本机", typing: "正在输入…",
    connecting: "正在连接…", youAre: "您是", block: "屏蔽", unblock: "取消屏蔽",
    start: "开始", blocked: "您已屏蔽此机器人。", welcome: "还没有消息。",
    message: "消息", send: "发送", menu: "命令", chat: "消息记录", ok: "好",
    edited: "已编辑", changed: "消息已更改", you: "您", says: "说", more: "展开",
    less: "收起", hidden: "隐藏文字，点按显示", copied: "已复制", copy: "复制文字",
    opens: "打开网页", notSent: "未发送。练习服务器在运行吗？", deleted: "消息已删除",
    sendPhoto: "发送一张空白图片", photo: "🖼 图片",
    openLink: "打开邀请", linkOrCode: "链接或邀请码", open: "打开", cancel: "取消",
    noLink: "这不是本机器人的链接，也不是邀请码。", newPerson: "＋ 新人员…",
    addPerson: "新人员", name: "姓名", language: "应用语言", add: "添加", noName: "请填写姓名。",
    authenticator: "验证器（仅供练习）",
    appShows: "仅供练习：正式使用时由本人在自己手机的验证器应用中查看，每30秒更换。",
    noApp: "此人没有验证器：只有可签名的人员才有。",
    names: {
      Coordinator: "协调员（英文）", "Principal investigator": "主要研究者",
      "Sub-investigator": "次要研究者", Administrator: "管理员", Monitor: "监查员",
      Stranger: "陌生人", "New colleague": "新同事",
    },
  },
};

const isChinese = (code) => code.toLowerCase().startsWith("zh");

export let language;
export let words;

// As the address says; else Chinese if either the browser or the person's app is.
export function speak(ofPerson) {
  const asked = new URLSearchParams(location.search).get("lang");
  language = (asked ? [asked] : [navigator.language, ofPerson]).some(isChinese) ? "zh" : "en";
  words = WORDS[language];
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = words[element.dataset.word];
  }
}
