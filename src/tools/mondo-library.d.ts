declare module 'virtual:mondo-library' {
  /** The address of the library's index, relative to the page. */
  const libraryFile: string;
  export default libraryFile;
}
