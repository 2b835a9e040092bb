// Who holds the phone: one of the people of the sandbox, or somebody new.
import * as api from "./api.js";
import { fillField } from "./fields.js";
import { speak, words } from "./words.js";

const NEW = "new";
const select = document.getElementById("person");
const dialog = document.getElementById("new-person");

// The number of the person whom the address names, else of the first; the page speaks as their app.
export async function choosePerson() {
  const everyone = await api.people();
  const wanted = Number(new URLSearchParams(location.search).get("person"));
  const { id: chosen, language_code } = everyone.find(({ id }) => id === wanted) || everyone[0];
  speak(language_code);
  const option = ({ id, first_name }) =>
    new Option(`${words.names[first_name] || first_name} · ${id}`, id, id === chosen, id === chosen);
  select.replaceChildren(...everyone.map(option), new Option(words.newPerson, NEW));
  const open = fillField(dialog, words.noName, add);
  dialog.addEventListener("close", () => (select.value = chosen));
  select.addEventListener("change", () => (select.value === NEW ? open() : become(select.value)));
  return chosen;
}

async function add(name, form) {
  if (!name) return false;
  become((await api.addPerson(name, form.get("language"))).id);
  return true;
}

function become(person) {
  const query = new URLSearchParams(location.search);
  query.set("person", person);
  location.search = query;
}
