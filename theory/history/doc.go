// Package history reads the files of a theory as a git repository holds them at a revision.
//
//	"HEAD~1:theories/peer/revised.toml" → At(HEAD~1) → fs.FS → load.Theory
//
// What a theory includes and what it revises is read from the same revision. Git is called as a program, and only to
// name, to read and to order objects: rev-parse --verify, cat-file blob and merge-base run nothing that a repository's
// configuration could name, unlike git show and git diff.
package history
