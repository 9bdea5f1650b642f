/** "Should this become a priority? – Panel vote – Harbourside": the kind stands in every title. */
export function pageTitle(parts: (string | undefined)[]) {
	return [{ title: parts.filter(Boolean).join(' – ') }]
}
