package drawing

import "fmt"

// guarded asks the font library for something. It panics on some damaged fonts: what it was asked for is then left as it was,
// and the font is known to be damaged, which every writer of a format says.
func (t *typeface) guarded(ask func()) {
	defer func() {
		if recover() != nil {
			t.damaged.Store(true)
		}
	}()
	ask()
}

// Damaged says that the face's font cannot be read in part, as far as it was asked until now; nil where it can.
func (f *Face) Damaged() error {
	if f.regular.damaged.Load() || f.bold.damaged.Load() {
		return fmt.Errorf("the font %q is damaged; use another font", f.Family)
	}
	return nil
}
