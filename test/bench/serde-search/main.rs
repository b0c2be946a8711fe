//! Searches a tree of log files the way a native scanner on one thread does: lists it, inflates each file to a string,
//! parses it to values, compares one field, and prints the records that match. `serde-search FOLDER FIELD VALUE`
use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let [_, folder, field, value] = args.as_slice() else {
        eprintln!("usage: serde-search FOLDER FIELD VALUE");
        std::process::exit(2);
    };
    let mut files = Vec::new();
    list(Path::new(folder), &mut files)?;
    let mut out = BufWriter::new(io::stdout().lock());
    for file in files {
        let mut text = String::new();
        GzDecoder::new(BufReader::new(File::open(&file)?)).read_to_string(&mut text)?;
        let Ok(Value::Object(mut log)) = serde_json::from_str::<Value>(&text) else { continue };
        let Some(Value::Array(records)) = log.remove("Records") else { continue };
        for record in records {
            if record.get(field).and_then(Value::as_str) == Some(value.as_str()) {
                writeln!(out, "{record}")?;
            }
        }
    }
    out.flush()
}

fn list(folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|suffix| suffix == "gz") && fs::metadata(&path)?.len() > 0 {
            files.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(())
}
