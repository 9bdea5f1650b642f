/**
 * Has the browser drop what our pages kept on this device, such as words not sent yet, and the pages themselves: the next
 * person to use it must not find them, also not by going back. Browsers heed it over https and on localhost.
 */
export function forgetting(response: Response): Response {
	response.headers.set('clear-site-data', '"cache", "storage"')
	return response
}
