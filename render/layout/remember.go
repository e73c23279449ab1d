package layout

import (
	"fmt"
	"os"
	"sync"
)

// Remembered is what this build of the program made of layouts by this engine, and kept under a key; false where it kept
// nothing.
func (e *Engine) Remembered(key []byte) ([]byte, bool) {
	folder, name, err := e.memory(key)
	if err != nil {
		return nil, false
	}
	return load(folder, name)
}

// Remember keeps what was made of layouts, beside them. The key must tell all that it depends on. That it could not be kept is no
// reason to fail a figure.
func (e *Engine) Remember(key, made []byte) {
	if folder, name, err := e.memory(key); err == nil && store(folder, name, made) == nil {
		prune(folder, mostEntries, mostEntryBytes)
	}
}

// memory is where something with a key is kept.
func (e *Engine) memory(key []byte) (folder, name string, err error) {
	engine, err := e.identity()
	if err != nil {
		return "", "", err
	}
	program, err := build()
	if err != nil {
		return "", "", err
	}
	folder, err = privateFolder(e.cache, "layouts")
	return folder, entry(engine+"\n"+program, key), err
}

// build names this build of the program: one that was built anew is another file.
var build = sync.OnceValues(func() (string, error) {
	file, err := os.Executable()
	if err != nil {
		return "", err
	}
	info, err := os.Stat(file)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %d %d", file, info.Size(), info.ModTime().UnixNano()), nil
})
