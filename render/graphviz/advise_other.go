//go:build darwin || freebsd

package graphviz

// advise leaves pages as the system has them.
func advise([]byte) {}
