module icamo

go 1.26
