import { RateLimiterMemory } from 'rate-limiter-flexible'

/**
 * How often an address may guess. Wrong guesses alone count, so a library full of people who sign in correctly never
 * meets the limit; when it is met it lifts by itself after a quarter of an hour. Guessing at one account is limited
 * in the database (`sign_ins.wrong_codes`), whatever address it comes from.
 */
export interface Limits {
	/** False when this address has guessed wrong too often just now. */
	mayGuess(address: string): Promise<boolean>
	guessedWrong(address: string): Promise<void>
}

export function openLimits({ wrongGuesses = 40, withinSeconds = 15 * 60 } = {}): Limits {
	const guesses = new RateLimiterMemory({ points: wrongGuesses, duration: withinSeconds })
	return {
		async mayGuess(address) {
			const used = await guesses.get(address)
			return !used || used.remainingPoints > 0
		},
		async guessedWrong(address) {
			await guesses.penalty(address)
		},
	}
}
