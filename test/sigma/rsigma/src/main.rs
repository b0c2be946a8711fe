// rsigma, an evaluator of Sigma rules by other people, run over records: `rsigma-match RULE_FILE… < records.jsonl`.
// Prints one line of JSON per match: the ID of the rule, or its title, and the number of the record, from 0.
// A file that rsigma refuses is named on stderr.

use rsigma_eval::{event::JsonEvent, Engine};
use rsigma_parser::parse_sigma_yaml;
use serde_json::{json, Value};
use std::io::{self, BufRead, BufWriter, Write};

fn main() {
    let mut engine = Engine::new();
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file).expect("a rule file");
        match parse_sigma_yaml(&text) {
            Ok(rules) => {
                for error in &rules.errors {
                    eprintln!("refused: {file}: {error}");
                }
                if let Err(error) = engine.add_collection(&rules) {
                    eprintln!("refused: {file}: {error}");
                }
            }
            Err(error) => eprintln!("refused: {file}: {error}"),
        }
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let record: Value = serde_json::from_str(&line.expect("a line")).expect("a record");
        for found in engine.evaluate(&JsonEvent::borrow(&record)) {
            let rule = found.header.rule_id.unwrap_or(found.header.rule_title);
            writeln!(out, "{}", json!([rule, number])).expect("stdout");
        }
    }
}
