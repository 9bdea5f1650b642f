/** What keeps us from starting and the operator can mend: one sentence that says what happened and what to do. */
export class CannotStart extends Error {}
