// What is loaded with the form, as one file.
export { FilesPanel } from './panel.tsx'
export { FilesProgress } from './progress.tsx'
