package revision

import "icamo/theory"

// standingOf orders statuses by how far they claim support. The four that are neither supported nor refuted by anything
// are level.
func standingOf(s theory.Status) int {
	switch s {
	case theory.Supported:
		return 3
	case theory.Mixed:
		return 2
	case theory.Refuted:
		return 0
	}
	return 1
}

// Status is how a link's status changed: 1 raised, -1 lowered, 0 for neither. A link that is new or gone has no status to
// compare.
func (c *Change) Status() int {
	f := c.Field("status")
	if f == nil || f.Old == nil || f.New == nil {
		return 0
	}
	old, _ := f.Old.(string)
	new, _ := f.New.(string)
	switch before, now := standingOf(theory.Status(old)), standingOf(theory.Status(new)); {
	case now > before:
		return 1
	case now < before:
		return -1
	}
	return 0
}
