/** The text of /help/api, in Markdown, above the list of addresses. It says what the software does; who changes it changes it. */
export const apiHelpText = `
A program can ask the forum what you can read on its pages, and write what you could write. Everything below \`/api/v1\` answers in JSON. The exact shape of everything that goes in and comes out is in [openapi.json](/api/v1/openapi.json), which many tools can read.

## Who asks

- **Without anything**, a program reads what a guest reads.
- **With a token**, it asks in your name. You make one in your [settings](/settings/tokens), for reading or for reading and writing, and send it along with each request: \`Authorization: Bearer wc_…\`. Keep it as you keep a password. Revoke it, and the very next request is refused.
- **With your browser’s session** only pages of the forum itself can write. Other sites’ scripts get nothing: there are no CORS headers.

A token can’t open pages, and can’t change your password, your address or your tokens. What members say about their health is on their pages only, not here.

## Reading

- Times are in UTC. A post’s text comes as HTML; links in it may begin with \`/\`.
- A list gives twenty things, or as many as \`limit\` says, up to a hundred. Its \`next\` is the address of what follows, and null at the end.
- Where a post isn’t shown any more, its place in the thread is there, without text or name. What you may not see answers as what doesn’t exist.
- Guests’ answers have an \`ETag\`. Send it back as \`If-None-Match\`, and where nothing changed the answer is an empty 304.

## Writing

- Send a JSON object of at most 1 MB, as \`application/json\`.
- Send a fresh UUID as \`Idempotency-Key\` with whatever makes something. If the answer gets lost, send the same again: it isn’t done twice, and the answer is the same. With other words in it, it counts as another request. Without a key each request is another one: where the answer got lost, look first whether it was done.
- To edit a post, say which \`version\` you began with. If somebody was faster, you get 409 with the text that stands now.
- The rules hold for programs too, and so do the limits on how fast one posts. A post by a program is a post by you.

## When it says no

An answer that refuses something is \`application/problem+json\`: \`title\` is the reason as one word, \`detail\` the sentence a page would show, and \`errors\` says what is wrong with which field. With 429 and 503, \`Retry-After\` says how many seconds to wait. A token may ask 600 times a minute.
`.trim();
