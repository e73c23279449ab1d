package layout

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// othersMayWrite are the permissions that let someone else put a file into a folder.
const othersMayWrite = 0o022

// privateFolder gives the folder root/name, made if need be, in which only this user can write: what others could
// have put there is removed before it is used.
func privateFolder(root, name string) (string, error) {
	if root == "" {
		return "", errors.New("no cache folder")
	}
	if err := os.MkdirAll(root, 0o700); err != nil {
		return "", err
	}
	info, err := ownFolder(root)
	if err != nil {
		return "", err
	}
	if info.Mode()&othersMayWrite != 0 {
		return "", fmt.Errorf("cache folder %q can be written by others", root)
	}
	path := filepath.Join(root, name)
	switch err := os.Mkdir(path, 0o700); {
	case err == nil:
		return path, nil
	case !errors.Is(err, fs.ErrExist):
		return "", err
	}
	if info, err = ownFolder(path); err != nil {
		return "", err
	}
	if info.Mode()&othersMayWrite != 0 {
		if err := os.Chmod(path, 0o700); err != nil {
			return "", err
		}
		if err := empty(path); err != nil {
			return "", err
		}
	}
	return path, nil
}

func ownFolder(path string) (fs.FileInfo, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("cache folder %q is not a folder", path)
	}
	if !ownedByUser(info) {
		return nil, fmt.Errorf("cache folder %q belongs to another user", path)
	}
	return info, nil
}

// empty removes what is in a folder, and leaves the folder.
func empty(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(folder, entry.Name())))
	}
	return err
}

// sweep removes the temporary files that a process which was killed while writing left in a folder.
func sweep(folder string) {
	const settled = time.Minute // a younger one may still be being written
	// What cannot be removed is tried again the next time.
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".tmp") {
			return nil
		}
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > settled {
			_ = os.Remove(path)
		}
		return nil
	})
}
