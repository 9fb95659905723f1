import type { Ground } from '../../support/ground.ts'

/** What a port promises, as tests over any ground. */
export type Contract = (ground: () => Ground) => void
