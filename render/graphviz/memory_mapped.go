//go:build linux || darwin || freebsd

package graphviz

import "syscall"

// reserve gives memory an address range in which it can grow to the most it may have without being copied. What is not
// touched takes up nothing. free gives all of it back; where the system has no such range to spare, memory is as it was.
func reserve(memory []byte) (grown []byte, free func()) {
	mapped, err := syscall.Mmap(-1, 0, mostMemory, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return memory, func() {}
	}
	advise(mapped)
	return append(mapped[:0], memory...), func() { _ = syscall.Munmap(mapped) }
}
