module cutover.invalid/probe

go 1.20
