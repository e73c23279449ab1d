// Package sheet reads the cells of workbooks (.xlsx) and of files of separated values (.csv, .tsv). It knows no theory.
package sheet
