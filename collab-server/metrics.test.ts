import { expect, test } from 'vitest'
import { Metrics } from './metrics.ts'

test('every line is one Prometheus reads', () => {
	const metrics = new Metrics()
	metrics.refused('too-large')
	metrics.refused('too-large')
	const lines = metrics.text({ connections: 3, rooms: 1, queueBytes: 0, unreadable: 0 }).trimEnd().split('\n')
	for (const line of lines)
		expect(line).toMatch(/^# (HELP|TYPE) alongside_live_\w+ .+$|^alongside_live_\w+(\{reason="[\w-]+"\})? [\d.]+$/)
	expect(lines).toContain('alongside_live_connections 3')
	expect(lines).toContain('alongside_live_refused_total{reason="too-large"} 2')
})
