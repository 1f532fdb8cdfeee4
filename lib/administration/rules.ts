/**
 * What administrators did, as everyone may read it in the public log: what changed about the forum itself. Nobody is named,
 * no category either, since some are for members only; who got or lost a role is between them and the administrators.
 */
export const publicDeeds: Record<string, string> = {
  "create-category": "A category was made.",
  "change-audience": "A category is for other readers than before.",
  "delete-category": "A category was taken away. Nothing had been written in it.",
  "publish-rules": "The rules have a new version.",
  "publish-privacy": "The privacy text has a new version.",
  "begin-read-only": "The forum became read-only for a while.",
  "end-read-only": "The forum could be written in again.",
};
