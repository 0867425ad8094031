// Command verify checks a log and its proofs by the specifications alone (c2sp.org/tlog-tiles, tlog-checkpoint,
// tlog-cosignature, tlog-proof), with Go's own packages (Debian: golang-go, golang-golang-x-mod-dev):
//
//	verify proof -key VKEY [-witness VKEY] FILE FILE.tlog-proof
//	verify log   -key VKEY [-witness VKEY] [-old CHECKPOINT] https://host/log
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// demand ends the program with exit code 1 where something does not hold.
func demand(ok bool, why ...interface{}) {
	if !ok {
		fmt.Println(append([]interface{}{"rejected:"}, why...)...)
		os.Exit(1)
	}
}

func check(err error) { demand(err == nil, err) }

var strict = base64.StdEncoding.Strict()

func must[T any](value T, err error) T {
	check(err)
	return value
}

func decoded(s string) []byte { return must(strict.DecodeString(s)) }

func decimal(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	demand(err == nil && n >= 0 && strconv.FormatInt(n, 10) == s, "no number:", s)
	return n
}

// cosigner verifies timestamped Ed25519 cosignatures (signature type 4), which package note does not know.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.id }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	return ed25519.Verify(c.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, msg)), sig[8:])
}

func newCosigner(vkey string) note.Verifier {
	part := strings.SplitN(vkey, "+", 3)
	demand(len(part) == 3, "no verifier key:", vkey)
	key := decoded(part[2])
	sum := sha256.Sum256(append([]byte(part[0]+"\n"), key...))
	demand(len(key) == 33 && key[0] == 4 && fmt.Sprintf("%x", sum[:4]) == part[1], "no cosigner's key:", vkey)
	return cosigner{part[0], binary.BigEndian.Uint32(sum[:4]), key[1:]}
}

// openCheckpoint demands the log's signature, and the witness's where one is named.
func openCheckpoint(text []byte, vkey, witness string) tlog.Tree {
	log := must(note.NewVerifier(vkey))
	known := []note.Verifier{log}
	if witness != "" {
		known = append(known, newCosigner(witness))
	}
	n := must(note.Open(text, note.VerifierList(known...)))
	line := strings.Split(n.Text, "\n")
	demand(len(line) == 4 && line[0] == log.Name() && line[3] == "", "no checkpoint of this log")
	demand(len(n.Sigs) == len(known), "a signature is missing")
	return tlog.Tree{N: decimal(line[1]), Hash: must(tlog.ParseHash(line[2]))}
}

// checkProof: the file's hash is opened by the leaf, the leaf stands in the tree, the tree's head is signed.
func checkProof(file, proof []byte, vkey, witness string) {
	head, checkpoint, ok := bytes.Cut(proof, []byte("\n\n"))
	line := strings.Split(string(head), "\n")
	demand(ok && len(line) >= 3 && line[0] == "c2sp.org/tlog-proof@v1", "no tlog-proof")
	tree := openCheckpoint(checkpoint, vkey, witness)
	index := decimal(strings.TrimPrefix(line[2], "index "))
	var path tlog.RecordProof
	for _, s := range line[3:] {
		path = append(path, must(tlog.ParseHash(s)))
	}
	leaf, opened, ok := strings.Cut(string(decoded(strings.TrimPrefix(line[1], "extra "))), "\n\n")
	leaf += "\n"
	demand(ok && strings.HasPrefix(leaf, fmt.Sprintf("guankao/leaf@1\nposition %d\n", index+1)), "no leaf at this index")
	check(tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash([]byte(leaf))))
	sum, found := sha256.Sum256(file), false
	for _, s := range strings.Split(strings.TrimSuffix(opened, "\n"), "\n") {
		part := strings.Split(s, " ")
		demand(len(part) == 3, "not opened:", s)
		salt, value := decoded(part[1]), decoded(part[2])
		commitment := sha256.Sum256(append(salt, value...))
		said := fmt.Sprintf("\n%s %s\n", part[0], strict.EncodeToString(commitment[:]))
		demand(len(salt) == 32 && strings.Contains(leaf, said), "not opened:", part[0])
		found = found || strings.HasPrefix(part[0], "bytes/") && bytes.Equal(value, sum[:])
	}
	demand(found, "the proof is of another file")
}

// site reads tiles as c2sp.org/tlog-tiles names them: package tlog puts the height, 8, into the path.
type site string

func (s site) Height() int                     { return 8 }
func (s site) SaveTiles([]tlog.Tile, [][]byte) {}
func (s site) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, t := range tiles {
		data = append(data, s.get(strings.Replace(t.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func (s site) get(path string) []byte {
	r, err := http.Get(string(s) + "/" + path)
	check(err)
	b, err := io.ReadAll(r.Body)
	r.Body.Close()
	demand(err == nil && r.StatusCode == 200, path, r.Status, err)
	return b
}

// checkLog: every entry, hashed, gives the signed root and stands in the tiles; the old head is within the new one.
func checkLog(s site, vkey, witness, old string) {
	tree := openCheckpoint(s.get("checkpoint"), vkey, witness)
	tiles := tlog.TileHashReader(tree, s)
	var stored []tlog.Hash
	mine := tlog.HashReaderFunc(func(indexes []int64) (out []tlog.Hash, err error) {
		for _, i := range indexes {
			out = append(out, stored[i])
		}
		return out, nil
	})
	for n := int64(0); n < tree.N; {
		t := tlog.Tile{H: 8, N: n / 256, W: int(tree.N - n)}
		if t.W > 256 {
			t.W = 256
		}
		bundle := s.get(strings.Replace(t.Path(), "tile/8/0/", "tile/entries/", 1))
		for end := n + int64(t.W); n < end; n++ {
			demand(len(bundle) >= 2 && len(bundle) >= 2+int(binary.BigEndian.Uint16(bundle)), "cut short: entry", n)
			entry := bundle[2 : 2+int(binary.BigEndian.Uint16(bundle))]
			bundle = bundle[2+len(entry):]
			stored = append(stored, must(tlog.StoredHashes(n, entry, mine))...)
		}
		p := must(tlog.ProveRecord(tree.N, n-1, tiles))
		check(tlog.CheckRecord(p, tree.N, tree.Hash, n-1, stored[tlog.StoredHashIndex(0, n-1)]))
	}
	demand(must(tlog.TreeHash(tree.N, mine)) == tree.Hash, "the entries do not give the signed root")
	if old != "" {
		seen := openCheckpoint(must(os.ReadFile(old)), vkey, "")
		p := must(tlog.ProveTree(tree.N, seen.N, tiles))
		check(tlog.CheckTree(p, tree.N, tree.Hash, seen.N, seen.Hash))
	}
}

func main() {
	flags := flag.NewFlagSet("verify", flag.ExitOnError)
	key, witness, old := flags.String("key", "", "VKEY"), flags.String("witness", "", "VKEY"), flags.String("old", "", "FILE")
	demand(len(os.Args) > 2 && flags.Parse(os.Args[2:]) == nil, "verify proof|log, see main.go")
	if os.Args[1] == "proof" {
		checkProof(must(os.ReadFile(flags.Arg(0))), must(os.ReadFile(flags.Arg(1))), *key, *witness)
	} else {
		checkLog(site(flags.Arg(0)), *key, *witness, *old)
	}
	fmt.Println("accepted")
}
