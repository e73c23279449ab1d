// Package draft holds a theory as an import finds it, before it is a file: elements with keys, in the order found, and what was
// not understood. It writes them as TOML, laid out as icamo fmt does, or into the text of a theory file that is there.
package draft
