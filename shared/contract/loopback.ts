/**
 * How does a page talk to the browser host on this machine?
 *
 * The address the host prints ends in `#token`. The page sends `POST /session` once with `{"token":"…"}` and gets
 * `{"key":"…"}`, which it keeps (sessionStorage, never a cookie) and sends as `Authorization: Bearer …` on every call:
 *
 *   POST /api/<operation>   JSON input                                     → a `Reply`, always as JSON
 *   POST /files             the file's bytes, its name in `fileNameHeader` → `Reply<{ file, name }>`
 *   GET  /files/<handle>    a made file, once                              → its bytes, as a download
 *
 * 200 carries every `Reply`, refusals too; 401 means the key is not known (any more), 403 a wrong or used token or a
 * foreign `Host` or `Origin`, 404 a handle that is gone, 413 a body too large.
 */
/** The name of a sent file, through `encodeURIComponent`. */
export const fileNameHeader = 'x-file-name';
