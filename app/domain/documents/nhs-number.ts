const tenDigits = /(?<![\d])\d(?:[ -]?\d){9}(?![\d])/g

/**
 * Ten-digit NHS numbers in a text, as they were typed, with or without spaces. Only numbers whose check digit is right
 * (modulus 11, NHS Data Dictionary, "NHS NUMBER") count, so that phone numbers and prices rarely do.
 */
export function findNhsNumbers(text: string): string[] {
	return [...text.matchAll(tenDigits)].map(([found]) => found).filter((found) => isValid(found.replace(/[ -]/g, '')))
}

function isValid(digits: string) {
	const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
	const check = 11 - (sum % 11)
	return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9])
}
