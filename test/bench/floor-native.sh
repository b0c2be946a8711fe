#!/bin/sh
# Builds the native floor, where there are a C compiler and libdeflate (Debian: libdeflate0).
cd "$(dirname "$0")" && mkdir -p data && cc -O3 -o data/floor-native floor-native.c -l:libdeflate.so.0 -lpthread
