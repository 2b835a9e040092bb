// Practice has no authenticator app at hand: a button shows what the app of this person would show.
import { alert, toast } from "./notices.js";
import { words } from "./words.js";

export function startAuthenticator(code) {
  const button = document.getElementById("code");
  button.setAttribute("aria-label", words.authenticator);
  button.title = words.authenticator;
  button.addEventListener("click", async () => {
    try {
      const digits = await code();
      alert(words.authenticator, digits ? `${digits}\n\n${words.appShows}` : words.noApp);
    } catch {
      toast(words.notSent);
    }
  });
}
