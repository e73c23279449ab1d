// Package toml reads the text of TOML files with the place of everything in it, and lays such text out.
//
//	bytes → Read → Document: the text, its items with their places, or the one fault that makes it unreadable
//	bytes → Tidy → bytes that say the same
//
// It knows nothing of theories: what a table or key means is for those who read its items. Places are bytes of a text
// without a byte order mark. go-toml walks a file and BurntSushi/toml decodes its values; no other package imports them.
package toml
