package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"slices"
	"time"
)

// archive is what people download.
type archive struct {
	name    string
	data    []byte
	program int // bytes of the program in it
}

// pack puts a program and all that goes with it into an archive, as the system has them: a zip file for Windows.
func pack(name, program, system string, common []file, in inside, changed time.Time) (archive, error) {
	data, err := os.ReadFile(program)
	if err != nil {
		return archive{}, err
	}
	licences, err := licencesIn(program)
	if err != nil {
		return archive{}, err
	}
	materials, err := billOfMaterials(program, in, changed)
	if err != nil {
		return archive{}, err
	}
	files := slices.Concat(common, licences, []file{
		{name: "icamo" + ending(system), data: data, executable: true},
		{name: materialsFile, data: materials},
	})
	write, as := writeTar, ".tar.gz"
	if system == "windows" {
		write, as = writeZip, ".zip"
	}
	var b bytes.Buffer
	if err := write(&b, name, sorted(files), changed); err != nil {
		return archive{}, err
	}
	return archive{name + as, b.Bytes(), len(data)}, nil
}

func (f file) mode() int64 {
	if f.executable {
		return 0o755
	}
	return 0o644
}

func writeTar(w io.Writer, folder string, files []file, changed time.Time) error {
	compressed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(compressed)
	for _, f := range files {
		header := &tar.Header{Name: folder + "/" + f.name, Size: int64(len(f.data)), Mode: f.mode(), ModTime: changed, Format: tar.FormatPAX}
		if err := t.WriteHeader(header); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return compressed.Close()
}

func writeZip(w io.Writer, folder string, files []file, changed time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		header := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: changed}
		header.SetMode(os.FileMode(f.mode()))
		part, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := part.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}
