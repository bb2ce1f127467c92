// A to-do API of four requests, kept in memory: the work behind the badge of the worked example.
// Run it: node todo-api.mjs   Try it: curl -d '{"title":"Read the reviews"}' http://localhost:8080/todos
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

const MOST_BYTES = 10_000;
const todos = new Map();

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const [, collection, id, ...rest] = pathname.split('/');
  if (collection !== 'todos' || rest.length > 0) return answer(response, 404, { error: 'There is nothing here.' });
  const resource = id === undefined ? list : item;
  const method = resource[request.method];
  if (method === undefined) return answer(response, 405, { error: 'Not with this method.' }, { allow: Object.keys(resource).join(', ') });
  try {
    await method(request, response, id);
  } catch (error) {
    answer(response, error instanceof BadRequest ? 400 : 500, { error: error instanceof BadRequest ? error.message : 'It broke.' });
  }
});

const list = {
  GET: (_request, response) => answer(response, 200, { todos: [...todos.values()] }),
  POST: async (request, response) => {
    const todo = { id: randomUUID(), title: titleOf(await read(request)), done: false };
    todos.set(todo.id, todo);
    answer(response, 201, todo, { location: `/todos/${todo.id}` });
  },
};

const item = {
  PATCH: async (request, response, id) => {
    const todo = todos.get(id);
    if (todo === undefined) return answer(response, 404, { error: 'There is no such to-do.' });
    const { done } = await read(request);
    if (typeof done !== 'boolean') throw new BadRequest('`done` has to be true or false.');
    todos.set(id, { ...todo, done });
    answer(response, 200, todos.get(id));
  },
  DELETE: (_request, response, id) =>
    todos.delete(id) ? answer(response, 204) : answer(response, 404, { error: 'There is no such to-do.' }),
};

class BadRequest extends Error {}

function titleOf({ title }) {
  if (typeof title !== 'string' || title.trim() === '' || title.length > 200)
    throw new BadRequest('`title` has to be 1 to 200 characters.');
  return title.trim();
}

async function read(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MOST_BYTES) throw new BadRequest('The body is too large.');
  }
  try {
    const body = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body;
  } catch {
    // Answered below, like a body that is JSON but no object.
  }
  throw new BadRequest('The body has to be a JSON object.');
}

function answer(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

server.listen(8080, 'localhost', () => console.log('http://localhost:8080/todos'));
