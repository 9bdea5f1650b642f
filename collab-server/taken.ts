import type { Question } from './answers.ts'
import type { Edit } from './edit.ts'
import type { Entry } from './store.ts'

/** What a turn took up: it must be stored before anything in it is told to anybody. */
export interface Taken {
	edits: Edit[]
	questions: Question[]
	entry: Entry | null
	/** It may hold rows of the log that were waiting for these, and came from others. */
	isMixed: boolean
}

/** The document would not take an update. It must be opened again from what is stored; `suspects` did not come in. */
export interface Spoilt {
	suspects: Edit[]
	rest: Taken
	error: unknown
}
