// Talks to the people's side of the sandbox, as the person whose phone this is.
const base = (person) => `/phone/${person}`;

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.description);
  return body;
}

async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answer(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

export const people = async () => answer(await fetch("/phone/people"));
export const addPerson = (first_name, language_code) =>
  post("/phone/people", { first_name, language_code });
export const file = (person, id) => `${base(person)}/files/${encodeURIComponent(id)}`;
export const look = async (person) => answer(await fetch(base(person)));
export const changes = async (person, after) =>
  answer(await fetch(`${base(person)}/changes?after=${after}`));
export const code = async (person) => answer(await fetch(`${base(person)}/code`));
export const say = (person, text) => post(`${base(person)}/texts`, { text });
export const sendPhoto = (person) => post(`${base(person)}/photos`, {});
export const tap = (person, message_id, row, column) =>
  post(`${base(person)}/taps`, { message_id, row, column });
export const block = (person, is_blocked) => post(`${base(person)}/block`, { is_blocked });
