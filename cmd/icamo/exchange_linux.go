package main

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange puts a complete file in the place of one that holds before, and leaves that one under the temporary name. Where
// the file holds something else, or a program has it open for writing, everything stands as it was: errSaved.
//
// The two are exchanged first and looked at then, when the name leads to the old one no more: so no save falls
// between looking and replacing. A lease on the old one tells of those who opened it before.
// errors.ErrUnsupported: the file system cannot exchange files.
func exchange(name, temporary string, before, after []byte) error {
	canLease := undisturbed(temporary, nil)
	if canLease && !undisturbed(name, before) {
		return errSaved
	}
	expected, err := os.Lstat(temporary)
	if err != nil {
		return err
	}
	if err := swap(name, temporary); err != nil {
		return err
	}
	stands := func(content []byte) bool {
		return canLease && undisturbed(temporary, content) || !canLease && contains(temporary, content)
	}
	if stands(before) {
		return nil
	}
	// Back; and again where a program saved over the new file, or into it, meanwhile: the last save stands.
	for ours := true; ; ours = false {
		saved, err := os.Lstat(temporary)
		if err != nil {
			return err
		}
		if err := swap(name, temporary); err != nil {
			return err
		}
		now, err := os.Lstat(temporary)
		if err != nil || os.SameFile(now, expected) && (!ours || stands(after)) {
			return errSaved
		}
		expected = saved
	}
}

// swap exchanges the names of two files.
func swap(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) {
		return errors.ErrUnsupported
	}
	return err
}

// undisturbed says whether a file has a content, or any where that is nil, and no program has it open for writing. A program
// that opens it meanwhile waits for this one's lease, and is seen.
func undisturbed(name string, content []byte) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	if _, err := unix.FcntlInt(f.Fd(), unix.F_SETLEASE, unix.F_RDLCK); err != nil {
		return false
	}
	same := content == nil || contains(name, content)
	lease, err := unix.FcntlInt(f.Fd(), unix.F_GETLEASE, 0)
	return same && err == nil && lease == unix.F_RDLCK
}
