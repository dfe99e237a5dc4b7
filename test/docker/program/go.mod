module cutover.invalid/program

go 1.20
