// Package sheet reads the cells of workbooks (.xlsx) and of files of separated values (.csv, .tsv). It knows no theory.
//
// The few parts of a workbook that an import needs are read here: the libraries for it either take longer to start than the
// whole command may, or end without a word where a sheet is damaged, and leave out merged cells, texts in several runs and
// formulas without a value.
package sheet
