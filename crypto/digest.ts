// It lives with the verifiers, because the desk's function may reach those and nothing else of this folder.
export { sha256 } from './verify/digest.ts'
