#!/bin/sh
# Installs the peers that no package manager of the system has into a folder outside of the repository, where the bench finds
# them: `peers.sh [FOLDER]`, by default ~/.cache/trail-explore-bench, else name it in BENCH_PEERS. Needs Python and cargo.
# The others are packages of the system (Debian: ripgrep jq gojq parallel rclone awscli libdeflate0).
set -e
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-${BENCH_PEERS:-$HOME/.cache/trail-explore-bench}}
mkdir -p "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q chdb==4.4.0 polars==2.1.0
cargo install -q --root "$folder" --version 3.1.2 jaq
cargo install -q --root "$folder" --path "$here/serde-search"
