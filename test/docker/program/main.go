// Command program is what the containers of the tests run: a static binary for an image without an operating system.
package main

import (
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	arguments := append(os.Args[1:], "", "")
	switch arguments[0] {
	case "serve":
		serve(arguments[1])
	case "say":
		fmt.Println(strings.Join(os.Args[2:], " "))
		fmt.Fprintln(os.Stderr, "said by user", os.Getuid(), "with", os.Getenv("GREETING"), os.Getenv("PASSWORD"))
	case "exit":
		code, _ := strconv.Atoi(arguments[1])
		fmt.Print("no line end")
		os.Exit(code)
	case "eat":
		var eaten [][]byte
		for {
			block := make([]byte, 8<<20)
			for at := range block {
				block[at] = 1
			}
			eaten = append(eaten, block)
		}
	case "deaf":
		signal.Ignore(syscall.SIGTERM)
		fmt.Println("deaf")
		time.Sleep(time.Hour)
	case "check":
		response, err := http.Get("http://localhost:" + arguments[1] + "/")
		if err != nil || response.StatusCode != 200 {
			os.Exit(1)
		}
	}
}

func serve(port string) {
	ending := make(chan os.Signal, 1)
	signal.Notify(ending, syscall.SIGTERM)
	http.HandleFunc("/", func(response http.ResponseWriter, request *http.Request) {
		if status, err := strconv.Atoi(os.Getenv("STATUS")); err == nil {
			response.WriteHeader(status)
		}
		fmt.Fprint(response, os.Getenv("REVISION"))
	})
	go func() {
		fmt.Println(http.ListenAndServe(":"+port, nil))
		os.Exit(1)
	}()
	fmt.Println("serving", os.Getenv("REVISION"))
	<-ending
	fmt.Println("told to end")
}
