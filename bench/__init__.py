"""Speed and memory beside a tutorial chain, and in `quality` our figures on test sets of others."""
