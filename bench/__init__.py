"""Speed and memory, ours and a tutorial chain's, measured side by side in one run."""
