import { wireExit } from './exit.ts'

// All the script that a reading page has.
wireExit(document, window)
