/** "Dilys – People – Harbourside" */
export function peopleTitle(partnership: string | undefined, ...parts: string[]) {
	return [{ title: [...parts, 'People', partnership].filter(Boolean).join(' – ') }]
}
