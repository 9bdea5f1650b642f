// Asks for a page again and again, in a thread of its own, so that what the measuring process does meanwhile is not in the times.
import { parentPort, workerData } from 'node:worker_threads'

const { url, everyMs } = workerData
const took = []

async function ask() {
	const begun = performance.now()
	const answer = await fetch(url)
	await answer.text()
	if (!answer.ok) throw new Error(`the page answered ${answer.status}`)
	return performance.now() - begun
}

const asking = setInterval(() => took.push(ask()), everyMs)
parentPort.once('message', async () => {
	clearInterval(asking)
	parentPort.postMessage(await Promise.all(took))
})
