#!/usr/bin/env bash
# Makes the envelope vectors with openssl alone, so that they prove our code against another implementation.
# Run in this folder. The keys are of no use outside of the tests.
set -euo pipefail
for bits in 1024 2048; do
  key=lot-$bits
  [ -f $key-private.pem ] || openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:$bits -out $key-private.pem
  openssl pkey -in $key-private.pem -pubout -out $key-public.pem
  parts=$(mktemp -d)
  split -b $((bits / 8 - 11)) -a 3 plain.json "$parts/part-"
  for part in "$parts"/part-*; do
    # PKCS#1 v1.5 block type 1 over the bytes themselves; pkeyutl takes no more than a hash
    openssl rsautl -sign -pkcs -inkey $key-private.pem -in "$part" 2>/dev/null
  done | openssl base64 -A > vector-$bits.cipher
  openssl dgst -md5 -sign $key-private.pem vector-$bits.cipher | openssl base64 -A > vector-$bits.sign
  rm -r "$parts"
done
