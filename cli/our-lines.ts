import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const place = /(file:\/\/[^\s()]+[.]mjs):(\d+):(\d+)/

/**
 * In the compiled program an error names our files and lines all the same. The maps are read when the first error is shown:
 * Node's own way keeps those of every package in memory from the start, which is 14 MB.
 */
export function nameOurLines() {
	const maps = new Map<string, SourceMap | null>()
	const mapOf = (file: string) => {
		const known = maps.get(file)
		if (known !== undefined) return known
		const path = `${fileURLToPath(file)}.map`
		const map = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
		maps.set(file, map)
		return map
	}
	const named = (frame: string) =>
		frame.replace(place, (whole, file: string, line: string, column: string) => {
			const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1)
			if (!entry || !('originalSource' in entry)) return whole
			const source = fileURLToPath(new URL(entry.originalSource, file))
			return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
		})
	Error.prepareStackTrace = (error, frames) =>
		[String(error), ...frames.map((frame) => `    at ${named(String(frame))}`)].join('\n')
}
