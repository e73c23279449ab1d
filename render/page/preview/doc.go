// Package preview shows a theory's page in browsers while its files are being written.
//
//	files → watcher → settle → read, check → draw → edition → board → browsers
//
// What it serves is one page and one stream of events, both from memory. A file that cannot be drawn leaves the last
// page standing, under a banner that says what is wrong.
package preview
