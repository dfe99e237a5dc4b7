// What the Dockerfiles of the tests run where an image has no operating system: it looks at a build secret, or fails.
package main

import (
	"crypto/sha256"
	"fmt"
	"os"
)

func main() {
	switch os.Args[1] {
	case "secret":
		secret, err := os.ReadFile("/run/secrets/" + os.Args[2])
		if err != nil {
			fmt.Println(err)
			os.Exit(2)
		}
		// Printed on purpose: nobody may see it in a log.
		fmt.Printf("the secret is %s\n", secret)
		if err := os.WriteFile("/seen", []byte(fmt.Sprintf("%x\n", sha256.Sum256(secret))), 0o644); err != nil {
			os.Exit(2)
		}
	case "write":
		if err := os.WriteFile(os.Args[2], []byte(os.Args[3]), 0o644); err != nil {
			os.Exit(2)
		}
	case "wait":
		fmt.Println("waiting")
		select {}
	case "fail":
		fmt.Println(os.Args[2])
		os.Exit(3)
	}
}
