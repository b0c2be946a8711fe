// rsigma, an evaluator of Sigma rules by other people, run over records: `rsigma-match RULE_FILE… < records.jsonl`.
// Prints one line of JSON per match: the ID of the rule, or its title, and the number of the record, from 0; of a
// correlation that of the record that completed it. Records come in the order of their times.
// A file that rsigma refuses is named on stderr.

use rsigma_eval::{event::JsonEvent, CorrelationAction, CorrelationConfig, CorrelationEngine, TimestampFallback};
use rsigma_parser::{parse_sigma_yaml, SigmaCollection};
use serde_json::{json, Value};
use std::io::{self, BufRead, BufWriter, Write};

fn main() {
    // As `detect` does: a finding takes its events with it, and rules that are correlated are not reported themselves.
    let mut engine = CorrelationEngine::new(CorrelationConfig {
        timestamp_fields: vec!["eventTime".to_string()],
        timestamp_fallback: TimestampFallback::Skip,
        action_on_match: CorrelationAction::Reset,
        emit_detections: false,
        ..CorrelationConfig::default()
    });
    let mut every = SigmaCollection::new();
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file).expect("a rule file");
        match parse_sigma_yaml(&text) {
            Ok(rules) => {
                for error in &rules.errors {
                    eprintln!("refused: {file}: {error}");
                }
                every.rules.extend(rules.rules);
                every.correlations.extend(rules.correlations);
            }
            Err(error) => eprintln!("refused: {file}: {error}"),
        }
    }
    // All at once, because a correlation may refer to rules of other files.
    if let Err(error) = engine.add_collection(&every) {
        eprintln!("refused: {error}");
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let record: Value = serde_json::from_str(&line.expect("a line")).expect("a record");
        for found in engine.process_event(&JsonEvent::borrow(&record)) {
            let rule = found.header.rule_id.unwrap_or(found.header.rule_title);
            writeln!(out, "{}", json!([rule, number])).expect("stdout");
        }
    }
}
