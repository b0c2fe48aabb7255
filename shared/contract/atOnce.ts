/** How many records does one action take, and one question answer? Apart from the schemas, so that a window may know it. */
export const mostAtOnce = 10_000;
