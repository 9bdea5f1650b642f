// Loaded before a test's own server: what the server takes for now is so many milliseconds ahead, so that a board can meet
// again a month later without anybody waiting.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0)

globalThis.Date = new Proxy(Date, {
	construct: (Real, given, made) =>
		Reflect.construct(Real, given.length > 0 ? given : [Real.now() + ahead], made === Date ? Real : made),
	get: (Real, name) => (name === 'now' ? () => Real.now() + ahead : Reflect.get(Real, name)),
})
