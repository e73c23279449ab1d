package theorytest

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"icamo/theory"
	"icamo/theory/load"
)

// Load reads a theory from the text of one file, t.toml.
func Load(t testing.TB, text string) *theory.Theory {
	t.Helper()
	return LoadFiles(t, map[string]string{"t.toml": text}, "t.toml")
}

// LoadFiles reads one theory of some files, by their names.
func LoadFiles(t testing.TB, files map[string]string, name string) *theory.Theory {
	t.Helper()
	loaded, err := load.Theory(Files(files), name, func(name string) string { return name })
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

// Files is a file system of some files, by their names.
func Files(texts map[string]string) fstest.MapFS {
	files := make(fstest.MapFS, len(texts))
	for name, text := range texts {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// Faultless reads a theory in which nothing is wrong.
func Faultless(t testing.TB, text string) *theory.Theory {
	t.Helper()
	return faultless(t, Load(t, text))
}

// Open reads one of the theories of this project, by its file below the folder theories: "peer/revised.toml". Nothing is
// wrong in it.
func Open(t testing.TB, name string) *theory.Theory {
	t.Helper()
	loaded, err := load.Open(filepath.Join(Folder(t), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return faultless(t, loaded)
}

// Folder is the folder theories of this project, relative to the working folder.
func Folder(t testing.TB) string {
	t.Helper()
	for up := "."; len(up) < 100; up = filepath.Join(up, "..") {
		if _, err := os.Stat(filepath.Join(up, "go.mod")); err == nil {
			return filepath.Join(up, "theories")
		}
	}
	t.Fatal("the test does not run in a folder of this project")
	return ""
}

func faultless(t testing.TB, loaded *theory.Theory) *theory.Theory {
	t.Helper()
	for _, f := range loaded.Faults {
		at := f.At.Range()
		t.Fatalf("%s:%d:%d: %s", at.File, at.Line, at.Col, f.Message)
	}
	return loaded
}
