/** What do the preload and main call the things they say to each other, and whose page may say them? */
export const channels = {
  call: 'quarterday:call',
  choose: 'quarterday:choose',
  send: 'quarterday:send',
  save: 'quarterday:save',
  read: 'quarterday:read',
} as const;

/** The window's own address: `app://quarterday/`. */
export const scheme = 'app';
export const pageHost = 'quarterday';
export const pageAddress = `${scheme}://${pageHost}/`;
