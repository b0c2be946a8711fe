#!/bin/sh
# Builds the native floor, where there are a C compiler, libdeflate and OpenSSL (Debian: libdeflate0, libssl3).
cd "$(dirname "$0")" && mkdir -p data && cc -O3 -o data/floor-native floor-native.c -l:libdeflate.so.0 -l:libcrypto.so.3 -lpthread
