import { toString as draw } from 'qrcode'

/** A QR code as SVG markup of our own making: black on white, no script, nothing to fetch. */
export async function qrCode(words: string): Promise<string> {
	return await draw(words, { type: 'svg', errorCorrectionLevel: 'M', margin: 2, width: 176 })
}
