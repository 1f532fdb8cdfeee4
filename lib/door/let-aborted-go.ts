/**
 * Next ends each of its pages by aborting a signal with an error. V8 keeps the frames of an error, and what each was
 * called on, until somebody reads its stack. Here those are the immediates of that moment, which hold each other and, by
 * their contexts, the requests of everybody who was being served; so under load no page was ever let go. Reading the
 * stack turns it into text.
 */
export function letAbortedGo(): void {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function (reason?: unknown) {
    if (reason instanceof Error) void reason.stack;
    abort.call(this, reason);
  };
}
