/// <reference types="vite/client" />

/** The version of `package.json`. */
declare const __VERSION__: string;
