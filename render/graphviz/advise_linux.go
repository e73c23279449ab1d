package graphviz

import "syscall"

// advise has the system give memory in large pages, where it does: a layout touches thousands of small ones.
func advise(memory []byte) { _ = syscall.Madvise(memory, syscall.MADV_HUGEPAGE) }
