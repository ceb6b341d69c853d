// What is taken of the library: of an import at run time, the bundle would carry the whole of it.
export { decodeHTMLStrict } from 'entities/decode';
