const readable = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 12

/** 60 bits of a keyed hash (hex) as three groups of four, with no letters that look like digits: `K7QM-2XPD-9RTA`. */
export function receiptFrom(hash: string): string {
	const code = Array.from(
		{ length: letters },
		(_, at) => readable[Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16) % 32],
	).join('')
	return inGroups(code)
}

/** What somebody typed, however they typed it: spaces, small letters, O for 0, I and L for 1. */
export function normaliseReceipt(typed: string): string {
	const code = typed
		.toUpperCase()
		.replaceAll('O', '0')
		.replaceAll(/[IL]/g, '1')
		.replaceAll(/[^0-9A-Z]/g, '')
	return inGroups(code.slice(0, letters * 2))
}

/** Whether what was typed has as many letters and numbers as a receipt has. */
export function isWholeReceipt(typed: string): boolean {
	return normaliseReceipt(typed).replaceAll('-', '').length === letters
}

function inGroups(code: string) {
	return code.match(/.{1,4}/g)?.join('-') ?? ''
}
