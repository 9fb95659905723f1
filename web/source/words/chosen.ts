// The catalogue of the page that is built. `web/build/bundle.ts` puts another language in place of English, so that a
// page carries the words of one language only.
export { en as words } from './en.ts'
