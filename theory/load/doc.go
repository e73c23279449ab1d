// Package load reads theories, and a project's settings, from files.
//
//	a file's name → its project's folder → its text → toml.Document → elements → references resolved → *theory.Theory
//
// A theory is loaded with all that it includes and the version it revises. It can reach nothing outside of its project: the
// nearest folder upwards that holds a repository, else an icamo.toml. What is wrong with a file is a Fault in the theory, with
// its place, and the rest of the file is read all the same; an error is returned only for a file that cannot be read at all.
// It never judges what a theory says: that is for package check.
package load
