package revision

import (
	"cmp"

	"icamo/theory"
)

// Status is how a link's status changed: 1 raised, -1 lowered, 0 neither (theory.Status.ClaimRank). A link that is new or
// gone has no status to compare.
func (c *Change) Status() int {
	f := c.Field("status")
	if f == nil || f.Old == nil || f.New == nil {
		return 0
	}
	old, _ := f.Old.(string)
	new, _ := f.New.(string)
	return cmp.Compare(theory.Status(new).ClaimRank(), theory.Status(old).ClaimRank())
}

// BecameMixed says whether a link is mixed that claimed less before.
func (c *Change) BecameMixed() bool {
	return c.Status() > 0 && c.Field("status").New == string(theory.Mixed)
}
