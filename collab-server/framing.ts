const binary = 0x82

/**
 * One whole binary WebSocket frame as a server sends it (RFC 6455, 5.2: FIN, opcode 2, not masked), so that the same bytes
 * can go to everybody in a room. `ws` would make a header and two writes for each of them.
 */
export function framed(message: Uint8Array): Buffer {
	const { length } = message
	const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10
	const frame = Buffer.allocUnsafe(headerBytes + length)
	frame[0] = binary
	if (headerBytes === 2) frame[1] = length
	else if (headerBytes === 4) {
		frame[1] = 126
		frame.writeUInt16BE(length, 2)
	} else {
		frame[1] = 127
		frame.writeUInt32BE(0, 2)
		frame.writeUInt32BE(length, 6)
	}
	frame.set(message, headerBytes)
	return frame
}
