export function makeCluster(): Promise<{
	url: string
	start(): void
	stop(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>
	freeze(): void
	thaw(): void
	remove(): void
}>
