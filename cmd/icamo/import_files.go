package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"icamo/theory/exchange/draft"
	"icamo/theory/exchange/jsonfile"
	"icamo/theory/exchange/sheet"
)

// maxImport is how large a file to import may be, in bytes.
const maxImport = 512 << 20

// readForeign reads a file that another program wrote, and gives its ending in small letters.
func readForeign(file string) (data []byte, ending string, err error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "", fmt.Errorf("read %s: there is no such file", file)
	case err != nil:
		return nil, "", fmt.Errorf("read %s: %w", file, reason(err))
	case !info.Mode().IsRegular():
		return nil, "", fmt.Errorf("read %s: is not a regular file", file)
	case info.Size() > maxImport:
		return nil, "", fmt.Errorf("read %s: is larger than %d MiB", file, maxImport>>20)
	}
	if data, err = os.ReadFile(file); err != nil {
		return nil, "", fmt.Errorf("read %s: %w", file, reason(err))
	}
	return data, strings.ToLower(strings.TrimPrefix(filepath.Ext(file), ".")), nil
}

func readSheets(file string) ([]*sheet.Sheet, error) {
	data, ending, err := readForeign(file)
	if err != nil {
		return nil, err
	}
	switch ending {
	case "xlsx", "csv", "tsv":
	default:
		return nil, fmt.Errorf("%s cannot be imported: its ending is none of .xlsx, .csv, .tsv, .json, .qdpx, .qdc", file)
	}
	sheets, err := sheet.Read(ending, data)
	if err != nil {
		return nil, fmt.Errorf("%s %w", file, err)
	}
	return sheets, nil
}

// importJSON adds to a draft what a script or a model extracted.
func importJSON(d *draft.Draft, file string) error {
	data, _, err := readForeign(file)
	if err != nil {
		return err
	}
	if err := jsonfile.Import(d, file, data); err != nil {
		return fmt.Errorf("%s %w", file, err)
	}
	return nil
}
