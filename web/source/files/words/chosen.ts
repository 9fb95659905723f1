// The words about files in the language of the page that is built. `web/build/bundle.ts` puts another one in its place.
export { en as words } from './en.ts'
