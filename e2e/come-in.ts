import { type APIRequestContext, expect } from '@playwright/test'

/** Comes in as one of the example's people, with the form that the sign-in page of the demo offers, and reads what it leads to. */
export async function comeIn(door: APIRequestContext, name: string) {
	const offered = await door.get('/sign-in')
	const person = new RegExp(`<button[^>]*value="([0-9a-z]{16})"[^>]*>Come in as (?:<!-- -->)?${name}<`).exec(
		await offered.text(),
	)?.[1]
	if (!person) throw new Error(`the sign-in page does not offer ${name}`)
	const { origin } = new URL(offered.url())
	const led = await door.post('/sign-in/demo', { form: { person }, headers: { origin } })
	expect(await led.text(), `signing in as ${name}`).toContain('Sign out')
}
