// What the worker loads when files are to be sent, as one file.
export { upload } from '../../../client/upload.ts'
export { attachmentsOf } from './attachments.ts'
