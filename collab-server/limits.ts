/** What one connection, one room and one turn may take. Bytes, milliseconds and counts, as each name says. */
export interface Limits {
	/** Above the document's own cap, so that a whole document can always travel in one frame. */
	frameBytes: number
	/** An encoded document, and so also one update. */
	documentBytes: number
	/** JSON inside an update, and Yjs types inside Yjs types. A stack overflows at some thousands; our editor stays below 20. */
	nesting: number
	/** Named roots in one document. Ours has one for each section. */
	roots: number
	/** Neighbours that Yjs may compare to find the places of what one edit brings: 0.15 µs each, and as much to count them. */
	walkSteps: number
	/** After so many, what else has come waits for the room's next turn. */
	turnSteps: number
	/** What one edit may move in Yjs's arrays by splitting and joining structs: about 3 ns each. */
	arrayMoves: number
	/** The most steps that opening a document may take, in whatever order its parts come. */
	tangleSteps: number
	/** Client ids in one edit that stands on something that is not here, or in the rows that wait: each makes Yjs look through all. */
	waitingClients: number
	awarenessBytes: number
	/** Up to this, a frame of presence is looked at as it comes, before it waits its turn: it may be an echo. Larger ones are. */
	echoBytes: number
	echoStates: number
	/** What somebody may name that they have, beside as much as the document has: 20,000 client ids take 200 kB. */
	stateVectorBytes: number
	/** Structs in one edit, and deletions. All the 259,778 keystrokes of one paper come to well under 100,000 of them. */
	editParts: number
	/** Runs of ids that one connection's words wait for. Beyond them it is asked for everything. */
	gaps: number
	/** Rows of the log that wait for others that have not come. Beyond that they are left to the log. */
	pendingBytes: number
	/** What people in a room have brought that waits for what others have. Beyond that it is asked for again. */
	earlyBytes: number
	/** What one connection may have waiting to be worked on before we stop reading from it. */
	inboxBytes: number
	inboxFrames: number
	/** What may wait in one connection's way out before it is closed as too slow to follow. */
	outboxBytes: number
	/** With more than this unread, its own questions wait: nobody can ask faster than they read. */
	answerBytes: number
	connectionsPerPerson: number
	connections: number
	/** Lines that have come in by HTTP and are open, known or not. */
	atTheDoor: number
	authenticateMs: number
	/** How long the first edit of a busy moment waits for others, to be committed together. Quiet rooms do not wait. */
	gatherMs: number
	/** What one room may take of a turn, and all rooms together, before sockets are served again. */
	roomTurnMs: number
	turnMs: number
	pingMs: number
	/** How often the mark of the latest change of a right is looked at, and whether time has ended a session. */
	accessMs: number
	/** Sessions and rights are asked again this often whether or not anything was marked. */
	sweepMs: number
	/**
	 * A commit that has not been answered for so long counts as one that the database refuses: people are told. So does a question
	 * for somebody's rights: it is asked again.
	 */
	answerMs: number
	/** How long an empty room stays in memory. */
	idleRoomMs: number
	/** How long a form's change, or a rebuild, may wait for a database that does not answer. */
	mergeMs: number
	/** How long a page waits for what was just typed to be stored; then it is given what is. */
	readMs: number
	/** The log is folded into the compacted state at this many rows, or at this many bytes and a third of the state. */
	logRows: number
	logBytes: number
}

export const defaultLimits: Limits = {
	frameBytes: 12 * 1024 * 1024,
	documentBytes: 10 * 1024 * 1024,
	nesting: 64,
	roots: 500,
	walkSteps: 300_000,
	turnSteps: 30_000,
	arrayMoves: 100_000_000,
	tangleSteps: 20_000_000,
	waitingClients: 2_000,
	awarenessBytes: 4096,
	echoBytes: 64 * 1024,
	echoStates: 2_000,
	stateVectorBytes: 256 * 1024,
	editParts: 250_000,
	gaps: 1_000,
	pendingBytes: 256 * 1024,
	earlyBytes: 2 * 1024 * 1024,
	inboxBytes: 1024 * 1024,
	inboxFrames: 256,
	outboxBytes: 8 * 1024 * 1024,
	answerBytes: 1024 * 1024,
	connectionsPerPerson: 500,
	connections: 20_000,
	atTheDoor: 25_000,
	authenticateMs: 5_000,
	gatherMs: 20,
	roomTurnMs: 5,
	turnMs: 15,
	pingMs: 15_000,
	accessMs: 400,
	sweepMs: 15_000,
	answerMs: 3_000,
	idleRoomMs: 2_000,
	mergeMs: 10_000,
	readMs: 2_000,
	logRows: 500,
	logBytes: 128 * 1024,
}
