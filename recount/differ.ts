/** Adds a line for each place in which two values are not the same. `how`: where ours comes from. */
export function differ(path: string, published: unknown, counted: unknown, differences: string[], how = 'counted') {
	const bothObjects =
		typeof published === 'object' && typeof counted === 'object' && published !== null && counted !== null
	if (!bothObjects || Array.isArray(published) !== Array.isArray(counted)) {
		if (published !== counted)
			differences.push(
				`${path}: published ${JSON.stringify(published) ?? 'nothing'}, ${how} ${JSON.stringify(counted) ?? 'nothing'}`,
			)
		return
	}
	for (const key of new Set([...Object.keys(published), ...Object.keys(counted)]))
		differ(
			`${path}.${key}`,
			(published as Record<string, unknown>)[key],
			(counted as Record<string, unknown>)[key],
			differences,
			how,
		)
}
