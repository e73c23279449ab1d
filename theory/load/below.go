package load

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// FilesBelow lists the .toml files in a folder and the folders in it, in order; not those in hidden folders, nor hidden
// ones, nor a project's settings. Symbolic links in the folder are not followed, so there is no going round in circles;
// the folder itself may be one.
func FilesBelow(folder string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder+string(filepath.Separator)+".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("read %s: %w", filepath.Clean(name), plainError(err))
		}
		switch hidden := strings.HasPrefix(entry.Name(), ".") && entry.Name() != "."; {
		case hidden && entry.IsDir():
			return filepath.SkipDir
		case !hidden && entry.Type().IsRegular() && filepath.Ext(name) == ".toml" && entry.Name() != SettingsFile:
			files = append(files, filepath.Clean(name))
		}
		return nil
	})
	return files, err
}
