# Turns pip's output into one line of progress: a line per step in a log, one line that moves in a terminal.
/^Collecting |^Requirement already satisfied/ {
  if (++seen % 25 == 0) { print "  looked up " seen " of " total " packages"; fflush() }
}
/^Installing collected packages/ { print "  unpacking them (one to two minutes)"; fflush() }
