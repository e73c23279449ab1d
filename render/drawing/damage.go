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

// Damaged says which of the face's fonts cannot be read in part, as far as they were asked until now; nil where they can.
func (f *Face) Damaged() error {
	for _, family := range f.families {
		if family.regular.damaged.Load() || family.bold.damaged.Load() {
			return fmt.Errorf("the font %q is damaged; use another font", family.name)
		}
	}
	return nil
}
