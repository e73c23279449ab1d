//go:build ignore

// Makes bcryptprimitives.dll, in which every Go program on Windows looks for random numbers, and which Wine had not until
// version 9: its one function is that of another library under another name. go run .ci/bcryptprimitives.go FILE
package main

import (
	"bytes"
	"encoding/binary"
	"log"
	"os"
)

const (
	file      = 0x200  // where sections start in the file, and how long they are there
	memory    = 0x1000 // the same in memory
	directory = 40     // bytes of the export directory, which the tables and names follow
)

func main() {
	library, function, forwarded := "bcryptprimitives.dll\x00", "ProcessPrng\x00", "advapi32.SystemFunction036\x00"
	names := uint32(memory + directory + 4 + 4 + 2 + 2)
	functionName := names + uint32(len(library))
	exports := write(
		uint32(0), uint32(0), uint32(0), names, uint32(1), uint32(1), uint32(1), // one function, numbered from 1
		uint32(memory+directory), uint32(memory+directory+4), uint32(memory+directory+8),
		functionName+uint32(len(function)), functionName, uint16(0), uint16(0),
		[]byte(library), []byte(function), []byte(forwarded))
	size := uint32(len(exports))
	headers := write(
		[]byte("MZ"), make([]byte, 58), uint32(64), []byte("PE\x00\x00"),
		uint16(0x8664), uint16(1), uint32(0), uint32(0), uint32(0), uint16(240), uint16(0x2022), // x86-64, one section, a library
		uint16(0x20b), uint16(14), uint32(0), uint32(file), uint32(0), uint32(0), uint32(memory),
		uint64(0x180000000), uint32(memory), uint32(file), uint16(6), uint16(0), uint16(0), uint16(0), uint16(6), uint16(0),
		uint32(0), uint32(2*memory), uint32(file), uint32(0), uint16(3), uint16(0x160),
		uint64(1<<20), uint64(1<<12), uint64(1<<20), uint64(1<<12), uint32(0), uint32(16),
		uint32(memory), size, make([]byte, 15*8), // the exports, of the sixteen directories
		[]byte(".edata\x00\x00"), size, uint32(memory), uint32(file), uint32(file), uint32(0), uint32(0), uint32(0), uint32(0x40000040))
	image := make([]byte, 2*file)
	copy(image, headers)
	copy(image[file:], exports)
	if err := os.WriteFile(os.Args[1], image, 0o666); err != nil {
		log.Fatal(err)
	}
}

func write(parts ...any) []byte {
	var b bytes.Buffer
	for _, part := range parts {
		if err := binary.Write(&b, binary.LittleEndian, part); err != nil {
			log.Fatal(err)
		}
	}
	return b.Bytes()
}
