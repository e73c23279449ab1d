package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// unnamed writes a file without a name, complete and on the disk, and then names it: as the file itself where there is
// none, else as a temporary one whose name it returns. errors.ErrUnsupported: the file system has no unnamed files.
func unnamed(name, prefix string, data []byte, permissions fs.FileMode) (temporary string, err error) {
	f, err := os.OpenFile(filepath.Dir(name), os.O_WRONLY|unix.O_TMPFILE, 0o666)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
			return "", err
		}
		return "", errors.ErrUnsupported
	}
	defer f.Close()
	if err := fill(f, data, permissions); err != nil {
		return "", err
	}
	self := "/proc/self/fd/" + strconv.Itoa(int(f.Fd()))
	if permissions == 0 {
		err := unix.Linkat(unix.AT_FDCWD, self, unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW)
		if err == nil {
			return "", nil
		} else if !errors.Is(err, fs.ErrExist) {
			return "", errors.ErrUnsupported // no /proc
		}
	}
	temporary = temporaryName(prefix)
	if err := unix.Linkat(unix.AT_FDCWD, self, unix.AT_FDCWD, temporary, unix.AT_SYMLINK_FOLLOW); err != nil {
		return "", errors.ErrUnsupported
	}
	return temporary, nil
}

// ended says that no process has a number.
func ended(pid int) bool { return errors.Is(unix.Kill(pid, 0), unix.ESRCH) }
