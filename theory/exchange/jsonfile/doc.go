// Package jsonfile writes a theory as JSON, and reads what a script or a model extracted as JSON into a draft. The JSON has the
// tables and keys of a theory file, as the schema that icamo schema prints describes them.
package jsonfile
