import type { MergeRefusal } from '../app/domain/documents/live.ts'
import type { Connection } from './connection.ts'
import type { Shape } from './shape.ts'
import type { Rescued } from './store.ts'

/** Somebody's change on its way into the document, from a socket or from a form. */
export interface Edit {
	update: Uint8Array
	/** As it came, where it had to be straightened: it has the words of what is garbage by now. */
	asSent?: Uint8Array
	shape: Shape
	memberId: string
	from: Connection | null
	/** Which of its connection's edit frames it came in. */
	frame: number
	merge: Merge | null
	/** A form that stands on something that is not here: nothing of it was put in. */
	isLeftOut?: boolean
	/** A form that was refused while it waited to be tried again. */
	isTurnedBack?: boolean
	/** It has waited for what it stands on (`early.ts`). */
	wasEarly?: boolean
}

/** A form's change, and who waits to hear of it. */
export interface Merge {
	update: Uint8Array
	memberId: string
	stored(rescued: readonly Rescued[]): void
	refused(why: MergeRefusal): void
}
