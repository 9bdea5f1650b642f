/** Every reason for which a command may refuse: one without words does not compile. */
export type Refused<Command extends (...given: never[]) => Promise<unknown>> = Extract<
	Awaited<ReturnType<Command>>,
	{ refused: unknown }
>['refused']
