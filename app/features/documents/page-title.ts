/** "Breaks for carers – Documents – Harbourside"; a refused form says so first. */
export function pageTitle(
	part: string | undefined,
	place: string | undefined,
	form?: { errors: Record<string, string[]> },
) {
	const title = [part, 'Documents', place].filter(Boolean).join(' – ')
	return [{ title: form && Object.keys(form.errors).length > 0 ? `Error: ${title}` : title }]
}
