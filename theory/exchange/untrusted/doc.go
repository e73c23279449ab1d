// Package untrusted opens what other programs wrote: containers, XML and plain text. Nothing is extracted, fetched or expanded,
// and whatever is larger than a limit is refused before it is made.
package untrusted
